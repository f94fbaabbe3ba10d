"""Says what of a data folder belongs into a backup: all that nothing could make again, and the builds."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from etl.building.publication_gate import WITHHELD_FILE
from etl.cleaning.pseudonyms import KEY_FILE
from etl.history import FILE as HISTORY
from etl.inbox import organisation_decisions, taken_back
from etl.inbox.moved_files import REMOVED
from warehouse.build_in_use import named_build
from warehouse.cell_files import ENDING as CELLS
from warehouse.shard import FOLDER as SHARDS

SECRET = PurePosixPath(KEY_FILE).parts[0]
FOLDERS = ("inbox", REMOVED, "recipes", "kept", "packs")
FILES = (HISTORY, organisation_decisions.FILE, taken_back.FILE)
POINTERS = (f"builds/{WITHHELD_FILE}", "builds/INPUTS", "builds/CURRENT")  # the last one decides which build is in use
PARTIAL = ".partial"


def contents(folder: Path, folders: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """Yield (name, path) of each file of these folders, of shards and builds, and of FILES; a name is the path from the data folder on.

    Pointers stay out where they name no build that is there: a restore would refuse them.
    """
    for name in folders:
        yield from _files_below(folder, folder / name)
    yield from _files_below(folder, folder / SHARDS)
    for path in sorted((folder / "builds").glob("*.duckdb")):
        yield f"builds/{path.name}", path
    named = named_build(folder)
    for name in (*FILES, *(POINTERS if named and named.is_file() else ())):
        if (folder / name).is_file():
            yield name, folder / name


def _files_below(folder: Path, below: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of a folder, without links and without what is still being written."""
    for parent, folders, names in os.walk(below):
        folders[:] = sorted(name for name in folders if not name.endswith(PARTIAL))
        for path in (Path(parent, name) for name in sorted(names) if not name.endswith(PARTIAL)):
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(folder).as_posix(), path


def belongs(name: str) -> bool:
    """Tell whether a backup may hold a file of this name: below the data folder, and in a place that backups have."""
    place = PurePosixPath(name)
    is_plain = name == place.as_posix() and not place.is_absolute() and not {"..", "."} & {*place.parts}
    if not is_plain or "\\" in name or "\0" in name:
        return False
    is_shard = place.parts[:1] == (SHARDS,) and len(place.parts) == 4 and place.suffix in (".parquet", ".json", CELLS)
    is_build = place.parts[:1] == ("builds",) and len(place.parts) == 2 and place.suffix == ".duckdb"
    return (
        is_build
        or is_shard
        or name in (*FILES, *POINTERS)
        or (len(place.parts) > 1 and place.parts[0] in (*FOLDERS, SECRET))
    )
