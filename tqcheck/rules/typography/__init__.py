"""Typography: spaces, marks and paragraphs."""
