"""Tells for each community how many of its ledgers arrived, and how many of its rows were loaded and refused."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from warehouse import communities, ledgers, records
from warehouse.build import Build
from warehouse.ledgers import SheetKey, SourceFile

Owner = str | None  # a community, None where nothing says whose a row is


@dataclass(frozen=True)
class CommunityAccount:
    """The ledgers and rows of one community; `community` None holds the refused rows of which nothing says whose they are."""

    community: Owner
    files: int
    loaded: int
    refused: int


def community_accounts(build: Build, files: Collection[str] | None = None) -> list[CommunityAccount]:
    """Return the account of every community with a row in these files (all, if None is given), in the register's order.

    Files refused as a whole are left out: nothing was asked about whose they are.
    """
    loaded_rows, refused_rows = records.loaded_rows(build), ledgers.refused_rows(build)
    by_file = _communities_by_file(loaded_rows)
    loaded: Counter[Owner] = Counter()
    refused: Counter[Owner] = Counter()
    names: dict[Owner, set[str]] = defaultdict(set)
    refused_files = {problem.file for problem in ledgers.problems(build) if problem.is_whole_file}
    for sheet in ledgers.source_files(build):
        if sheet.file not in refused_files and (files is None or sheet.file in files):
            sheet_loaded = loaded_rows.get(sheet.key, {})
            sheet_refused = _refused(
                sheet, refused_rows.get(sheet.key, {}), (sheet_loaded, by_file.get(sheet.file, ()))
            )
            loaded.update(sheet_loaded)
            refused.update(sheet_refused)
            for community in (*sheet_loaded, *sheet_refused):
                names[community].add(sheet.file)
    order: list[Owner] = [*communities.names(build), None]
    return [
        CommunityAccount(community, len(names[community]), loaded[community], refused[community])
        for community in order
        if community in names
    ]


def _refused(sheet: SourceFile, known: Mapping[str, int], neighbours: Sequence[Collection[str]]) -> Counter[Owner]:
    """Count a sheet's refused rows by community.

    A row refused before its community was known is counted with the rows loaded beside it, if these are of one community:
    those of its sheet, else of its file (`neighbours`, the nearer first).
    """
    owner = next((next(iter(names)) for names in neighbours if len(names) == 1), None)
    return Counter(known) + Counter({owner: sheet.refused - sum(known.values())})


def _communities_by_file(loaded_rows: Mapping[SheetKey, Mapping[str, int]]) -> dict[str, set[str]]:
    by_file: dict[str, set[str]] = defaultdict(set)
    for (_, file, _), rows in loaded_rows.items():
        by_file[file] |= set(rows)
    return by_file
