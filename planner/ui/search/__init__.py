"""One box for everything: records by any character, acts by their name."""
