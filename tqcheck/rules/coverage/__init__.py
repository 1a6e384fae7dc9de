"""Coverage: what was left out and what was put in."""
