"""tqcheck: read an article and its English renderings, align them, and say what is odd, with evidence."""

__version__ = "0.1.0"
