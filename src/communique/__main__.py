"""`python -m communique`: the command line."""

import os
import sys

if __name__ == "__main__":
    # Python looks for modules in the current folder first, and a pandas.py or json.py of a user's there is no library
    # of this program, nor of the processes it starts.
    if not sys.flags.safe_path:
        del sys.path[0]
        os.environ["PYTHONSAFEPATH"] = "1"
    from communique.cli import main

    main()
