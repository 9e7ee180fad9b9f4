"""Who says what in an English text: paragraphs and turns, quotations, cues, subjects, and who "he" is."""
