"""Which indicator, community, days and category a claim speaks of."""
