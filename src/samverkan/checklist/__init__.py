"""Judgement: whether a setup carries, on what evidence, and what would settle what nobody knows."""
