"""A checked draft as text, Word comments, workbook and rows behind each claim."""
