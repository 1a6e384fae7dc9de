"""What the source of a rendering says of each of its words, where no alternate says more."""
