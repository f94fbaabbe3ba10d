"""Speed and quality, measured: ratios within one run, never absolute times."""
