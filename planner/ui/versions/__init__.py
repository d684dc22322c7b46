"""Versions of the programme: what changed since one, and messages to those it concerns."""
