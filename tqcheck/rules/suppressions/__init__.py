"""Comments that silence findings: those that silence nothing."""
