"""JupyterLab on a project of its own, for a browser to drive. Nothing is downloaded."""

import contextlib
import importlib.util
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from ..browser import missing as missing_browser
from ..conftest import PATIENCE


def missing() -> str:
    """What there is not of all that driving needs, with the way to it; "" where nothing is missing."""
    if importlib.util.find_spec("jupyterlab") is None or importlib.util.find_spec("anywidget") is None:
        return "there is no JupyterLab with anywidget; `make test` installs it"
    return missing_browser()


@contextlib.contextmanager
def jupyterlab(
    home: Path, *, theme: str = "JupyterLab Light", data: Path | None = None, module: str = "jupyterlab"
) -> Iterator[str]:
    """Yield the address of a JupyterLab at work in a folder, whose settings and run-time files all lie in ``.lab``.

    `module` is what starts it: another than JupyterLab itself brings settings of its own, and code from ``src``.
    """
    own = home / ".lab"
    settings = {
        "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        "@jupyterlab/apputils-extension/themes": {"theme": theme},
        # What a notebook could hold of a widget it then holds.
        "@jupyter-widgets/jupyterlab-manager/plugin": {"saveState": True},
    }
    for name, values in settings.items():
        path = own / "settings" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values))
    places = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }
    environment = {**os.environ, **{name: str(own / place) for name, place in places.items()}}
    environment |= {"COMMUNIQUE_DATA": str(data or home / "data")}
    environment |= {"JUPYTER_NO_CONFIG": "1"} if module == "jupyterlab" else {"PYTHONPATH": str(home / "src")}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", module, "--no-browser", "--allow-root", f"--ServerApp.root_dir={home}",
        "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0",
        "--IdentityProvider.token=", "--LabApp.extension_manager=readonly", "--LabApp.news_url=None",
    ]  # fmt: skip
    with open(own / "log.txt", "wb") as log:
        server = subprocess.Popen(command, cwd=home, env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        _until_it_answers(f"{address}/api/status", server, own / "log.txt")
        yield address
    finally:
        server.terminate()
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _until_it_answers(address: str, server: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(0.2)
    raise RuntimeError(f"JupyterLab does not answer: {log.read_text()[-2000:]}")
