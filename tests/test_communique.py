"""The package as people import it."""

import subprocess
import sys

import pytest

import communique
from communique.process.model import load

from .conftest import PATIENCE


def test_the_package_is_imported_without_pandas():
    code = "import sys, communique; assert 'pandas' not in sys.modules; communique.load; assert 'pandas' in sys.modules"

    subprocess.run([sys.executable, "-c", code], check=True, timeout=PATIENCE)


def test_the_package_offers_what_it_says():
    assert set(communique.__all__) <= set(dir(communique))
    assert communique.load is load
    assert communique.__version__
    with pytest.raises(AttributeError, match="module 'communique' has no attribute 'lode'"):
        communique.lode  # noqa: B018
