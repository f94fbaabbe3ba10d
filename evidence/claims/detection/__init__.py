"""Finds the claims of a text: figures and trends with unit, qualifier and window."""
