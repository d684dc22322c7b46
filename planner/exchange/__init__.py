"""Files from and for others; no database."""
