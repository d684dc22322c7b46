"""Bodies that are known by name: ministries, agencies, universities by their short names."""

from planner.exchange.reading.dictionary import lines_of, words_of

MINISTRIES = "|".join(words_of("bodies"))
"""Never without being a body, whatever stands before."""
AGENCIES = frozenset(words_of("agencies"))
"""A body where the name stands alone or right behind that of the ministry above."""
ABBREVIATIONS = dict(lines_of("short_names"))
"""Short names of bodies, and how the full ones end."""
