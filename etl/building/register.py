"""Community names as written become the register's names; an unknown spelling is a problem, never a new community."""

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from etl.recognition.header import words as plain

_DEMO = re.compile(r"\(演示\)")
_ENDING = re.compile(r"(社区居委会|居委会|村委会|社区|村)$")
_ALIAS_SEPARATORS = re.compile(r"[、,，;；/\s]+")


@dataclass
class Register:
    """Canonical community names by every spelling the register (名册) knows.

    An office without a register yet is open: names are taken as they stand until one is loaded.
    """

    names: dict[str, str] = field(default_factory=dict)
    is_open: bool = True

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str | None]]) -> "Register":
        """Make a register of (name, aliases) rows."""
        names: dict[str, str] = {}
        for name, aliases in rows:
            for spelling in (name, *_ALIAS_SEPARATORS.split(aliases or "")):
                if spelling:
                    names.setdefault(_key(spelling), name)
        return cls(names, not names)

    def find(self, spelling: str) -> str | None:
        """Return the canonical name for a spelling, or None."""
        if self.is_open:
            return spelling
        return self.names.get(_key(spelling))

    def find_in(self, texts: Sequence[str]) -> str | None:
        """Return the community that the first text naming any names (title, sheet name, file name)."""
        for text in map(_key, texts):
            hits = [spelling for spelling in self.names if len(spelling) > 1 and spelling in text]
            if found := {self.names[spelling] for spelling in hits if not _is_inside_longer(spelling, hits)}:
                return found.pop() if len(found) == 1 else None
        return None

    def advice(self, spelling: str) -> str:
        """Say what the clerk may have meant by an unknown spelling."""
        near = difflib.get_close_matches(_key(spelling), self.names, n=1, cutoff=0.5)
        meant = f"是不是“{self.names[near[0]]}”？" if near else ""
        return f"名册里没有社区“{spelling}”。{meant}请改成名册里的名称，或在名册的“别名”里加上这个写法。"


def _key(spelling: str) -> str:
    text = _DEMO.sub("", plain(spelling))
    return _ENDING.sub("", text) or text


def _is_inside_longer(spelling: str, hits: Sequence[str]) -> bool:
    return any(spelling != other and spelling in other for other in hits)
