"""Tells which texts match a pattern of Arrow's.

Arrow makes a pattern ready anew for every call, which takes 0.1 to 3 ms; Python remembers it. So few texts are first looked at
all together, in Python, which finds whatever Arrow finds: most tables hold nothing of what they are asked about.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

FEW = 1000  # texts; of more, Arrow's look is the faster one
_CLASS_OR_ESCAPE = re.compile(r"\[(\^?)((?:\\p\{\w+\}|\\.|[^\]\\])+)\]|(\\p\{\w+\}|\\.)", re.DOTALL)
_ESCAPE = re.compile(r"\\p\{\w+\}|\\.", re.DOTALL)
# What Arrow's escapes stand for, of ASCII only; for Chinese characters all code points from the first to the last of them.
_HAN = r"\p{Han}"
_MEMBERS = {r"\s": r"\t\n\f\r ", r"\d": "0-9", r"\w": "0-9A-Za-z_", _HAN: "⺀-\U000323af"}
_NEGATED = {r"\S": r"\s", r"\D": r"\d", r"\W": r"\w"}
_OF_NO_COUNTERPART = ("[]", "[^]", "[[:")


class _NoCounterpart(ValueError):
    """A pattern that has none in Python which surely finds as much."""


def match_texts(texts: pa.Array, pattern: str) -> pa.Array:
    """Return which texts hold a match, as Arrow tells; null of a null."""
    if may_match([lines(texts)], pattern):
        return pc.match_substring_regex(texts, pattern)
    return pa.array(np.zeros(len(texts), bool))


def lines(texts: pa.Array) -> str | None:
    """Return texts as lines for `may_match`; None of more than a few, or with a null among them."""
    return "\n".join(texts.to_pylist()) if len(texts) <= FEW and not texts.null_count else None


def may_match(columns: Iterable[str | None], pattern: str) -> bool:
    """Tell whether a text in the lines of some columns may hold a match: True where only Arrow can tell, or is as fast."""
    asked = [*columns]
    finder = _finder(pattern).counterpart() if asked else None
    return bool(asked) and (finder is None or any(each is None or finder.search(each) for each in asked))


@dataclass
class _Finder:
    """A pattern of Arrow's and, from the second time on, its counterpart: to make that ready takes Python longer than Arrow once."""

    pattern: str
    was_asked_before: bool = False

    def counterpart(self) -> re.Pattern[str] | None:
        """Return the counterpart, None the first time and where there is none."""
        is_first_time, self.was_asked_before = not self.was_asked_before, True
        return None if is_first_time else self._counterpart

    @cached_property
    def _counterpart(self) -> re.Pattern[str] | None:
        """Return a pattern of Python's that finds in joined lines whatever Arrow finds in one of them; None where there is none."""
        try:
            return re.compile(_in_python(self.pattern), re.MULTILINE)
        except (_NoCounterpart, re.error):
            return None


@lru_cache(maxsize=1024)  # some are made of the headers of a file
def _finder(pattern: str) -> _Finder:
    return _Finder(pattern)


def _in_python(pattern: str) -> str:
    """Return a pattern with Arrow's escapes written out."""
    bare = _ESCAPE.sub("_", pattern)
    if any(sign in bare for sign in _OF_NO_COUNTERPART):
        raise _NoCounterpart(pattern)
    return _CLASS_OR_ESCAPE.sub(_written_out, pattern)


def _written_out(part: re.Match[str]) -> str:
    negation, members, escape = part.groups()
    if escape:
        negated = _NEGATED.get(escape)
        return f"[^{_MEMBERS[negated]}]" if negated else _member(escape, "[{}]")
    if negation and _HAN in members:  # the code points beside those of Chinese characters would be too few
        raise _NoCounterpart(part[0])
    return f"[{negation}{_ESCAPE.sub(lambda inner: _member(inner[0]), members)}]"


def _member(escape: str, form: str = "{}") -> str:
    """Return what an escape stands for, in a form; a sign that is escaped stands for itself."""
    if escape in _MEMBERS:
        return form.format(_MEMBERS[escape])
    if escape[1].isalnum():
        raise _NoCounterpart(escape)
    return escape
