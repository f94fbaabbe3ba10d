"""Finds the forms of a sheet, one or several below one another, and turns them into a table: a label heads a column, a form is a row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from etl.reading.grid import Sheet
from etl.recognition.another_header import rows_above
from etl.recognition.form_cells import FormCells, Pair
from etl.recognition.turned_grid import turned_grid
from etl.schema import RecordType

LEAST_PAIRS = 3  # labels that make a form
MOST_ROWS = 3_000  # of a sheet of forms
MOST_COLUMNS = 60
# Beside or above 日期 at the foot of a form: the day is that of the signature
_SIGNS = re.compile(".*(?:签名|签字|签章|盖章|审核|审批|意见)|(?:记录|填表|填写|制表|登记|经办)人员?")
_SIGNS_BESIDE = re.compile(".*(?:社工|负责人|督导|主任|书记)")
_DAY_ALONE = ("日期", "时间", "年月日")
SIGNED_ON = "落款日期"  # what such a label is called: no record type knows it
NOTE = "这张工作表是一页一件事的表单（各项内容写在名称的旁边），一张表单转成一行读入，行号是表单里第一项所在的行；大段文字和家庭成员小表不读。"


@dataclass(frozen=True)
class Form:
    """One form: its labels and values in order, and the lines above it that belong to it."""

    pairs: tuple[Pair, ...]
    titles: tuple[str, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(pair.label for pair in self.pairs)


def sheets_of_forms(sheet: Sheet, known: frozenset[str], records: tuple[RecordType, ...]) -> list[Sheet]:
    """Return a table for each run of forms of a sheet under the same title, none where not every row is one of a form."""
    if not 1 < sheet.height <= MOST_ROWS or len(sheet.columns) > MOST_COLUMNS:
        return []
    forms = _forms(FormCells.of(sheet, known, records)) or _side_by_side(sheet, known, records)
    filled = [form for form in forms if any(pair.value for pair in form.pairs)]
    return [_table_of(sheet, list(run)) for _, run in groupby(filled, key=lambda form: form.titles)]


def _side_by_side(sheet: Sheet, known: frozenset[str], records: tuple[RecordType, ...]) -> list[Form]:
    """Return the forms of a sheet on which they stand beside one another too, an empty column between; none unless all of it is forms."""
    is_filled = [column.null_count < len(column) for column in sheet.columns]
    places = [list(run) for filled, run in groupby(range(len(is_filled)), key=is_filled.__getitem__) if filled]
    blocks = [_forms(FormCells.of(_columns_alone(sheet, run[0], run[-1]), known, records)) for run in places]
    if len(blocks) < 2 or not all(blocks) or len({form.labels for block in blocks for form in block}) > 1:
        return []
    titles = blocks[0][0].titles  # of those to the right it may be merged over them
    forms = [replace(form, titles=form.titles or titles) for block in blocks for form in block]
    return sorted(forms, key=lambda form: form.pairs[0].row)


def _columns_alone(sheet: Sheet, left: int, right: int) -> Sheet:
    """Return a sheet with the grid columns from one to another alone."""
    merges = tuple(
        replace(merge, left=merge.left - left, right=min(merge.right, right) - left)
        for merge in sheet.merges
        if left <= merge.left <= right
    )
    return replace(sheet, columns=sheet.columns[left : right + 1], merges=merges)


def row_in_the_way(sheet: Sheet, known: frozenset[str], records: tuple[RecordType, ...]) -> int | None:
    """Return the first row that is none of a form, below rows that make one; None where there is none."""
    if sheet.height > MOST_ROWS or len(sheet.columns) > MOST_COLUMNS:
        return None
    cells = FormCells.of(sheet, known, records)
    row = next((row for row in range(sheet.height) if cells.pairs(row) is None), None)
    return row if row is not None and sheets_of_forms(rows_above(sheet, row), known, records) else None


def _forms(cells: FormCells) -> list[Form]:
    """Return the forms of a sheet; none unless each label can be told from the others in every one of them."""
    pairs, lines, is_in_family = list[Pair](), dict[int, str](), False
    for row in range(cells.sheet.height):
        is_in_family = cells.heads_family(row) or (is_in_family and not cells.resumes(row))
        found = [] if is_in_family else cells.pairs(row)
        if found is None:
            return []
        pairs += found
        if not (found or is_in_family) and (text := " ".join(dict.fromkeys(filter(None, cells.sheet.row(row))))):
            lines[row] = text
    if not pairs:
        return []
    starts = [place for place, pair in enumerate(pairs) if pair.label == pairs[0].label]
    parts = [_with_signing(pairs[start:stop]) for start, stop in zip(starts, [*starts[1:], None], strict=True)]
    forms = [
        Form(part, _titles(lines, before[-1].row if before else -1, part[0].row))
        for before, part in zip([(), *parts], parts, strict=False)
    ]
    is_alike = len({form.labels for form in forms}) == 1 or all(map(_has_no_label_twice, forms))
    return forms if is_alike and len(parts[0]) >= LEAST_PAIRS and _are_apart(parts) else []


def _with_signing(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return the pairs of a form with the day of a signature called so: 记录人 | 某某 | 日期 | 3月8日 tells no day of an event."""
    signed: list[Pair] = []
    for _, row in groupby(pairs, key=lambda pair: pair.row):
        beside = list(row)
        is_signed = any(_SIGNS.fullmatch(pair.label) for pair in (*signed, *beside)) or any(
            _SIGNS_BESIDE.fullmatch(pair.label) for pair in beside
        )
        signed += [
            replace(pair, label=SIGNED_ON) if is_signed and pair.label in _DAY_ALONE else pair for pair in beside
        ]
    return tuple(signed)


def _has_no_label_twice(form: Form) -> bool:
    return len({*form.labels}) == len(form.labels)


def _are_apart(parts: Sequence[Sequence[Pair]]) -> bool:
    """Tell whether each form begins in a row below that of the one before: two side by side are no forms that are read."""
    return all(before[-1].row < part[0].row for before, part in pairwise(parts))


def _titles(lines: dict[int, str], after: int, before: int) -> tuple[str, ...]:
    """Return the lines between one form and the next; those at the foot of the one before belong to it, and cannot be told apart."""
    return tuple(text for row, text in lines.items() if after < row < before)


def _table_of(sheet: Sheet, forms: Sequence[Form]) -> Sheet:
    """Return a table with a column for each label; one that a form does not have is empty there."""
    if len({form.labels for form in forms}) > 1:
        headers = [*dict.fromkeys(label for form in forms for label in form.labels)]
        forms = [_with_labels(form, headers) for form in forms]
    rows = [[pair.value for pair in form.pairs] for form in forms]
    numbers = [[pair.row for pair in form.pairs] for form in forms]
    return turned_grid(sheet, forms[0].titles, forms[0].labels, rows, numbers)


def _with_labels(form: Form, labels: Sequence[str]) -> Form:
    own = {pair.label: pair for pair in form.pairs}
    return replace(form, pairs=tuple(own.get(label, Pair(label, None, form.pairs[0].row)) for label in labels))
