"""Times as people write them in plans (*skrivsätt*), read into the model and written from it.

>>> from samverkan.formats.notation import read_when, write_when
>>> write_when(read_when("18/1-16"), lang="sv"), write_when(read_when("V 10"), lang="en")
('mån 18 jan 2016', 'week 10')
"""

from samverkan.formats.notation.clock import read_clock, write_clock
from samverkan.formats.notation.frequencies import read_cadence, write_cadence
from samverkan.formats.notation.notation import Reading
from samverkan.formats.notation.reading import read, read_when
from samverkan.formats.notation.writing import write_when

__all__ = [
    "Reading",
    "read",
    "read_cadence",
    "read_clock",
    "read_when",
    "write_cadence",
    "write_clock",
    "write_when",
]
