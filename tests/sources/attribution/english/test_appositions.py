"""A name may stand behind a circumstance, before what it is called."""

import pytest

from ..conftest import said


@pytest.mark.parametrize("front", ["On Friday Ada Lind", "On Monday in Geneva Ada Lind", "Last week Ada Lind"])
def test_the_name_and_not_its_apposition_speaks(front):
    assert said(f"{front}, the chief negotiator, said that it was over.") == [("Ada Lind", "indirect", "it was over")]


@pytest.mark.parametrize("front", ["In Port Sel", "At the Palais des Nations", "At Downing Street"])
def test_a_place_in_front_speaks_not(front):
    assert said(f"{front}, the chief negotiator said that it was over.")[0][0] == "the chief negotiator"
