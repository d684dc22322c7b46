"""The seminar: its programme by time and in order, its talks, and what is said on the day."""
