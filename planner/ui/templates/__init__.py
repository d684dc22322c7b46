"""A delegation saved as a template, and a new one planned from it."""
