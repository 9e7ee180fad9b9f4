"""The laboratory: what the notebook ``language-lab`` tries, counts, alters; JupyterLab as ``make lab`` starts it.

Nothing here writes into ``data/``: a lexicon is altered in a copy, a sample is drawn into a file of the analyst's.
"""
