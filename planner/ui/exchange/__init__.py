"""Files from and for others, as the window asks for them."""
