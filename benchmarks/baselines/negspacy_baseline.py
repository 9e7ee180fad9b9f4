"""negspacy as it comes: NegEx over the marked terms, JSON Lines of text, start and end in, one status a line out.

It knows negation only: a negated term is denied, any other claimed.
"""

import json
import sys

import spacy
from negspacy.negation import Negex  # noqa: F401  (registers the component)


def main() -> None:
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    language.add_pipe("negex")
    negex = language.get_pipe("negex")
    for line in sys.stdin:
        item = json.loads(line)
        doc = language.make_doc(item["text"])
        language.get_pipe("sentencizer")(doc)
        span = doc.char_span(item["start"], item["end"], label="TERM", alignment_mode="expand")
        doc.set_ents([span])
        negex(doc)
        print("denied" if doc.ents[0]._.negex else "claimed")


if __name__ == "__main__":
    main()
