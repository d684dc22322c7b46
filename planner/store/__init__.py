"""How records are kept; the only package that writes."""
