"""Reads identifiers: digits that stay text."""

import re

from etl.parse.texts import content, refusal, squeezed

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # of the digits of an identity number, GB 11643-1999
CHECK_SIGNS = "10X98765432"
EXACT_DIGITS = 15  # Excel keeps no more of a number


def identifier(text: str) -> str | None:
    """Return a number or code as text, in capitals and without white space; refused where Excel has rounded it."""
    if content(text) is None:
        return None
    bare = squeezed(text).upper().lstrip("'’‘")
    whole = re.sub(r"(?<=^[0-9])([0-9]*)\.0+$", r"\1", bare)  # 12.0, as a number cell may show 12
    if re.fullmatch(r"[0-9](?:\.[0-9]+)?E\+?[0-9]+", bare) or _is_rounded(whole):
        raise refusal("编号", text, "被存成了数字，末几位已丢失，请先把该列设为文本再重新填写")
    return whole or None


def _is_rounded(digits: str) -> bool:
    """Tell whether a long number ends as numbers do that a spreadsheet cut to fifteen digits."""
    if not re.fullmatch(r"[0-9]{16,19}", digits) or _has_check_sign(digits):
        return False
    cut = digits[:EXACT_DIGITS] + "0" * (len(digits) - EXACT_DIGITS)
    return digits in (cut, str(int(float(cut))))


def _has_check_sign(digits: str) -> bool:
    """Tell whether the last sign of an 18-digit identity number fits the rest."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=False))
    return len(digits) == 18 and CHECK_SIGNS[total % 11] == digits[-1]
