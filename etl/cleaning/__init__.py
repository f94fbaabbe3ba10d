"""From recognised tables to typed rows, problems and counts: one set of clean files per source file."""
