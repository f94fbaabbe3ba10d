"""Counts orders of four steps and the three lists of a year of a community a second time."""

from datetime import date

from tests.oracle.second_headers import LISTS
from tests.oracle.second_reader import Row
from tests.oracle.second_year import Sides, Year

STARS = {"非常满意": 5, "满意": 4, "一般": 3, "不满意": 2, "非常不满意": 1, **{f"{n}星": n for n in range(1, 6)}}


def stars(y: Year) -> list[int]:
    """Return the ratings of the orders rated in the year, by the day of their end where they have no day of their own."""
    rated = [row for row in y.rows["service_order"] if row.get("rating")]
    dated = [row for row in rated if y.first <= (row["rated"] or row["completed"]) <= y.last]
    return [STARS.get(row["rating"]) or int(row["rating"]) for row in dated]


def listed(y: Year, kind: str) -> list[Row]:
    """Return what stands on the newest list issued up to the end of the year."""
    issued = [row for row in y.rows[kind] if row["version"] <= y.last]
    newest = max((row["version"] for row in issued), default=None)
    return [row for row in issued if row["version"] == newest]


def needs(y: Year) -> Sides:
    """Return how many needs found a resource or a project, and how many there are."""
    needs = listed(y, "listed_need")
    return sum(bool(row["resource"] or row["taken_up"]) for row in needs), len(needs)


def supported(y: Year) -> Sides:
    """Return how many projects stood, not turned down, on any list in force in the year."""
    issued = sorted({row["version"] for row in y.rows["listed_project"]})
    ends = dict(zip(issued, [*issued, date.max][1:], strict=True))
    in_force = [version for version, end in ends.items() if version <= y.last and end > y.first]
    rows = [row for row in y.rows["listed_project"] if row["version"] in in_force]
    return (len({row["title"] for row in rows if row["status"] not in ("未立项", "否")}),)


def lists(y: Year) -> Sides:
    """Return how many versions of the lists were issued in the year."""
    versions = {(kind, row["version"]) for kind in LISTS for row in y.rows[kind]}
    return (sum(y.first <= version <= y.last for _, version in versions),)
