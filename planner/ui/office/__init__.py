"""A store that several people share on a server: choosing it, and seeing who else is there."""
