"""Tells for each community how many of its ledgers arrived, and how many of its rows were loaded and refused."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from warehouse import communities, ledgers, records
from warehouse.build import Build
from warehouse.ledgers import SheetKey

Owner = str | None  # a community, None where nothing says whose a row is


@dataclass(frozen=True)
class CommunityAccount:
    """The ledgers and rows of one community; `community` None holds the refused rows of which nothing says whose they are.

    Of those, `of_no_community` name no known community; `refused` were refused while they were read, before that was looked at.
    """

    community: Owner
    files: int
    loaded: int
    refused: int
    of_no_community: int = 0


def community_accounts(build: Build, files: Collection[str] | None = None) -> list[CommunityAccount]:
    """Return the account of every community with a row in these files (all, if None is given), in the register's order.

    Files refused as a whole are left out: nothing was asked about whose they are.
    """
    loaded_rows, refused_rows = records.loaded_rows(build), ledgers.refused_rows(build)
    early_refusals, by_file = ledgers.early_refusals(build), _communities_by_file(loaded_rows)
    loaded: Counter[Owner] = Counter()
    refused: Counter[Owner] = Counter()
    of_none = 0
    names: dict[Owner, set[str]] = defaultdict(set)
    refused_files = {problem.file for problem in ledgers.problems(build) if problem.is_whole_file}
    for sheet in ledgers.source_files(build):
        if sheet.file not in refused_files and (files is None or sheet.file in files):
            sheet_loaded = loaded_rows.get(sheet.key, {})
            in_reading, sheet_of_none = early_refusals.get(sheet.key, (0, 0))
            owner = _owner((sheet_loaded, by_file.get(sheet.file, ())))
            sheet_refused = Counter[Owner](refused_rows.get(sheet.key, {})) + Counter({owner: in_reading})
            loaded.update(sheet_loaded)
            refused.update(sheet_refused)
            of_none += sheet_of_none
            for community in (*sheet_loaded, *sheet_refused, *([None] if sheet_of_none else [])):
                names[community].add(sheet.file)
    order: list[Owner] = [*communities.names(build), None]
    return [
        CommunityAccount(
            community, len(names[community]), loaded[community], refused[community], 0 if community else of_none
        )
        for community in order
        if community in names
    ]


def _owner(neighbours: Sequence[Collection[str]]) -> Owner:
    """Return whose a row is that was refused before its community was known: of whom all rows beside it are, of its sheet or else its file."""
    return next((next(iter(names)) for names in neighbours if len(names) == 1), None)


def _communities_by_file(loaded_rows: Mapping[SheetKey, Mapping[str, int]]) -> dict[str, set[str]]:
    by_file: dict[str, set[str]] = defaultdict(set)
    for (_, file, _), rows in loaded_rows.items():
        by_file[file] |= set(rows)
    return by_file
