"""Filters of lists: what they ask, and the ones that are kept under a name."""
