"""What is asked or told of a whole file is told in a few lines: each reason once, with the sheets it holds for."""

from pathlib import Path

import openpyxl
import pytest

from tests.support.ledgers import GIFTS, REGISTER, command, received

MONTHS = [f"{month}月" for month in range(1, 7)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a register."""
    received(tmp_path / "data", {"名册.csv": REGISTER})
    return tmp_path / "data"


def workbook(path: Path, header: tuple[str, ...], rows: list[tuple]) -> Path:
    """Write a workbook with the same rows on a sheet for each month."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for month in MONTHS:
        sheet = book.create_sheet(month)
        for row in (header, *rows):
            sheet.append(row)
    book.save(path)
    return path


def test_sheets_that_nothing_is_known_of_are_told_once(data: Path, tmp_path: Path):
    path = workbook(tmp_path / "天气.xlsx", ("城市", "气温"), [("广州", 30)])
    lines = command("load", path, "--data", data).stdout.splitlines()

    assert lines[0] == "✗ 天气.xlsx：6张工作表都没有入库"
    assert lines[1].startswith("    没有找到认识的表头") and lines[1].endswith("（工作表1月、2月、3月等6张）")
    assert len([line for line in lines if "没有找到认识的表头" in line]) == 1


def test_refused_rows_of_many_sheets_are_told_once_a_reason(data: Path, tmp_path: Path):
    rows = [("凤二", "甲演示", "昨天", 2), ("凤二", "乙演示", "前天", 3)]
    path = workbook(tmp_path / "志愿服务.xlsx", ("社区", "姓名", "日期", "时长（小时）"), rows)
    lines = command("load", path, "--data", data).stdout.splitlines()

    assert [line for line in lines if "张工作表" in line] == [
        "✗ 志愿服务.xlsx：6张工作表都没有入库，读12行＝入库0＋拒收12＋跳过0"
    ]
    (reason,) = [line for line in lines if "拒收12处" in line]
    assert "昨天" in reason and reason.endswith("（工作表1月、2月、3月等6张）")


def test_each_sheet_is_told_to_whoever_asks(data: Path, tmp_path: Path):
    path = workbook(tmp_path / "天气.xlsx", ("城市", "气温"), [("广州", 30)])

    assert sum("✗ 天气.xlsx“" in line for line in command("load", "-v", path, "--data", data).stdout.splitlines()) == 6


def test_looking_at_a_ledger_of_nobody_known_asks_for_the_community_like_the_load(data: Path, tmp_path: Path):
    (tmp_path / "善款.csv").write_text(GIFTS, encoding="utf-8")
    text = command("inspect", tmp_path / "善款.csv", "--data", data).stdout
    settled = command("inspect", tmp_path / "善款.csv", "--set", "社区=凤二村", "--data", data).stdout

    assert "入库0＋拒收3" in text and "看不出是哪个社区：3行都没有写" in text and "请用 --set 社区=社区名 指明" in text
    assert "入库3＋拒收0" in settled and "看不出" not in settled


@pytest.mark.parametrize(
    ("title", "counts"), [("桂花里社区2025年活动登记表", "入库3＋拒收0"), ("2025年活动登记表", "入库1＋拒收2")]
)
def test_rows_below_a_community_are_promised_and_loaded_where_the_title_names_it(
    tmp_path: Path, title: str, counts: str
):
    rows = ["桂花里社区,重阳宴,2025-03-02", ",八段锦,2025-03-09", ",读书会,2025-03-10"]
    (tmp_path / "活动登记.csv").write_text("\n".join([f"{title},,", "社区,活动名称,活动日期", *rows]), encoding="utf-8")
    looked_at, loaded = (
        command(verb, tmp_path / "活动登记.csv", "--data", tmp_path / "data").stdout for verb in ("inspect", "load")
    )
    assert counts in looked_at and f"入库 {counts[2]} 行" in loaded
    assert ("空着的都与上面一行相同的，加 --set 社区=同上" in looked_at) == counts.endswith("2")
