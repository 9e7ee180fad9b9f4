"""The faces of a document: HTML and PDF, from the same blocks."""
