"""What an attack is, and how often it is tried and survived."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

SURVIVED = ""
Attempt = Callable[
    [Random, Path], Iterable[str]
]  # yields for each try SURVIVED, or what was not; the folder is its own


@dataclass(frozen=True)
class Attack:
    """An attempt and how often it is made; `least` is the share of tries that has to be survived."""

    attempt: Attempt
    rounds: int
    least: float = 1.0
    id: str = ""
    words: str = ""


@dataclass
class Tally:
    """How often a kind was tried, what was not survived, and in how many seconds."""

    kind: str
    tried: int = 0
    losses: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def survived(self) -> int:
        return self.tried - len(self.losses)

    def holds(self, attack: Attack) -> bool:
        """Tell whether enough was survived; nothing tried holds nothing."""
        return self.tried > 0 and self.survived >= attack.least * self.tried


def tally(attack: Attack, seed: int, rounds: int, seconds: float) -> Tally:
    """Make an attempt so many times, with no try after so many seconds; an error that escapes is a loss, named by its round."""
    result, begun = Tally(attack.id), time.monotonic()
    for number in range(rounds):
        with TemporaryDirectory(prefix="attack-") as folder:
            for loss in _outcomes(attack, Random(f"{seed} {attack.id} {number}"), Path(folder)):
                result.tried += 1
                result.losses += [f"{seed}/{number}: {loss}"] if loss else []
                result.seconds = time.monotonic() - begun
                if result.seconds > seconds:
                    return result
    return result


def _outcomes(attack: Attack, random: Random, folder: Path) -> Iterable[str]:
    try:
        yield from attack.attempt(random, folder)
    except Exception as error:  # noqa: BLE001 - whatever escapes is what an attack looks for
        yield f"{type(error).__name__}: {error}"
