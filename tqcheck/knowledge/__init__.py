"""What is known beforehand: glossaries of names and set phrases, as data."""

from tqcheck.knowledge.glossary import Entry, Glossary, Literal
from tqcheck.knowledge.load import Survey, bundled, known, load_glossary, short_names, survey

__all__ = [
    "Entry",
    "Glossary",
    "Literal",
    "Survey",
    "bundled",
    "known",
    "load_glossary",
    "short_names",
    "survey",
]
