"""Every word a reader gets that is not a label: states, numbers, dates, headlines, sentences, definitions."""
