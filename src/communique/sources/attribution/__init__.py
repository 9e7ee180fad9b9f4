"""Who says what: quotation marks and what is found, in any language; `english` finds it in English."""
