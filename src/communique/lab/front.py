"""What the laboratory's page is about: the process it reads, and the lexicon it reads with."""

from communique.document.blocks import Front
from communique.facts.overview import Survey
from communique.language.reader import reader
from communique.prose import counted


def front(survey: Survey) -> Front:
    """The top of the page: the process, its statements and mentions, the size of the lexicon."""
    using = reader()
    terms = len({entry.term for entry in using.lexicon.entries})
    forms = sum(len(entry.forms) for entry in using.lexicon.entries)
    facts = (
        ("Read", f"{counted(len(survey.spoken), 'statement')}, {counted(len(survey.headlines), 'English headline')}"),
        ("Found", f"{counted(len(survey.mentions), 'mention')} that count, {len(survey.all_mentions)} in all"),
        ("Lexicon", f"{counted(terms, 'term')} in {counted(forms, 'form')}"),
        ("Cues and senses", f"{len(using.cues.cues)} and {len(using.senses.senses)}"),
    )
    title = f"How the language is read: {survey.process.title}"
    headline = "Sentences, terms, codes by hand, and what the index hangs on"
    return Front(title, "Language laboratory", headline, facts)
