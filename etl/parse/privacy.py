"""Personal numbers inside any text: mobile, identity card, bank card, e-mail, landline."""

import re

ASCII_TWINS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width forms

LONG_NUMBER = re.compile(r"[0-9]{15,}[Xx]?|(?<![0-9])[0-9]{6}[ -]?(?:18|19|20)[0-9]{6}[ -]?[0-9]{3}[0-9Xx]")
CARD_NUMBER = re.compile(r"(?<![0-9])[0-9]{4}(?:[ -][0-9]{4}){3}(?:[ -]?[0-9]{1,3})?(?![0-9])")
MOBILE = re.compile(r"(?<![0-9])((?:\+?86[ -]?|0)?1[3-9][0-9])[ -]?[0-9]{4}[ -]?([0-9]{4})(?![0-9])")
LANDLINE = re.compile(r"(?<![0-9])(\(?0(?:10|2[0-9]|[3-9][0-9]{2})\)?)[ -]?[0-9]{7,8}(?![0-9])")
EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")


def without_identifiers(text: str) -> str:
    """Mask every personal number in a text (138****5678), leaving all else as it was written.

    Digits in a row from fifteen on are taken for identity or bank cards: no quantity in a ledger is that long.
    """
    plain = text.translate(ASCII_TWINS)  # same length, so that what was found can be masked in the text as written
    for pattern, masked in MASKS:
        text = _replaced(pattern, masked, plain, text)
        plain = text.translate(ASCII_TWINS)
    return text


def _replaced(pattern: re.Pattern[str], template: str, plain: str, text: str) -> str:
    """`text` with the template in place of every match that `plain`, its twin of the same length, has."""
    pieces, end = [], 0
    for match in pattern.finditer(plain):
        pieces += [text[end : match.start()], match.expand(template)]
        end = match.end()
    return "".join(pieces) + text[end:]


MASKS = (
    (LONG_NUMBER, "******"),
    (CARD_NUMBER, "******"),
    (MOBILE, r"\1****\2"),
    (LANDLINE, r"\1****"),
    (EMAIL, r"***@\1"),
)
