"""What this program wrote is read again whatever became of it: nested without end, or a pipe in its place."""

import errno
import os
import sys
from pathlib import Path

import duckdb
import pytest

from command_line import Outcome, add_command, command_parser, run_command
from documents.stored_file import parsed_json, stored_json, stored_text, stored_toml
from etl import disk_errors, history
from etl.inbox import received_files, recipes
from etl.inbox.folder import Inbox
from warehouse.build import NoBuild
from warehouse.build_in_use import build_in_use
from warehouse.shard import DESCRIPTION, read_shard

DEEP = "[" * 200_000


def test_a_file_nested_without_end_is_a_damaged_one(tmp_path: Path):
    for name, read in (("a.json", stored_json), ("a.toml", stored_toml)):
        (tmp_path / name).write_text(f"a = {DEEP}" if name.endswith("toml") else DEEP)
        with pytest.raises(ValueError, match="nested"):
            read(tmp_path / name)
    with pytest.raises(ValueError, match="nested"):
        parsed_json(DEEP)


def test_a_load_passes_over_its_own_notes_nested_without_end(tmp_path: Path):
    (tmp_path / "inbox").mkdir()
    for path in (tmp_path / "inbox" / received_files.FILE, tmp_path / history.FILE, tmp_path / DESCRIPTION):
        path.write_text(DEEP)
    (tmp_path / "a.toml").write_text(f"a = {DEEP}")

    assert received_files.spoilt(tmp_path, {}) == set()
    assert history.entries(tmp_path) == []
    assert read_shard(tmp_path, Path()) is None
    assert Inbox(tmp_path).links() == {}
    with pytest.raises(recipes.BadRecipe, match="已忽略"):
        recipes.read(tmp_path / "a.toml")


@pytest.mark.skipif(os.name != "posix", reason="pipes with names")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path):
    (tmp_path / "builds").mkdir()
    os.mkfifo(tmp_path / "builds" / "CURRENT")

    with pytest.raises(OSError, match="CURRENT"):
        stored_text(tmp_path / "builds" / "CURRENT")
    with pytest.raises(NoBuild, match="指针"):
        build_in_use(tmp_path)


def test_want_of_memory_is_not_called_damage():
    for error in (MemoryError(), duckdb.OutOfMemoryException("allocation failure"), OSError(errno.ENOMEM, "no")):
        assert disk_errors.sentence(error) == disk_errors.OUT_OF_MEMORY


def test_a_command_whose_output_is_closed_writes_nowhere_and_ends_as_it_would(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    parser, commands = command_parser("x", "")
    add_command(commands, "go", lambda _options: Outcome("✓", 3), "")

    exit_code = run_command(parser, ["go"], str)
    sys.stdout.close()
    sys.stderr.close()

    assert exit_code == 3
