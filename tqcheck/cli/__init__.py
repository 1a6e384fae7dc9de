"""The command line: one module per command, which only turns arguments into library calls."""
