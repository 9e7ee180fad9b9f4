"""JupyterLab on the project, as ``make lab`` starts it: `python -m communique.lab`, with options of JupyterLab's own.

The settings that come with the project stand beside the user's own, which hold wherever both say something else.
"""

import os
import sys
from pathlib import Path

from communique.report.shipped import NOTEBOOKS

SETTINGS = Path(__file__).with_name("settings")
EXTENSIONS = Path(__file__).with_name("labextension")  # what is added to JupyterLab's page
WELCOME = "/lab/tree/notebooks/welcome.md"


def main(arguments: list[str]) -> None:
    """Run JupyterLab until it is ended."""
    try:
        from jupyterlab.labapp import main as run
    except ImportError:
        sys.exit("communique: there is no JupyterLab here; make lab installs it, or: pip install --group lab")
    known = os.environ.get("JUPYTER_CONFIG_PATH", "")
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, [known, str(SETTINGS)]))
    own = {
        "--ServerApp.root_dir": NOTEBOOKS.parent,
        "--LabApp.extra_labextensions_path": EXTENSIONS,
        "--LabApp.default_url": WELCOME,
    }
    given = {argument.partition("=")[0] for argument in arguments}
    run([*(f"{name}={value}" for name, value in own.items() if name not in given), *arguments])


if __name__ == "__main__":
    main(sys.argv[1:])
