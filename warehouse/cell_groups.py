"""Puts communities whose names follow each other into groups, of which the cells are stored together once more: a reader opens few files.

A group ends where the mark of a community says so. One more community, or a new shard of one, therefore changes one group and no other.
"""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from warehouse.shard import ShardFile, community_folder

FOLDER = "builds/cells"  # from the data folder on; not in backups: the next load makes what is not there
LAST_OF_GROUP = "0"  # begins the mark of every sixteenth community, on average

Group = Sequence[ShardFile]  # of one table, in the order of communities


def groups(files: Iterable[ShardFile]) -> list[Group]:
    """Return the files of a table, which are in the order of communities, in groups."""
    grouped: list[list[ShardFile]] = [[]]
    for file in files:
        grouped[-1].append(file)
        if community_folder(file.community).name.startswith(LAST_OF_GROUP):
            grouped.append([])
    return [group for group in grouped if group]


def group_path(data: Path, group: Group) -> Path:
    """Return the path of the cells of a group, named by the files of rows that they are made of."""
    members = "\n".join(file.path.as_posix() for file in group)
    return data / FOLDER / f"{hashlib.sha256(members.encode()).hexdigest()[:20]}.cells"
