"""Reads which organisations a build names: as written and as counted, in which ledgers and communities, how often."""

from dataclasses import dataclass

from warehouse.build import Build


@dataclass(frozen=True)
class OrganisationUse:
    """One name in one column of one community's ledgers: as written, what it counts as, and in how many rows."""

    name: str
    written: str
    record: str
    column: str
    community: str
    rows: int


def uses(build: Build) -> list[OrganisationUse]:
    """Return every use of every name, by name."""
    query = 'select name, written, record, "column", community, row_count from organisation order by all'
    return [OrganisationUse(*row) for row in build.rows(query)]


def places(build: Build) -> list[tuple[str | None, ...]]:
    """Return the places of the register: city, district, street and community of each."""
    return build.rows("select city, district, street, community from place order by all")
