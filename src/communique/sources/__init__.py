"""From a source document to candidate statements: read it, find who says what, tag it, set duplicates apart.

The stages, in the order a document meets them: `readers` (bytes to text), `blocks` (text to paragraphs and turns),
`marks` and `frames` (quotations set apart, sentences and words), `quotations` (who says what in a sentence),
`speakers` and `actors` (who "he" and "the UN envoy" are), `tagging`, `duplicates`, `candidates`. `stream` prints what
was found in a document without keeping it.
"""
