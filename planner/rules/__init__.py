"""What must hold: pure functions over records."""
