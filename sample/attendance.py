"""Who signed in: regulars come often, newcomers join over the years."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from sample.records import FIRST, LAST, Activity, SignIn


@dataclass(frozen=True)
class Crowd:
    """Residents who may come, the most regular first, each with the identity they sign in with."""

    names: Sequence[str]
    identities: Sequence[str]

    @classmethod
    def of(cls, rng: Random, names: Sequence[str], identities: dict[str, int]) -> "Crowd":
        return cls(names, rng.choices(list(identities), list(identities.values()), k=len(names)))

    def some(self, rng: Random, count: int, day: date) -> list[int]:
        """Return `count` distinct people; later days draw on a larger part of the crowd."""
        reach = 0.35 + 0.65 * (day - FIRST).days / (LAST - FIRST).days
        known = max(int(len(self.names) * reach), count * 2)
        chosen: dict[int, None] = {}
        while len(chosen) < count:
            chosen[min(int(known * rng.random() ** 1.7), len(self.names) - 1)] = None
        return list(chosen)


def signed(
    rng: Random, activities: Sequence[Activity], crowd: Crowd, share: Callable[[Activity], float]
) -> list[SignIn]:
    """Return the sign-ins; `share` says which part of those who came signed (0: no list was kept)."""
    seen = set(range(len(crowd.names) // 6))  # they came before the lists began
    lines: list[SignIn] = []
    for activity in activities:
        count = min(round((activity.headcount or 15) * share(activity)), len(crowd.names) // 2)
        for person in crowd.some(rng, count, activity.held_on):
            name, identity = crowd.names[person], crowd.identities[person]
            lines.append(SignIn(activity.title, activity.held_on, name, identity, person not in seen))
            seen.add(person)
    return lines
