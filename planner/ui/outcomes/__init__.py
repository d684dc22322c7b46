"""What came of the visit, and what is still to be done."""
