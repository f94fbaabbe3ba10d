"""Brings the shards of all communities up to date: those made of the same as before are taken as they are, the others made anew."""

import hashlib
import shutil
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath

import duckdb

from etl import clock
from etl.building import community_rows
from etl.building.community_rows import RowInputs
from etl.building.database import rows_database
from etl.building.memory import batches, with_little_memory
from etl.building.new_versions import FilePair, Tallies, Tally, new_versions
from etl.building.shard_writer import ordered_rows, write_shard
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
    """Return the shards of all communities with rows; those that are not there, whole, are written.

    `scratch` is a path for what memory does not hold meanwhile.
    """
    keys = row_keys(inputs, clock.today())
    known = {name: _variants(data, name, key) for name, key in keys.items()}
    tallies: Tallies = defaultdict(Tally, {name: _tally(known[name]) for name in keys if known[name]})
    maker = _ShardMaker(data, scratch, inputs, keys, tallies)
    due = [name for name in keys if not known[name]]
    while due:
        for batch in batches(community_rows.counted_communities(inputs, due)):
            with_little_memory(partial(maker.make, batch))
        # A ledger of one community can make, or unmake, a file with rows of others a new version.
        due = [name for name, folder in maker.folders(keys).items() if folder not in {*known[name], *maker.made}]
    folders = maker.folders(keys)
    made = maker.only(folders.values())
    shards = [made[folder] if folder in made else known[name][folder] for name, folder in folders.items()]
    return ShardsInUse(shards, list(made.values()), sorted(maker.damaged))


@dataclass(frozen=True)
class _ShardMaker:
    """Makes shards, a batch of communities at a time in a database of its own, and adds to the `tallies` of all communities."""

    data: Path
    scratch: Path
    inputs: RowInputs
    keys: Mapping[str, str]
    tallies: Tallies
    made: dict[PurePosixPath, Shard] = field(default_factory=dict)
    damaged: set[str] = field(default_factory=set)

    def folders(self, communities: Iterable[str]) -> dict[str, PurePosixPath]:
        """Return {community: folder of its shard} as far as the rows made until now tell which files are new versions."""
        versions = new_versions(self.tallies.values())
        return {name: _folder(name, self.keys[name], self.tallies[name].versions(versions)) for name in communities}

    def make(self, communities: Sequence[str], memory: str) -> None:
        """Make the shards of these communities. Raises OutOfMemoryException where this much does not suffice."""
        self.tallies.update({name: Tally() for name in communities})
        with rows_database(self.scratch, memory) as connection:
            community_rows.make_records(connection, self.inputs, communities, self.tallies)
            community_rows.make_facts(connection, communities)
            counts = community_rows.row_counts(connection, communities)
            rows = {table: ordered_rows(connection, table) for table in {*chain(*counts.values())}}
            for name, folder in self.folders(communities).items():
                if (self.data / folder).exists() and folder not in self.made:
                    self.damaged.add(name)
                tables = {table: rows[table][name] for table in counts[name]}
                notes = _notes(self.tallies[name])
                self.made[folder] = write_shard(self.data, name, folder, tables, counts[name], notes)

    def only(self, folders: Collection[PurePosixPath]) -> dict[PurePosixPath, Shard]:
        """Return the made shards in these folders, and remove those made before all new versions were known."""
        for folder in self.made.keys() - {*folders}:
            shutil.rmtree(self.data / folder, ignore_errors=True)
        return {folder: shard for folder, shard in self.made.items() if folder in folders}


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
