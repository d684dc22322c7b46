"""What one meets at the first start: three questions and a walk through the window."""
