"""What a clerk sees of the first rows before anything is stored."""

from pathlib import Path

from tests.support.ledgers import command


def test_a_preview_says_yes_and_no_in_chinese_and_shows_nobody(tmp_path: Path):
    path = tmp_path / "满意度.csv"
    path.write_text(
        "社区,调查日期,分制,得分,姓名\n社东,2024-06-01,5,5,甲演示\n社东,2024-06-01,5,2,乙演示\n", encoding="utf-8"
    )
    shown = command("inspect", "-v", path, "--data", tmp_path / "data").stdout
    assert "是否满意=是" in shown and "是否满意=否" in shown and "演示" not in shown
