"""Residue: what a page carries that is not the article."""
