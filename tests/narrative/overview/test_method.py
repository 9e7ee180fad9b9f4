"""How far the coders agree, dimension by dimension."""

from communique.narrative import overview

from .conftest import text


def test_agreement_tells_each_dimension_and_the_undefined_apart(survey):
    told = text(overview.agreement_paragraphs(survey))

    assert "reliable for the sluices, fishing rights and trust" in told
    assert "For contact agreement is undefined" in told
    assert ".667" in told


def test_agreement_names_what_is_not_to_be_relied_on(brexit_survey):
    told = text(overview.agreement_paragraphs(brexit_survey))

    assert "tentative for the Irish border; not to be relied on for the expert channel" in told
