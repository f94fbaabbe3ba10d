"""Provides one look that passes most names: those in which nothing stands that any pattern for names speaks of.

To ask all patterns takes ten times as long, and a long ledger holds 50,000 names.
"""

import re
from collections.abc import Callable

from etl.parse.script import is_simplified

# Chinese characters, which tidying leaves as they are, and digits behind them, too few for a number of a person: 李秀英, 演示01234
_FORM = re.compile(r"[一-龥]{2,6}[0-9]{0,5}")


def plainness(*patterns: re.Pattern[str]) -> Callable[[str], bool]:
    """Return a function that tells whether a text surely matches none of these patterns, nor changes by tidying.

    Each way in which they match has to name a character, or to be of fewer than two Chinese ones, or hold a Latin letter.
    """
    spoken_of = frozenset("".join(pattern.pattern for pattern in patterns)) - frozenset("0123456789")

    def is_plain(text: str) -> bool:
        return _FORM.fullmatch(text) is not None and spoken_of.isdisjoint(text) and is_simplified(text)

    return is_plain
