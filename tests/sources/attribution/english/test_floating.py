"""Quotations that no attribution of their sentence covers."""

from ..conftest import said


def test_a_quotation_goes_on_after_its_attribution():
    text = "“There was no progress,” Hariri said. “They came to waste time.”\n\n“We came to talk.”"
    assert [who for who, kind, _ in said(text)] == ["Hariri", "Hariri", "Hariri"]


def test_a_speaker_announced_before_a_quotation_in_a_paragraph_of_its_own():
    text = 'Rathbun stated,\n\n"He was taken to an office and held there for two hours."'
    assert said(text)[0][:2] == ("Rathbun", "direct")


def test_a_name_before_a_colon_and_not_who_spoke_last():
    text = "Ada Lind said: \"We begin today.\" It went well.\n\nMoor: 'We have seen beginnings before'"
    assert [who for who, _, _ in said(text)] == ["Ada Lind", "Moor"]
    assert {who for who, _, _ in said('Ada Lind came.\n\nTalks: "We have seen beginnings before"')} != {"Talks"}
