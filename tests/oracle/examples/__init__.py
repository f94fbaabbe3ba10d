"""Worked examples of indicators, one file a record type: the rows of 2025 of one community and every figure counted by hand."""
