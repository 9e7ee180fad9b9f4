"""Sources that report what others say."""

from communique.sources.attribution.english.quotations import statements


def test_who_reports_whom_is_kept():
    text = "According to ABC News, Basya said the boats had left."
    chains = [s.chain for s in statements(text)]
    assert ("ABC News", "Basya") in chains
    quoted = statements("The Guardian quoted a senior official as saying there was no plan.")
    assert quoted[-1].chain == ("The Guardian", "a senior official")
