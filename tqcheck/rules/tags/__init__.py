"""Tags: inline tags and placeholders that a rendering lacks, adds or has in disorder."""
