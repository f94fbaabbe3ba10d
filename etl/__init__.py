"""From spreadsheets as they are to an immutable build: read, recognise, clean, build."""
