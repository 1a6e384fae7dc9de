"""Terms: set phrases of official language, and the user's own."""
