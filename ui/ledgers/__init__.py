"""Draws what became of ledgers, their problems and their dictionaries."""
