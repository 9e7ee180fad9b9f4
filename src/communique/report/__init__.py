"""The report's faces: an executed notebook read into blocks, and blocks made into HTML, PDF and plain text."""
