"""Turns spreadsheets as they are into an immutable build: reads, recognises, cleans, builds."""
