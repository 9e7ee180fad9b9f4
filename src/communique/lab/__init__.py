"""The laboratory of language: what the notebook ``language-lab`` tries, counts and alters, one subject a module.

Nothing here writes into ``data/``: a lexicon is altered in a copy, a sample is drawn into a file of the analyst's.
"""
