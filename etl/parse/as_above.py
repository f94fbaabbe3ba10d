"""Signs in a cell that mean what stands above it: 同上, 〃."""

import re

AS_ABOVE_SIGN = r"""^\s*(同上|同前|〃|″|′′|"|''|“|”|＂|,,|々)\s*$"""  # read by Arrow, too
_SIGN = re.compile(AS_ABOVE_SIGN)


def means_as_above(text: str) -> bool:
    """Tell whether a cell holds nothing but a sign for what stands above it."""
    return _SIGN.match(text) is not None
