"""Reads the cells of a table body as the declared columns, and lists a problem for everything that is not stored as it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl import parse
from etl.cleaning import money_and_goods, own_units, parsed_column
from etl.cleaning.arrow_arrays import numbers_array
from etl.cleaning.cell_parser import ParsingContext
from etl.cleaning.coded_column import CodedColumn
from etl.cleaning.counts_in_names import counts_in_names
from etl.cleaning.either_column import as_one, floats
from etl.cleaning.missing_column import advice_on_empty_cell, missing_column
from etl.cleaning.parsed_column import ParsedColumn
from etl.cleaning.table_body import HEADER_OFFSET, TableBody
from etl.cleaning.unit_doubts import UNIT_DOUBT
from etl.columns import COMMUNITY
from etl.kinds import MONEY
from etl.problem import Problem, Severity
from etl.reading.column_threads import map_columns
from etl.recognition.direction_marks import NEGATIVE
from etl.recognition.meanings import AS_ABOVE, MONTH, YEAR
from etl.recognition.spanned_years import contradicting_years, spanned_years
from etl.recognition.stated_period import stated_day, stated_period
from etl.recognition.title import stated_scale
from etl.schema import Column

SIGN = r"^\s*(?:([¥￥]?)\s*[-−－]|[(（]\s*([^()（）]*)[)）]\s*$)"  # of a negative number: -50, ¥-50, (50)
LEFT_EMPTY = "；这一格先留空，其余照常入库。"


@dataclass(frozen=True)
class ParsedTable:
    """The cells of a table as typed values, for every row of its body, whether a record or not."""

    body: TableBody
    columns: Mapping[str, Sequence[ParsedColumn]]  # by declared column; several where parts add up

    @classmethod
    def of(cls, body: TableBody, key: bytes) -> "ParsedTable":
        """Parse each declared column; `key` is the secret that turns people into pseudonyms."""
        context = _parsing_context(body, key)
        declared = body.table.record.columns
        parsed = map_columns(lambda column: _parse(body, column, context), declared, body.size)
        columns = dict(zip((column.name for column in declared), parsed, strict=True))
        for column, source in body.filling_columns():
            for filled in map(body.table.record.column, column.fills):
                in_cell = parsed_column.parse_filled(column, filled, source, body.rows.is_record, context)
                columns[filled.name] = [in_cell.over(columns[filled.name][0])]
        if stated := counts_in_names(body):
            name, source = stated
            in_names = parsed_column.parse_column(body.table.record.column(name), source, None, context)
            columns[name] = [columns[name][0].with_more_of(in_names)]
        return cls(body, columns)

    def unreadable(self, column: Column) -> np.ndarray:
        """Return a mask of the records whose cell of a column cannot be read."""
        parts = [part.is_faulty for part in self.columns[column.name]]
        return np.logical_or.reduce(parts) & self.body.rows.is_record

    def bad_cells(self, is_refused: np.ndarray, broken: Mapping[str, np.ndarray]) -> Iterator[Problem]:
        """Yield a problem for each unreadable cell. `broken` holds, by column, the rows that break a check which points to it:
        such a cell refuses its row as one of a decisive column does; elsewhere only the cell stays empty."""
        for column in self.body.table.record.columns:
            for part in self.columns[column.name]:
                bad = part.is_faulty & self.body.rows.is_record
                bad &= ~money_and_goods.is_told(self.body.table, column.name, part.source)
                if column.is_required and (problem := self._missing_year(column, part, bad)):
                    yield problem
                elif bad.any():
                    refuses = bad & (column.is_decisive | broken.get(column.name, False))
                    yield from self._bad_cells(column, part, refuses, "拒收", "。")
                    yield from self._bad_cells(column, part, bad & ~refuses & is_refused, "提示", "。")
                    yield from self._bad_cells(column, part, bad & ~is_refused, "提示", LEFT_EMPTY)

    def _missing_year(self, column: Column, part: ParsedColumn, bad: np.ndarray) -> Problem | None:
        """Return one problem where all dates of a table lack the same: the year, year and month, or all but the time; None otherwise."""
        faults = {part.faults[code] for code in np.unique(part.source.codes[bad]).tolist()} if bad.sum() > 1 else set()
        is_all = bool(faults) and not (part.is_present & self.body.rows.is_record).any()
        if is_all and all(parse.NO_YEAR in fault for fault in faults):
            lacking, advice = "缺年份", f"{YEAR}=2025"
        elif is_all and all(parse.NO_MONTH in fault for fault in faults):
            lacking, advice = "缺年月", f"{MONTH}=2025-04"
        elif is_all and all(parse.NO_DAY in fault for fault in faults):
            day = stated_day(self.body.context) or "年-月-日"
            message = f"“{column.label}”下只有几点几分，没有日期，{int(bad.sum())}行没有入库。整份都是同一天的，请加 --set {column.label}={day}。"
            return self.body.problem("missing_year", "拒收", message, HEADER_OFFSET, column.label)
        else:
            return None
        message = (
            f"{lacking}：“{column.label}”都没有写，标题、工作表名和文件名里也看不出是哪一年（或写了几个年份），{int(bad.sum())}行没有入库。"
            f"请加 --set {advice}（换成实际的），或在标题里写明；跨年的请把年份写进各行的日期。"
        )
        return self.body.problem("missing_year", "拒收", message, HEADER_OFFSET, column.label)

    def _bad_cells(
        self, column: Column, part: ParsedColumn, rows: np.ndarray, severity: Severity, ending: str
    ) -> Iterator[Problem]:
        """Yield a problem for each of these rows; what is said of a text is worded once."""
        offsets = np.flatnonzero(rows)
        codes = part.source.codes[offsets]
        texts = {code: part.source.texts[code].as_py() for code in np.unique(codes).tolist()}
        sentences = {code: _bad_cell_sentence(column, part.faults[code], ending) for code in texts}
        cells = {code: _shown(column, text) for code, text in texts.items()}
        for offset, code in zip(offsets.tolist(), codes.tolist(), strict=True):
            yield self.body.problem("bad_cell", severity, sentences[code], offset, column.label, cells[code])

    def notes(self) -> Iterator[Problem]:
        """Yield what is to be known of whole columns: how open cells were read, how many a constant fills, and which it does not."""
        for sentence in own_units.overruled(self.body):
            yield self.body.problem("constant_used", "提示", sentence, HEADER_OFFSET)
        for column in self.body.table.record.columns:
            for part in self.columns[column.name]:
                for note in part.notes:
                    yield self.body.problem("column_style", "提示", note, HEADER_OFFSET, column.label)
                for doubt in part.unit_doubts:
                    yield self.body.problem(UNIT_DOUBT, "提示", doubt, HEADER_OFFSET, column.label)
                if part.is_constant is not None and (count := int((part.is_constant & self.body.rows.is_record).sum())):
                    text = own_units.constants_for(self.body)[column.name]
                    message = f"有{count}行没有写“{column.label}”或写得读不出，按说明的“{text}”填入。"
                    yield self.body.problem("constant_used", "提示", message, HEADER_OFFSET, column.label)

    def missing_cells(self) -> tuple[list[Problem], np.ndarray]:
        """Return a problem for each empty cell of a required column, and a mask of the rows they refuse.

        The community may come from the title, which the build decides.
        """
        problems, refused = [], np.zeros(self.body.size, bool)
        for column in self.body.table.record.required:
            filled = np.logical_or.reduce([part.is_present | part.is_faulty for part in self.columns[column.name]])
            missing = ~filled & self.body.rows.is_record
            if column.name == COMMUNITY.name or not missing.any():
                continue
            refused |= missing
            if column.name in self.body.table.sources:
                first = int(filled.argmax())  # above it nothing stands that an empty cell could mean
                problems += [self._missing_cell(column, at, at > first) for at in np.flatnonzero(missing).tolist()]
            else:
                scale_above = stated_scale(self.body.table.titles)
                message = missing_column(self.body.table.record, column, self.columns, missing, scale_above)
                problems.append(self.body.problem("missing_column", "拒收", message, HEADER_OFFSET, column.label))
        return problems, refused

    def _missing_cell(self, column: Column, offset: int, is_below: bool) -> Problem:
        """Return the problem of an empty cell; of events, which have no number each, the day may be written in the first row of a block only."""
        record = self.body.table.record
        is_numbered = any(record.column(name).is_required or name in self.body.table.sources for name in record.key)
        may_repeat = is_below and column.name == record.placed_on and not is_numbered
        repeated = f"只写在每段第一行、空着的都与上面一行相同的，加 --set {column.label}={AS_ABOVE} 再导入"
        advice = f"；{repeated}" if may_repeat else advice_on_empty_cell(self.body.table.header, column)
        message = f"“{column.label}”是空的，请补填{advice}。"
        return self.body.problem("missing", "拒收", message, offset, column.label)

    def typed_rows(self) -> pa.Table:
        """Return all body rows as a typed table with sheet, row and table number."""
        body = self.body
        arrays: dict[str, Any] = {}
        for name, parts in self.columns.items():
            arrays |= parts[0].arrays if len(parts) == 1 else {name: _sum(parts, name)}
        arrays["sheet"] = pa.DictionaryArray.from_arrays(
            pa.repeat(pa.scalar(0, pa.int32()), body.size), [body.sheet.name]
        )
        arrays["row_no"] = numbers_array(body.sheet.row_numbers(body.table.start, body.table.stop))
        arrays["table_no"] = pa.repeat(pa.scalar(body.table_no, pa.int32()), body.size)
        return pa.table(arrays)


def _bad_cell_sentence(column: Column, fault: str, ending: str) -> str:
    if column.is_private:
        fault = f"“{column.label}”的这一格认不出，请写成空白模板“填写说明”里的写法"
    return f"{fault.rstrip('。')}{ending}"


def _shown(column: Column, text: str) -> str:
    if column.kind.is_personal:
        return "（姓名不显示）"
    return "（内容不显示）" if column.is_private else text


def _parsing_context(body: TableBody, key: bytes) -> ParsingContext:
    """Return what cells may need: year and month as stated, else as title, sheet name and file name give them."""
    header, period = body.table.header, stated_period(body.context)
    year = body.year
    is_month = period is not None and period.first == period.last and period.first.year == year
    month = header.stated_month.month or (period.first.month if period and is_month else None)
    span = None if header.is_checked or header.stated_month.month else spanned_years(body.context)
    if not (span or header.is_checked or header.stated_month.year):
        span = contradicting_years(body.table.titles, body.sheet.name, body.file)
    return ParsingContext(year, key, header.date_order, month, span)


def _parse(body: TableBody, column: Column, context: ParsingContext) -> Sequence[ParsedColumn]:
    """Read a declared column: from the sheet; a constant stands where the sheet has no cell, an empty or an unreadable one."""
    sources = body.table.sources.get(column.name, ())
    constant = own_units.constants_for(body).get(column.name)
    parts = [
        parsed_column.parse_column(
            column, _source(body, index), body.table.unit_of(column.name, index), under, body.rows.is_record
        )
        for index, under in ((index, context.under(body.table.header.text(index))) for index in sources)
    ]
    if money_and_goods.amounts_apart(body.table, column.name):
        parts = as_one(
            column.name, parts, body.rows.is_record, money_and_goods.sentence_on_two_amounts(body.table.record)
        )
    elif len(_units(body, column, sources)) > 1:
        parts = as_one(
            column.name, parts, body.rows.is_record, f"“{column.label}”用两种单位各写了一个数，对不上，请只写一个。"
        )
    if constant in (None, AS_ABOVE):
        return parts or [parsed_column.empty_column(column, body.size)]
    is_of_header = body.table.spread is not None and column.name not in body.table.header.constants
    everywhere = parsed_column.constant_column(column, constant, body.size, context, is_of_header)
    return [parts[0].filled_by(everywhere)] if len(parts) == 1 else parts or [everywhere]


def _units(body: TableBody, column: Column, sources: Sequence[int]) -> set[str | None]:
    """Return the units in which the parts of a column are written; money without one is yuan."""
    usual = "元" if column.kind.scales is MONEY else None
    return {body.table.unit_of(column.name, index) or usual for index in sources}


def _source(body: TableBody, index: int) -> CodedColumn:
    """Return a grid column; where only negative numbers are taken, as spending beside income, without their sign."""
    column, header = body.columns[index], body.table.header
    mark = header.sides.own if header.sides else None
    is_negative_side = mark is not None and mark.index == index and NEGATIVE in mark.words
    if (index, NEGATIVE) not in header.only and not is_negative_side:
        return column
    return CodedColumn(column.codes, pc.replace_substring_regex(column.texts, SIGN, r"\1\2"))


def _sum(parts: Sequence[ParsedColumn], name: str) -> pa.Array:
    """Add the parts of a quantity spread over several columns (上午, 下午); where all are empty the sum is empty."""
    is_present = np.logical_or.reduce([part.is_present for part in parts])
    total = np.add.reduce([floats(part.arrays[name]) for part in parts])
    return pa.array(np.round(total, 2), mask=~is_present).cast(parts[0].arrays[name].type, safe=False)
