"""Polarity: what the source denies is denied, and nothing else."""
