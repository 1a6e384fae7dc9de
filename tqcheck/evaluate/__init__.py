"""Findings and models measured on texts whose errors people have marked."""
