"""What is known beforehand: glossaries of names and set phrases, as data."""

from tqcheck.knowledge.glossary import Entry, Glossary, Literal
from tqcheck.knowledge.load import bundled, load_glossary, short_names

__all__ = ["Entry", "Glossary", "Literal", "bundled", "load_glossary", "short_names"]
