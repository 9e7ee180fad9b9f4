"""Reads the language of progress: who claims, denies, hopes for or doubts breakthroughs, progress and their opposites."""

from communique.language.mentions import Mention, find_mentions, mention_table, mentions

__all__ = ["Mention", "find_mentions", "mention_table", "mentions"]
