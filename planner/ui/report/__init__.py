"""The report: its pages as they will print, and what they still lack."""
