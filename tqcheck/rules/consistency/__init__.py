"""Consistency: one thing, one name."""
