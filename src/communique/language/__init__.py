"""Reads the language of progress: who claims, denies, hopes for or doubts a breakthrough, progress or failure.

The lexicon and its notation, the arithmetic of commitment and the tables are of no language; `english` knows the
grammar of the only one that is read.
"""

from communique.language.mentions import find_mentions, mention_table, mentions
from communique.language.reader import Mention

__all__ = ["Mention", "find_mentions", "mention_table", "mentions"]
