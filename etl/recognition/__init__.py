"""Finds the tables of a sheet and tells what their headers and titles mean."""
