"""Measured comparisons. Each program prints what it measured beside something simpler, in one run."""
