"""Indicators: one file each, found by the registry. The docstring of a file is the definition (口径) in words."""
