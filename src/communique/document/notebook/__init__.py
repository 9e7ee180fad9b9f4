"""Notebooks as the carriers of a document: how a cell shows blocks, and how an executed notebook is read back."""
