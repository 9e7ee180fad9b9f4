"""medspaCy's ConText as it comes, over the marked terms: JSON Lines of text, start and end in, one status a line out.

Its categories are put into words of ours where they have any: negated is denied, hypothetical and uncertain are open.
"""

import json
import sys

import medspacy
from medspacy.context import ConText  # noqa: F401  (registers the component)


def main() -> None:
    language = medspacy.load(medspacy_enable=["medspacy_pyrush", "medspacy_context"])
    sentences, context = language.get_pipe("medspacy_pyrush"), language.get_pipe("medspacy_context")
    for line in sys.stdin:
        item = json.loads(line)
        doc = sentences(language.make_doc(item["text"]))
        span = doc.char_span(item["start"], item["end"], label="TERM", alignment_mode="expand")
        doc.set_ents([span])
        context(doc)
        marked = doc.ents[0]._
        print("denied" if marked.is_negated else "open" if marked.is_hypothetical or marked.is_uncertain else "claimed")


if __name__ == "__main__":
    main()
