"""What a change of the plan would do, told before it is made; for every area that changes it."""
