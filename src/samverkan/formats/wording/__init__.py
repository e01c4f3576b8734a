"""What people read, in Swedish and in English: one catalogue, keyed by the English sentences in the code."""

from samverkan.formats.wording.wording import LANGUAGES, Wording, mark

__all__ = ["LANGUAGES", "Wording", "mark"]
