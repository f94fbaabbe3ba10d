"""The overview: cards, attention, communities side by side."""
