"""From a tree of blocks to a file; knows nothing of delegations."""
