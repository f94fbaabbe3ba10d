"""The last line of a load says what was done: published, nothing changed, or files left out."""

from pathlib import Path

from tests.support.ledgers import GIFTS, command, loaded


def test_a_load_that_changes_nothing_does_not_say_that_it_published(office_in_use: Path):
    _, build = loaded(office_in_use)
    closing = command("load", "--data", office_in_use).stdout.splitlines()[-1]
    assert closing.startswith(f"没有变化，仍用批次 {build.name}，入库 ") and "已发布" not in closing


def test_a_load_that_leaves_a_file_out_says_so_beside_what_it_published(office_in_use: Path, tmp_path: Path):
    (tmp_path / "新").mkdir()
    (tmp_path / "新" / "社东善款.csv").write_text(GIFTS, encoding="utf-8")
    (tmp_path / "新" / "坏.xlsx").write_bytes(b"PK\x03\x04" + bytes(500))
    closing = command("load", tmp_path / "新", "--data", office_in_use).stdout.splitlines()[-1]
    assert "已发布" in closing and "（1 份没有采用，原因见上）" in closing and "可以放心使用" not in closing
