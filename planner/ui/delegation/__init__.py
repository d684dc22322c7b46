"""The page of one delegation, with the picture of its thread."""
