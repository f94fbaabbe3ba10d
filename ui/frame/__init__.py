"""Holds what every page stands in: middleware, navigation, filters, the view of a page, queries and tables."""
