"""What things are: immutable, checked records and the values they are made of."""
