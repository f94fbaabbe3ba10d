"""Builds of a few rows, and the one claim of a text checked against them."""

from collections.abc import Callable

from evidence.claims.checked_claim import CheckedClaim
from evidence.claims.verification.check import check
from tests.support import builds
from warehouse.build import Build

Make = Callable[..., Build]
YEAR = builds.months_of("activity", ("2025-01-01", "2025-12-31"))


def check_single(build: Build, text: str, *arguments: object, **options: object) -> CheckedClaim:
    """Return the only claim of a text, checked."""
    (checked_claim,) = check(build, text, *arguments, **options).claims  # type: ignore[arg-type]
    return checked_claim


def activities(number: int, year: int = 2025, **columns: object) -> list[dict[str, object]]:
    """Return as many activities in March of a year."""
    return [{"title": f"活动{n}", "held_on": f"{year}-03-{n % 28 + 1:02}", **columns} for n in range(number)]
