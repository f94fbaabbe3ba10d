"""Reads the rows of a form: each label with the value beside it, as a person reads them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from etl import parse
from etl.columns import GENERIC_HEADERS
from etl.reading.grid import Sheet
from etl.recognition import header_cell
from etl.recognition.candidate_rows import VALUE, is_known
from etl.recognition.readable import can_read
from etl.schema import RecordType

_COLON = re.compile(r"\s*[:：]\s*$")
_LABEL = re.compile(r"(?=.*[一-鿿])[A-Za-z一-鿿()（）/、·*\s]{2,16}")  # 服务 时长（小时）; never a number or a sentence
_STATEMENT = re.compile(
    r"(?P<label>[一-鿿][一-鿿\s]{1,11})[:：]\s*(?P<value>\S.*)", re.DOTALL
)  # 姓名：张三, in one cell
_PICTURE = re.compile(r"(?:贴|一寸|二寸|免冠|近期)*(?:照片|相片)(?:粘贴)?[处栏]?")
# Heads a column of a table within a form: no value of a label beside it
_INNER_HEADERS = frozenset(
    ("关系", "职业", "称谓", "政治面貌", "健康状况", "学历", "工作单位", "签名", "签字", "签到", "序", "身份")
)
_OF_FAMILY = re.compile("(?:与.{0,6})?(?:关系|称谓)")
LEAST_INNER_HEADERS = 3
_STAMP = re.compile("作废|取消|未开展|未举办|延期|无效")
LONGEST_STAMP = 20  # characters: a longer line is a note
_TICKED, _OPEN = "☑☒■√✓✔", "□☐▢"
_BOX = re.compile(rf"([{_TICKED}{_OPEN}])\s*([^{_TICKED}{_OPEN}]*)")


@dataclass(frozen=True)
class Pair:
    """A label and the text beside it, None where nothing stands there."""

    label: str
    value: str | None
    row: int  # grid row


@dataclass(frozen=True)
class _Cell:
    text: str | None
    bottom: int  # last grid row that it is merged over


@dataclass(frozen=True)
class FormCells:
    """The cells of a sheet as they are seen: one for each merged block, at its top left."""

    sheet: Sheet
    known: frozenset[str]  # every word that may head a column
    records: tuple[RecordType, ...]
    _bottoms: Mapping[tuple[int, int], int] = field(default_factory=dict)
    _covered: frozenset[tuple[int, int]] = frozenset()

    @classmethod
    def of(cls, sheet: Sheet, known: frozenset[str], records: tuple[RecordType, ...]) -> "FormCells":
        """Find which cells are covered by merged ones."""
        covered = {
            (row, column)
            for merge in sheet.merges
            for row in range(merge.top, merge.bottom + 1)
            for column in range(merge.left, merge.right + 1)
            if (row, column) != (merge.top, merge.left)
        }
        bottoms = {(merge.top, merge.left): merge.bottom for merge in sheet.merges}
        return cls(sheet, known, records, bottoms, frozenset(covered))

    def row(self, row: int) -> list[_Cell]:
        """Return the cells of a grid row from left to right, empty ones too."""
        return [
            _Cell(text, self._bottoms.get((row, column), row))
            for column, text in enumerate(self.sheet.row(row))
            if (row, column) not in self._covered
        ]

    def pairs(self, row: int) -> list[Pair] | None:
        """Return the labels of a row with their values; none of a line of one text, None where the row is no row of a form."""
        cells = self.row(row)
        texts = [cell.text for cell in cells if cell.text]
        if not texts:
            return []
        if len(texts) == 1:
            return self._line(texts[0], row)
        pairs = list(self._read(self._without_section(cells, row), row))
        return None if None in pairs else [pair for pair in pairs if pair]

    def _line(self, text: str, row: int) -> list[Pair] | None:
        """Return the label without a value that a line of one text is; nothing for a title, a note or a section.

        None of a number, the value of a label that nobody sees, and where the line says that what is written did not take place.
        """
        statement = _STATEMENT.fullmatch(text)
        if statement and self._tells(statement["label"]):
            return [Pair(parse.squeezed(statement["label"]), statement["value"], row)]
        if VALUE.fullmatch(text) or (len(text) <= LONGEST_STAMP and _STAMP.search(text)):
            return None
        return [Pair(_bare(text), None, row)] if self._tells(text) else []

    def _tells(self, label: str) -> bool:
        """Tell whether a label may head a column, and is more than a word of every ledger."""
        bare = parse.normalised(_COLON.sub("", label))
        return is_known(bare, self.known) and bare not in GENERIC_HEADERS

    def _without_section(self, cells: Sequence[_Cell], row: int) -> Sequence[_Cell]:
        """Return the cells without the name of a section merged down the left side, and a picture on the right."""
        filled = [cell for cell in cells if cell.text]
        is_section = (
            len(filled) > 2
            and filled[0].bottom > row
            and filled[1].bottom == row
            and is_label(filled[1].text or "")
            and not self._tells(filled[0].text or "")
        )
        rest = cells[cells.index(filled[0]) + 1 :] if is_section else cells
        return [cell for cell in rest if not (cell.text and _PICTURE.fullmatch(parse.squeezed(cell.text)))]

    def _read(self, cells: Sequence[_Cell], row: int) -> Iterator[Pair | None]:
        """Yield the pairs of a row in order, None where a cell is neither a label nor stands beside one."""
        place = 0
        while place < len(cells):
            text = cells[place].text
            place += 1
            if text is None:
                continue
            if statement := _STATEMENT.fullmatch(text):
                yield Pair(parse.squeezed(statement["label"]), statement["value"], row)
                continue
            if not is_label(text) or place == len(cells):
                yield None
                return
            value = cells[place].text
            if value and _COLON.search(text) and (_STATEMENT.fullmatch(value) or _COLON.search(value)):
                yield Pair(_bare(text), None, row)  # the next label stands beside this one
                continue
            yield None if value and self._heads_column(text, value) else Pair(_bare(text), ticked(value), row)
            place += 1

    def _heads_column(self, label: str, value: str) -> bool:
        """Tell whether what stands beside a label is a label itself, as in the header of a table within the form.

        现金 beside 捐赠方式 is a value, whatever it heads elsewhere.
        """
        if not is_known(value, self.known) and parse.squeezed(value) not in _INNER_HEADERS:
            return False
        named = (match[0] for record in self.records if (match := header_cell.match(record, (_bare(label),))))
        return not any(column.choices and can_read(replace(column, is_open=False), value) for column in named)

    def heads_family(self, row: int) -> bool:
        """Tell whether a row heads a table of the members of a family: 姓名, 关系, 年龄, 职业. It is about none of them that a form tells."""
        texts = [parse.squeezed(text) for text in self.sheet.row(row) if text]
        return len(texts) >= LEAST_INNER_HEADERS and any(map(_OF_FAMILY.fullmatch, texts)) and all(map(is_label, texts))

    def resumes(self, row: int) -> list[Pair]:
        """Return the pairs of a row below such a table, none unless one of its labels may head a column by more than a word of every ledger."""
        pairs = self.pairs(row) or []
        return pairs if any(self._tells(pair.label) for pair in pairs) else []


def is_label(text: str) -> bool:
    """Tell whether a text may be a label: a few words without any number, and nobody's name."""
    return _LABEL.fullmatch(_bare(text)) is not None and parse.without_personal_data(text) == text


def _bare(text: str) -> str:
    """Return a label without its colon and the white space in it."""
    return parse.squeezed(_COLON.sub("", text))


def ticked(value: str | None) -> str | None:
    """Return the words beside the ticked boxes of a cell, □是 ☑否; any other text as it stands."""
    boxes = _BOX.findall(value or "")
    if not value or not any(mark in _OPEN for mark, _ in boxes) or value.strip()[0] not in _TICKED + _OPEN:
        return value
    return "、".join(words.strip(" 　,，、;；") for mark, words in boxes if mark in _TICKED and words.strip()) or None
