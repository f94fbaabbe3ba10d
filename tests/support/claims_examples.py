"""Builds of a few rows, and the one claim of a text checked against them."""

from collections.abc import Callable

from evidence.claims.checked_claim import CheckedClaim
from evidence.claims.verification.check import check
from tests.support import builds
from warehouse.build import Build

Make = Callable[..., Build]
YEAR = builds.months_of("activity", ("2025-01-01", "2025-12-31"))


def first(build: Build, text: str, *more: object, **named: object) -> CheckedClaim:
    """The only claim of a text, checked."""
    (one,) = check(build, text, *more, **named).claims  # type: ignore[arg-type]
    return one


def activities(number: int, year: int = 2025, **more: object) -> list[dict[str, object]]:
    """As many activities in March of a year."""
    return [{"title": f"活动{n}", "held_on": f"{year}-03-{n % 28 + 1:02}", **more} for n in range(number)]
