"""Masks the personal numbers inside any text: mobile, identity card, bank card, e-mail, landline."""

import re

ASCII_TWINS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width forms

# 440106199001011234, 44010619900101123X, 440106 19900101 1234
LONG_NUMBER = re.compile(r"[0-9]{15,}[Xx]?|(?<![0-9])[0-9]{6}[ -]?(?:18|19|20)[0-9]{6}[ -]?[0-9]{3}[0-9Xx]")
CARD_NUMBER = re.compile(  # 6222 0212 3456 7890 123
    r"(?<![0-9])[0-9]{4}(?:[ -][0-9]{4}){3}(?:[ -]?[0-9]{1,3})?(?![0-9])"
)
# 13812345678, 138-1234-5678, +86 138 1234 5678
MOBILE = re.compile(r"(?<![0-9])((?:\+?86[ -]?|0)?1[3-9][0-9])[ -]?[0-9]{4}[ -]?([0-9]{4})(?![0-9])")
LANDLINE = re.compile(r"(?<![0-9])(\(?0(?:10|2[0-9]|[3-9][0-9]{2})\)?)[ -]?[0-9]{7,8}(?![0-9])")  # (020)12345678
EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")


# Ten digits with little between them, as the shortest of these numbers has, or an @. Few texts have either.
MAY_HOLD_ONE = re.compile(r"[@＠]|(?:[0-9０-９][)）]?[- －]?){10}")


def without_identifiers(text: str) -> str:
    """Return a text with every personal number masked (138****5678) and all else as it was written.

    Digits in a row from fifteen on are taken for identity or bank cards: no quantity in a ledger is that long.
    """
    if not MAY_HOLD_ONE.search(text):
        return text
    for pattern, mask in MASKS:
        text = _masked(pattern, mask, text)
    return text


def _masked(pattern: re.Pattern[str], mask: str, text: str) -> str:
    """Return a text with the mask in place of every match; full-width digits match like half-width ones."""
    # Of the same length, so that its matches are places in the text as written.
    half_width = text.translate(ASCII_TWINS)
    pieces, end = [], 0
    for match in pattern.finditer(half_width):
        pieces += [text[end : match.start()], match.expand(mask)]
        end = match.end()
    return "".join(pieces) + text[end:]


MASKS = (
    (LONG_NUMBER, "******"),
    (CARD_NUMBER, "******"),
    (MOBILE, r"\1****\2"),
    (LANDLINE, r"\1****"),
    (EMAIL, r"***@\1"),
)
