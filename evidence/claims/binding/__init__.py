"""Binds a claim to the indicator, category, place and period it speaks of."""
