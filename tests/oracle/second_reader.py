"""Reads the ledgers of the sample a second time, with calamine and csv alone and none of the program's code.

What the headers mean is written down here by hand, for these files only. Rows come back as dicts of plain values.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from tests.oracle.second_headers import (
    COMMUNITIES,
    DAYS,
    HEADERS,
    KEYS,
    KINDS,
    LAST_DAY,
    LISTS,
    NUMBERS,
    PLACES,
    REQUIRED,
    SENT_TWICE,
)
from tests.oracle.second_refusals import is_refused

Row = dict[str, Any]
QUARTER = re.compile(r"(20\d\d)(?:年第?([一二三四1-4])季度|Q([1-4]))")
Grid = list[list[Any]]


def read(folder: Path) -> dict[str, list[Row]]:
    """Return {kind: rows} of all ledgers of a folder, in the order of their files; a number or receipt met twice counts once."""
    rows: dict[str, list[Row]] = {kind: [] for _, kind in KINDS}
    for path in sorted(folder.iterdir()):
        if path.suffix in (".xls", ".xlsx", ".csv") and SENT_TWICE not in path.name and path.name != "published.csv":
            for sheet, grid in _sheets(path):
                kind = next((kind for words, kind in KINDS if re.search(words, sheet)), None)
                kind = kind or next((kind for words, kind in KINDS if re.search(words, path.name)), None)
                if kind and kind not in ("sums", "points"):
                    rows[kind] += _rows(kind, path, sheet, grid)
    return {kind: _once(of_kind, KEYS.get(kind)) for kind, of_kind in rows.items()}


def _once(rows: list[Row], key: str | None) -> list[Row]:
    known, distinct = set(), []
    for row in rows:
        mark = (row["community"], row.get("version"), row.get(key)) if key and row.get(key) else None
        if mark is None or mark not in known:
            distinct.append(row)
        known.add(mark)
    return distinct


def _sheets(path: Path) -> Iterator[tuple[str, Grid]]:
    if path.suffix == ".csv":
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig") if raw.startswith(b"\xef\xbb\xbf") or _is_utf8(raw) else raw.decode("gb18030")
        yield "", [list(row) for row in csv.reader(text.splitlines())]
        return
    book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    for name in book.sheet_names:
        yield name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _rows(kind: str, path: Path, sheet: str, grid: Grid) -> Iterator[Row]:
    place = next((number for number, row in enumerate(grid) if len(_fields(kind, row)) >= len(REQUIRED[kind])), None)
    if place is None:
        return
    below = grid[place + 1] if kind in ("handed_out", "council") and not _text(grid[place + 1][0]) else []
    header = [part if _text(part) else whole for whole, part in zip(grid[place], below or grid[place], strict=True)]
    above = " ".join(str(cell) for row in grid[:place] for cell in row)
    fields, title = _fields_with_parts(kind, header), f"{path.name} {sheet} {above}"
    year = re.search(r"20\d\d(?=年)", f"{sheet} {title}")
    above_day: date | None = None
    above_version = ""
    for cells in grid[place + 1 :]:
        if any(re.match(r"合计|总计|小计|累计|共计|本页", _text(cell)) for cell in cells[:2]):
            continue
        row: Row = {"community": _community(path.name), "file": path.name}
        for name, columns in fields.items():
            row |= _read_field(name, columns, cells, str(header[columns[0]]), title, year[0] if year else "")
        if kind in ("gift", "handed_out") and path.suffix != ".csv":  # one date merged down over the rows of a day
            is_row = row.get("name") or row.get("yuan") is not None or row.get("quantity") is not None
            row["day"] = row["day"] or (above_day if is_row and not _text(cells[fields["day"][0]]) else None)
            above_day = row["day"] or above_day
        if kind in LISTS:  # a quarter is merged down, or stated once for the sheet
            above_version = row.get("version") or above_version or sheet
            row |= {"version": _quarter(above_version)}
        if kind == "register":
            row["community"] = _community(str(row["name"])) if row["name"] else ""
        places = [_text(cell) for cell, head in zip(cells, header, strict=False) if re.search(PLACES, _text(head))]
        row["community"] = row["community"] or _community(" ".join(places))
        is_known = all(_community(place) or place == "" for place in places)
        if (
            is_known
            and all(row.get(name) is not None for name in REQUIRED[kind])
            and not (kind in LISTS and row["version"] is None)
            and not is_refused(kind, row, _text(cells[fields["quantity"][0]]) if "quantity" in fields else "")
        ):
            yield row


def _fields_with_parts(kind: str, header: list[Any]) -> dict[str, list[int]]:
    """Return the columns of each field: those without a header behind 服务时长 are its parts, 上午 | 下午."""
    fields = _fields(kind, header)
    for name, columns in fields.items():
        after = columns[-1] + 1
        while name in ("hours", "heads") and after < len(header) and not str(header[after]).strip():
            columns.append(after)
            after += 1
    return fields


def _read_field(name: str, columns: list[int], cells: list[Any], head: str, title: str, year: str) -> Row:
    """Return what a row says in one field, in yuan and hours; of a score also its scale."""
    known = [
        value for column in columns if column < len(cells) and (value := _value(name, cells[column], year)) is not None
    ]
    value: Any = sum(known, Decimal(0)) if known and name in NUMBERS else next(iter(known), None)
    if value is not None and name == "yuan" and ("万元" in head or ("单位：万元" in title and "元" not in head)):
        value *= 10000
    if value is not None and name == "hours" and "分钟" in title + head:
        value /= 60
    scale = re.search(r"(百|十|五|\d+)分制|1-(\d)分", head) if name == "score" else None
    if scale is None:
        return {name: value}
    return {name: value, "scale": {"百": 100, "十": 10, "五": 5}.get(scale[1]) or int(scale[1] or scale[2])}


def _fields(kind: str, header: list[Any]) -> dict[str, list[int]]:
    fields: dict[str, list[int]] = {}
    for column, cell in enumerate(header):
        bare = re.sub(r"[（(].*", "", re.sub(r"\s", "", str(cell)))
        for name, spellings in HEADERS[kind].items():
            if bare and bare in spellings.split() and name not in fields:
                fields[name] = [column]
                break
    return fields


def _community(text: str) -> str:
    named = [name for name in COMMUNITIES if name[:2] in text]
    return min(named, key=lambda name: text.find(name[:2]), default="")


def _quarter(text: str) -> date | None:
    """Return the first day of the quarter that a text names: 2023年第三季度, 2024Q1."""
    match = QUARTER.match(text)
    if match is None:
        return None
    number = "一二三四".find(match[2]) + 1 if match[2] in tuple("一二三四") else int(match[2] or match[3])
    return date(int(match[1]), number * 3 - 2, 1)


def _text(cell: Any) -> str:
    text = re.sub(r"[\s\u200b]", "", str(cell))
    return "" if text in ("/", "-", "--", "—", "暂无", "无", "(空)", "N/A", "None") else text


def _value(name: str, cell: Any, year: str) -> Any:
    if name in DAYS:
        return _day(cell, year)
    if name in NUMBERS:
        return _number(cell)
    if isinstance(cell, float) and cell == int(cell):
        cell = int(cell)
    text = _text(cell)
    return (re.sub(r"1\d{10}$", "", text) if name == "name" else text) or None  # a phone behind a name is no part of it


def _day(cell: Any, year: str) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = re.sub(r"\s.*", "", str(cell).strip()) if not isinstance(cell, float) else str(cell)
    if re.fullmatch(r"[34]\d{4}(\.\d+)?", text):
        return date(1899, 12, 30) + timedelta(int(float(text)))
    if match := re.fullmatch(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?", text):
        numbers = [int(part) for part in match.groups()]
    elif (match := re.fullmatch(r"(\d{1,2})月(\d{1,2})日", text)) and year:
        numbers = [int(year), *(int(part) for part in match.groups())]
    else:
        return None
    try:
        day = date(*numbers)
    except ValueError:
        return None
    return day if day <= LAST_DAY else None


def _number(cell: Any) -> Decimal | None:
    text = _text(cell).translate(str.maketrans("０１２３４５６７８９．，", "0123456789.,")).replace(",", "")
    if spoken := re.fullmatch(r"(\d+)小时(\d+)分", text):
        return Decimal(spoken[1]) + Decimal(spoken[2]) / 60
    if thousands := re.fullmatch(r"(\d+(?:\.\d+)?)万元?", text):
        return Decimal(thousands[1]) * 10000
    match = re.fullmatch(r"[¥￥]?(-?\d+(?:\.\d+)?)(?:人次|人|小时|分|元|岁|[^\d.]{1,2})?", text)
    try:
        return Decimal(match[1]) if match else None
    except InvalidOperation:
        return None
