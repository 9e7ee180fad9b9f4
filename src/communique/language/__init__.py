"""Reads the language of progress: who claims, denies, hopes for or doubts a breakthrough, progress or failure."""

from communique.language.mentions import find_mentions, mention_table, mentions
from communique.language.reader import Mention

__all__ = ["Mention", "find_mentions", "mention_table", "mentions"]
