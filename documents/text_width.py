"""Measures how wide a text is drawn: a Chinese character takes the room of two Latin ones."""

from wcwidth import width


def text_width(text: str) -> int:
    """Return the width in Latin characters. Signs such as “ ” … are counted as Chinese fonts draw them, full-width."""
    return width(text, ambiguous_width=2)


def terminal_width(text: str) -> int:
    """Return how many columns of a terminal the text takes; there “ ” … take one."""
    return width(text)
