"""What the person who hands in a ledger states beside it: the record type, and constants for columns it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Options:
    """What the person loading a file said beside it: the record type, and constants for columns the file lacks."""

    record: str | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
