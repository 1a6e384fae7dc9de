"""Names: of people, places, bodies and the press."""
