"""What is PostgreSQL's: a store that several people share on a server of their office."""
