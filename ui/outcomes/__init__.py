"""Draws what the pages of outcomes show besides charts: cards, what needs attention, communities side by side."""
