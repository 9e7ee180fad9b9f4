"""Who a verb of saying belongs to: the phrase around it, without what only stands near by."""

import pytest

from ..conftest import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Hode, the harbour master, said the ferry left.", "Hode"),
        ("Hode's deputy, Ida Marrow, said the ferry left.", "Ida Marrow"),
        ("Orrin, Skerry and Fetlar said they would meet.", "Orrin, Skerry and Fetlar"),
        ("In Lerwick, the envoy said the ferry left.", "the envoy"),
        ("On Friday the envoy said the ferry left.", "the envoy"),
        ("The envoy of the lake commission said the ferry left.", "The envoy of the lake commission"),
        ("The minister, who met the envoy, said the ferry left.", "The minister"),
        ("The ferry left, said Wilma Hode of the ferry guild.", "Wilma Hode of the ferry guild"),
    ],
)
def test_a_subject_is_told_from_what_stands_beside_it(text, speaker):
    assert [each for each, _, _ in said(text)] == [speaker]
