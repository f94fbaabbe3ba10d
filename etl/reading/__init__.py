"""Turns the bytes of a received file into grids of raw text, whatever its name says it is."""
