"""Draws the pages on which figures are handed in: one module per page."""
