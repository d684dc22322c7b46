"""What one can look up within the program."""
