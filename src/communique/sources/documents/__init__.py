"""Source documents, whatever their format, as text with its date and title; parsers run apart, within limits."""
