"""Draws charts: one module per kind, what they share, and the panel around each."""
