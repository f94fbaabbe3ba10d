"""Groups of communities whose cells lie together: one more community, or a new shard of one, changes few of them."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

from warehouse.cell_groups import group_path, groups
from warehouse.shard import ShardFile, community_folder

DATA = Path("data")
FILES = [
    ShardFile(name, "attendance", community_folder(name) / "a" / "attendance.parquet", 1, 1, "")
    for name in (f"第{number:03}社区" for number in range(300))
]


def paths(files: list[ShardFile]) -> set[Path]:
    """Return the paths of the cells of all groups."""
    return {group_path(DATA, group) for group in groups(files)}


def test_groups_hold_all_communities_in_their_order():
    assert [file for group in groups(FILES) for file in group] == FILES
    assert (len(groups(FILES)), groups([])) == (16, [])


def test_a_new_shard_changes_one_group():
    changed = replace(FILES[100], path=PurePosixPath("shards/b/c/attendance.parquet"))
    assert len(paths([*FILES[:100], changed, *FILES[101:]]) - paths(FILES)) == 1


def test_one_community_less_changes_at_most_one_group():
    assert all(len(paths([*FILES[:number], *FILES[number + 1 :]]) - paths(FILES)) <= 1 for number in range(300))
