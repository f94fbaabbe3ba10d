"""How wide a text is drawn: a Chinese character takes the room of two Latin ones."""

from unicodedata import east_asian_width


def text_width(text: str) -> int:
    """Return the width in Latin characters."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)
