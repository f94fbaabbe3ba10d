"""A database that is to make do with little memory gets much where little does not suffice."""

import duckdb
import pytest

from etl.building.memory import LITTLE, MUCH, with_little_memory


def longest_list(memory: str) -> int:
    """Return the length of a list that has to lie in memory whole."""
    with duckdb.connect(config={"memory_limit": memory, "threads": "1"}) as connection:
        return int(connection.execute("select len(list(range)) from range(15_000_000)").fetchall()[0][0])


def test_little_memory_is_tried_first_and_much_where_it_does_not_suffice():
    with pytest.raises(duckdb.OutOfMemoryException):
        longest_list(LITTLE)
    assert with_little_memory(longest_list) == 15_000_000
    assert with_little_memory(str) == LITTLE != MUCH
