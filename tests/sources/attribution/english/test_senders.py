"""A line without a verb may name who speaks in the quotation below it."""

import pytest

from ..conftest import said


@pytest.mark.parametrize(
    "line", ["And from the envoy, Ada Lind:", "From Ada Lind:", "From the desk of Ada Lind, head of the list."]
)
def test_the_quotation_below_is_the_senders(line):
    assert said(f"Voices\n\n{line}\n\n“It is not over yet, and will not be.”")[-1][0] == "Ada Lind"


@pytest.mark.parametrize("line", ["From Geneva they went to Vienna.", "From the talks nothing came.", "From then on:"])
def test_other_lines_send_nothing(line):
    assert "Ada Lind" not in {who for who, _, _ in said(f"Ada Lind came.\n\n{line}\n\nThe hall was empty.")}
