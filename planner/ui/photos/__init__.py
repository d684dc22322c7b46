"""Photos: taken in, placed at stops, described, retouched, and chosen as figures."""
