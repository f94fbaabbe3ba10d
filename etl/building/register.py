"""Turns community names as written into those of the register (名册); an unknown spelling is a problem, never a new community."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from warehouse.communities import Spellings, is_whole_street, whole_street_advice


@dataclass(frozen=True)
class Register:
    """The communities an office has registered. Without a register yet it is open: names are taken as they stand."""

    spellings: Spellings

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str | None]]) -> "Register":
        """Make a register of (name, aliases) rows."""
        return cls(Spellings.of(rows))

    @property
    def is_open(self) -> bool:
        return not self.spellings.whole

    def find(self, spelling: str) -> str | None:
        """Return the registered name for a spelling, or None; without a register words for the whole street name none."""
        if self.is_open:
            return None if is_whole_street(spelling) else spelling
        return self.spellings.find(spelling)

    def find_in(self, texts: Sequence[str]) -> str | None:
        """Return the community whose a table is by the texts beside it (title, sheet name, file name)."""
        return self.spellings.owner(texts)

    def beside(self, texts: Sequence[str], in_rows: Collection[str]) -> str | None:
        """Return the community of rows that write none: that of the texts, without a register the only one in other rows that they name."""
        if not self.is_open or len(in_rows) != 1:
            return self.find_in(texts)
        spellings = Spellings.of([(name, None) for name in in_rows])
        return spellings.owner(texts) if any(map(spellings.named_in, texts)) else None

    def advice(self, spelling: str) -> str:
        """Say what the clerk may have meant by an unknown spelling."""
        return whole_street_advice(spelling) if self.is_open else self.spellings.advice(spelling)
