"""How the style draws each kind of control; one small function for each thing."""
