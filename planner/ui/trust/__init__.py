"""Copies of the store and its history, as the window shows them."""
