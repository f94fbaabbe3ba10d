"""How each community writes it down: its own files, layouts, header words and slips. One module each, found by the registry."""
