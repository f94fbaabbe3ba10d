"""Writes a checked draft as text, Word comments and workbook, and finds the rows behind each claim."""
