"""The sample is as untidy as its README says: each file named there is opened and the mess looked for."""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

SAMPLE = Path(__file__).parent.parent.parent / "data" / "sample"
LINE = re.compile(r"^\| (?P<number>\d+) \| (?P<mess>.+?) \| (?P<file>[^|]+) \|$", re.MULTILINE)
NAMED = [match.groups() for match in LINE.finditer((SAMPLE / "README.md").read_text(encoding="utf-8"))]


Merge = tuple[tuple[int, int], tuple[int, int]]  # (top, left), (bottom, right)


@dataclass(frozen=True)
class Grid:
    """A ledger as its bytes say it is: the cells and the merged ranges of each sheet."""

    path: Path
    sheets: dict[str, list[list[Any]]]
    merges: dict[str, list[Merge]]

    @property
    def rows(self) -> list[list[Any]]:
        return [row for rows in self.sheets.values() for row in rows]

    @property
    def cells(self) -> list[Any]:
        return [cell for row in self.rows for cell in row if cell != ""]

    def has(self, pattern: str) -> bool:
        """Whether a text cell matches the whole pattern."""
        return any(isinstance(cell, str) and re.fullmatch(pattern, cell, re.DOTALL) for cell in self.cells)

    def column(self, header: str) -> list[Any]:
        """Return what stands under a header in the first sheet that has it."""
        for rows in self.sheets.values():
            for index, row in enumerate(rows):
                if header in row:
                    return [below[row.index(header)] for below in rows[index + 1 :]]
        raise AssertionError(f"no header {header}")


def opened(path: Path) -> Grid:
    if path.suffix == ".csv":
        data = path.read_bytes()
        text = data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "gbk")
        return Grid(path, {"": list(csv.reader(text.splitlines()))}, {})
    with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as workbook:
        sheets = {name: workbook.get_sheet_by_name(name) for name in workbook.sheet_names}
        merges = {name: sheet.merged_cell_ranges or [] for name, sheet in sheets.items()}
        return Grid(path, {name: sheet.to_python(skip_empty_area=False) for name, sheet in sheets.items()}, merges)


def merged_pairs(merges: list[Merge]) -> int:
    return sum(top == bottom and right == left + 1 for (top, left), (bottom, right) in merges)


def merged_down(merges: list[Merge]) -> int:
    return sum(bottom > top + 1 and left == right for (top, left), (bottom, right) in merges)


def texts_and_dates(cells: list[Any]) -> bool:
    kinds = {type(cell) for cell in cells if cell != ""}
    return str in kinds and bool(kinds & {date, datetime})


def heads(grid: Grid, word: str) -> int:
    return sum(word in row for row in grid.rows)


def blank_between(grid: Grid) -> bool:
    rows = ["".join(map(str, row)) for row in next(iter(grid.sheets.values()))]
    return any(not middle and above and below for above, middle, below in zip(rows, rows[1:], rows[2:], strict=False))


def lost_merge(grid: Grid) -> bool:
    blanks = sum(row[1] == "" for row in grid.sheets["下半年"])
    return blanks > 100 and merged_down(grid.merges["下半年"]) == 0


def written_twice(grid: Grid) -> bool:
    donors = {str(cell).strip() for rows in grid.sheets.values() for row in rows for cell in row[2:3]}
    return any(f"{name.removesuffix('公司')}有限公司" in donors for name in donors if name.endswith("公司"))


PROBES: dict[int, Callable[[Grid], bool]] = {
    1: lambda g: g.has(r"金额\(元）"),
    2: lambda g: g.has("上午") and g.has("下午") and merged_pairs(g.merges["2021年"]) == 1,
    3: lambda g: all("举办日期" in rows[9] for rows in g.sheets.values()),
    4: lambda g: g.has(r" .+") and g.has(r".+\t") and g.has(r"\n.+"),
    5: blank_between,
    6: lambda g: not g.sheets["Sheet2"] and not g.sheets["Sheet3"],
    7: lambda g: g.has(r".*（5月20日）.*"),
    8: lambda g: all(isinstance(cell, float | int) for cell in g.column("服务开展日期")[:-1]),
    9: lambda g: g.has(r"[\d.]+万元") and g.has("10万步计步手环"),
    10: lambda g: any("总额" in row[8:] for row in g.rows),
    11: lambda g: g.has("\u00a0[\\d,.]+\u00a0"),
    12: lambda g: any([cell for cell in row if cell != ""] == ["单位：分钟"] for row in g.rows),
    13: lambda g: g.has("注：以上.+"),
    14: lambda g: g.has(r"\*瑛") and g.has("爱心人士"),
    15: lambda g: merged_pairs(g.merges["2025年"]) > 100,
    16: lambda g: g.has("小计") and g.has("合计"),
    17: lambda g: g.has(r"填表人.*\d{4}年12月31日"),
    18: lambda g: merged_down(g.merges["上半年"]) > 5 and lost_merge(g),
    19: lambda g: g.has(r"20\d\d\.\d\d\.\d\d"),
    20: lambda g: g.has("\u200b"),
    21: lambda g: all([cell for cell in row if cell != ""] == [0] for row in g.sheets["2023年"][-30:]),
    22: lambda g: g.has("服务时长\n（小时）"),
    23: lambda g: g.has(r"\d\d:\d\d:\d\d"),
    24: lambda g: g.has("[\u4e00-\u9fff]\u3000[\u4e00-\u9fff]"),
    25: lambda g: g.has(r"\d{1,3}(,\d{3})+\.\d\d"),
    26: lambda g: g.has("捐赠金额（万元）") and g.has("捐款金额（单位：元）"),
    27: lambda g: g.has("/") and g.has("暂无") and g.has("无"),
    28: lambda g: g.has("[０-９]+"),
    29: lambda g: heads(g, "会议名称") > 40,
    30: lambda g: g.has(r"共计\d+人次 \| 总金额[\d.]+"),
    31: lambda g: texts_and_dates(g.column("服务日期")),
    32: lambda g: g.has(r"\d+盒"),
    33: lambda g: g.has(r"20\d\d年\d+月\d+日"),
    34: lambda g: g.path.suffix == ".xls" and g.path.read_bytes().startswith(b"PK"),
    35: lambda g: g.has(r"\d+～\d+岁"),
    36: lambda g: g.has(r"\tAN\d+"),
    37: lambda g: merged_down(g.merges["2021年"]) == 12 and g.column("月份")[1] == "",
    38: lambda g: g.has("小计") and g.has(r"共\d+件"),
    39: written_twice,
}


def test_every_mess_of_the_table_has_a_probe():
    assert [int(number) for number, _, _ in NAMED] == sorted(PROBES)


@pytest.mark.parametrize(("number", "mess", "file"), NAMED, ids=[number for number, _, _ in NAMED])
def test_the_mess_is_in_the_file_named(number, mess, file):
    assert PROBES[int(number)](opened(SAMPLE / file)), mess


@pytest.mark.parametrize(("encoding", "count"), [("gbk", 11), ("utf-8-sig", 10)])
def test_csv_files_come_in_both_encodings(encoding, count):
    is_marked = [path.read_bytes().startswith(b"\xef\xbb\xbf") for path in SAMPLE.glob("*（演示）*.csv")]
    assert is_marked.count(encoding == "utf-8-sig") == count
