"""Brings the shards of all communities up to date: those made of the same as before are taken as they are, the others made anew."""

import hashlib
import shutil
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath

import duckdb

from etl.building import community_rows
from etl.building.community_rows import RowInputs
from etl.building.memory import with_little_memory
from etl.building.new_versions import FilePair, Tallies, Tally, new_versions
from etl.building.shard_writer import write_shard
from etl.cleaning.job import program
from warehouse.shard import Shard, community_folder, read_shard

Variants = Mapping[PurePosixPath, Shard]  # shards of the same rows, which differ in the new versions that were refused


@dataclass(frozen=True)
class ShardsInUse:
    """The shards a build is made of: those `made` now, and the communities whose shard was `damaged` and is made again."""

    shards: Sequence[Shard]
    made: Sequence[Shard]
    damaged: Sequence[str]

    def remove_made(self, data: Path) -> None:
        """Remove the shards made now: a build of them did not pass the checks."""
        for shard in self.made:
            shutil.rmtree(data / shard.folder, ignore_errors=True)


def bring_up_to_date(data: Path, scratch: Path, inputs: RowInputs) -> ShardsInUse:
    """Return the shards of all communities with rows; those that are not there, whole, are written. `scratch` is a path to work at."""
    return with_little_memory(lambda memory: _shards(data, scratch, inputs, memory))


def _shards(data: Path, scratch: Path, inputs: RowInputs, memory: str) -> ShardsInUse:
    keys = row_keys(inputs, datetime.now().astimezone().date())
    known = {name: _variants(data, name, key) for name, key in keys.items()}
    anew = {name for name in keys if not known[name]}
    while True:
        tallies: Tallies = defaultdict(Tally, {name: _tally(known[name]) for name in keys if name not in anew})
        with _made(scratch, inputs, anew, tallies, memory) as connection:
            versions = new_versions(tallies.values())
            folders = {name: _folder(name, key, tallies[name].versions(versions)) for name, key in keys.items()}
            # A ledger of one community can make, or unmake, a file with rows of others a new version.
            if further := {name for name in keys if name not in anew and folders[name] not in known[name]}:
                anew |= further
                continue
            damaged = [name for name in sorted(anew) if (data / folders[name]).exists()]
            made = _write(connection, data, {name: folders[name] for name in sorted(anew)}, tallies)
        shards = {name: known[name][folders[name]] for name in keys if name not in anew} | made
        return ShardsInUse([shards[name] for name in sorted(keys)], list(made.values()), damaged)


def row_keys(inputs: RowInputs, today: date) -> dict[str, str]:
    """Return {community: hash of all that its rows are made of}.

    The day is among it only while a row is dated in the future: such a row is refused until then.
    """
    parts: dict[str, list[tuple[object, ...]]] = defaultdict(list)
    ahead: Counter[str] = Counter()
    for placement in inputs.of({each.community for each in inputs.placements if each.community}):
        part = placement.part
        place = (part.record, placement.file, placement.checksum, part.sheet, part.table_no, part.spelling or "")
        parts[placement.community or ""].append(place)
        ahead[placement.community or ""] += part.last_on > today
    shared = (program(), duckdb.__version__, sorted(inputs.merged.items()), inputs.register.to_pylist())
    return {
        name: hashlib.sha256(repr((shared, sorted(places), today if ahead[name] else None)).encode()).hexdigest()[:20]
        for name, places in sorted(parts.items())
    }


def _variants(data: Path, community: str, key: str) -> Variants:
    """Return the whole shards that are made of the rows of this key."""
    below = community_folder(community)
    folders = (below / path.name for path in sorted((data / below).glob(f"{key}*")))
    shards = ((folder, read_shard(data, folder)) for folder in folders)
    return {folder: shard for folder, shard in shards if shard and shard.is_whole(data)}


def _folder(community: str, key: str, versions: Sequence[FilePair]) -> PurePosixPath:
    """Return the folder of a shard: what rows are refused as new versions of rests on other communities, too."""
    ending = f"-{hashlib.sha256(repr(versions).encode()).hexdigest()[:8]}" if versions else ""
    return community_folder(community) / f"{key}{ending}"


@contextmanager
def _made(
    scratch: Path, inputs: RowInputs, communities: Collection[str], tallies: Tallies, memory: str
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a connection in which the record tables of these communities are made, in a file that goes with it."""
    try:
        with duckdb.connect(str(scratch), config={"memory_limit": memory, "threads": "2"}) as connection:
            connection.execute("begin")  # small transactions would each wait for the disk
            if communities:
                community_rows.make_records(connection, inputs, communities, tallies)
            yield connection
    finally:
        for path in scratch.parent.glob(f"{scratch.name}*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _write(
    connection: duckdb.DuckDBPyConnection, data: Path, folders: Mapping[str, PurePosixPath], tallies: Tallies
) -> dict[str, Shard]:
    shards = {}
    for batch in community_rows.batches(connection, folders) if folders else ():
        connection.execute("commit")  # or what the batch before made would stay until the end
        connection.execute("begin")
        community_rows.make_facts(connection, batch)
        for name, rows in community_rows.row_counts(connection, batch).items():
            shards[name] = write_shard(connection, data, name, folders[name], rows, _notes(tallies[name]))
    return shards


def _notes(tally: Tally) -> dict[str, object]:
    """Return a tally as it is stored with a shard."""
    return {
        "sizes": [[*place, rows] for place, rows in sorted(tally.sizes.items())],
        "repeated": [[*pair, rows] for pair, rows in sorted(tally.repeated.items())],
    }


def _tally(variants: Variants) -> Tally:
    """Return the tally stored with the shards of the same rows, which have one."""
    notes = next(iter(variants.values())).notes
    return Tally(*(Counter({(*place,): rows for *place, rows in notes[name]}) for name in ("sizes", "repeated")))
