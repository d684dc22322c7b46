"""The background: where it comes from, what it says, and what needs what."""
