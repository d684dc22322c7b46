"""From a dossier to a tree of blocks; one module a paper."""
