"""Turns recognised tables into typed rows, problems and counts: one set of clean files per source file."""
