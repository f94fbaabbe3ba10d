"""Figures kept when they were handed in, and how they differ from the figures of today."""
