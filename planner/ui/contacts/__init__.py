"""People and organisations: who they are, how they belong together, what we had to do with them."""
