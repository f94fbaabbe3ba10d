"""Writes a table as text for a terminal."""

from collections.abc import Sequence

from documents.text_width import terminal_width


def text_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return columns lined up, two spaces apart. Columns without a word are left out."""
    used = [place for place, _ in enumerate(header) if any(row[place] for row in rows)]
    lines = [[line[place] for place in used] for line in (header, *rows)]
    widths = [max(map(terminal_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(_padded, line, widths)).rstrip() for line in lines)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - terminal_width(text))
