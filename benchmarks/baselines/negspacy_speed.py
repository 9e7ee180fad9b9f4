"""Words a second of a blank spaCy pipeline with sentencizer, PhraseMatcher and negspacy, on a file's first texts."""

import gzip
import json
import sys
import time
from pathlib import Path

import spacy
from negspacy.negation import Negex  # noqa: F401  (registers the component)
from spacy.matcher import PhraseMatcher
from spacy.tokens import Span

TEXTS = 100


def main() -> None:
    path, forms = Path(sys.argv[1]), sys.argv[2:]
    language = spacy.blank("en")
    language.max_length = 10_000_000
    language.add_pipe("sentencizer")
    language.add_pipe("negex")
    negex, sentencizer = language.get_pipe("negex"), language.get_pipe("sentencizer")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("TERM", [language.make_doc(form) for form in forms])
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for _, line in zip(range(TEXTS), lines, strict=False)]
    start = time.process_time()
    for text in texts:
        doc = sentencizer(language.make_doc(text))
        doc.set_ents(spacy.util.filter_spans([Span(doc, first, last, "TERM") for _, first, last in matcher(doc)]))
        negex(doc)
    seconds = time.process_time() - start
    number = sum(len(text.split()) for text in texts)
    speed = number / seconds / 1e6
    print(f"{'spaCy, PhraseMatcher and negspacy':44} {len(texts)} texts, {number:,} words: {speed:.3f} million words/s")


if __name__ == "__main__":
    main()
