"""Untranslated: the source left as it was."""
