"""Repetition: words and phrases said twice."""
