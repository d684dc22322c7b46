"""What is owed today, and what comes next."""
