"""The itinerary of one delegation: day columns, list and table, and the form of a stop."""
