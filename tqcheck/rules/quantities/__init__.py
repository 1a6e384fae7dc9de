"""Quantities: numbers, dates and units say what the source says."""
