"""Reads: one module for each thing that is shown."""
