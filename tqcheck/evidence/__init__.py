"""What rules judge by, computed once for each rendering and each of its beads."""
