"""Delegations: the list of all, and the form of one."""
