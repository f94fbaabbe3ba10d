"""Points to the build in use, and notes beside it what that was made of."""

from datetime import datetime
from pathlib import Path

import duckdb

from documents.stored_file import stored_text
from documents.whole_file import durably_replacing, flush
from etl.building.build_inputs import BuildInputs
from etl.inbox.folder import file_sha256
from warehouse.build import HARDENED
from warehouse.shard_tables import shard_files


def build_of(builds: Path, inputs: BuildInputs) -> Path | None:
    """Return the path of the build in use if it was made of these inputs and is whole with its shards, else None.

    Files that give nothing make no new build; those that the build tells of must still be there.
    """
    try:
        name = stored_text(builds / "CURRENT").strip()
        *former, failures = stored_text(builds / "INPUTS").split(" ", 3)
        path = builds / name
        is_same = former == [name, inputs.digest, file_sha256(path)] and {*failures.split()} <= {*inputs.failures}
        return path if is_same and _has_whole_shards(path) else None
    except (OSError, ValueError):  # not there, or not as written: a new build heals it
        return None


def _has_whole_shards(path: Path) -> bool:
    with opened(path) as connection:
        return all(file.is_whole(path.parents[1]) for file in shard_files(connection))


def opened(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a finished build to read from it alone."""
    return duckdb.connect(str(path), read_only=True, config=HARDENED)


def point_to(partial: Path, builds: Path, inputs: BuildInputs) -> Path:
    """Name a finished build by the second, note what it was made of, and point to it; return its path."""
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    names = (builds / f"{stamp}{suffix}.duckdb" for suffix in ("", *(f"-{n}" for n in range(2, 1000))))
    path = next(name for name in names if not name.exists())
    flush(partial)
    digest = file_sha256(partial)
    partial.rename(path)
    made_of = " ".join((path.name, inputs.digest, digest, "", *inputs.failures))
    for name, content in (("INPUTS", made_of), ("CURRENT", path.name)):
        if (builds / name).is_dir():  # whoever put a folder there finds it beside
            (builds / name).rename(builds / f"{name}-{path.stem}")
        with durably_replacing(builds / name) as beside:
            beside.write_text(content, encoding="utf-8")
    return path
