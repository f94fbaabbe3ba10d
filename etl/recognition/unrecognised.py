"""Says of a sheet that is not taken as a ledger which record types came nearest, and what a person may state about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from etl import kinds
from etl.columns import differs_by_row
from etl.parse import without_personal_data
from etl.reading.grid import Sheet
from etl.recognition.blank_roster import rests_on_proofs
from etl.recognition.candidate_rows import CandidateRow
from etl.recognition.day_of_sheet import day_advice, day_of_clocks
from etl.recognition.days_as_columns import LEAST_DAYS, days_in, days_sentence, spread_sentence
from etl.recognition.goods_with_quantity import goods_with_quantity
from etl.recognition.guesses import Guess, guesses, takes_questions
from etl.recognition.lacking_columns import labels_of_lacking, where_it_stands
from etl.recognition.readable import can_read
from etl.recognition.sums_of_quarters import sums_of_quarters
from etl.recognition.table_header import FAIR_SHARE, HeaderMatch, TableHeader
from etl.recognition.times_beside import hours_from_times
from etl.schema import Column, RecordType

_MONTHS = re.compile("月份|月度|统计月份|年月")
_MONTH = re.compile(r"(?:20\d\d年)?(?:1[0-2]|0?[1-9]|[一二三四五六七八九十]|十[一二])月份?")  # 1月, 2025年3月, 十二月
# What stands in no header, and everywhere in bytes read by another code.
_GARBLED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_REGISTER = re.compile("名册|名单|通讯录|报名表")
LEAST_MONTHS = 3  # headers that make a table of a column a month
MOST_NAMED = 3  # headers written out in an advice, of more the first and the last
LEAST_HEADERS = 2  # seen, that make a row more of a header than a title is


@dataclass(frozen=True)
class NearType:
    """A record type that a header came near to: labels understood, and ids of the required columns that are lacking."""

    record: RecordType
    understood: tuple[str, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True)
class Unrecognised:
    """A sheet with content but no known table: the headers seen, the record types that came nearest, and why none was taken."""

    headers: tuple[str, ...] = ()
    nearest: tuple[NearType, ...] = ()
    rivals: tuple[RecordType, ...] = ()
    day: date | None = None  # the day the title ends with, proposed where the table has no dates
    objection: str = ""  # why a type that knows enough headers was not taken
    header: TableHeader | None = None  # as the nearest record type reads it
    candidate: CandidateRow | None = None
    of_any_ledger: str = ""  # what to write where only words of every ledger are known
    sheet: Sheet | None = None  # as it was turned, where the header is one of a turned sheet
    is_of_no_type: bool = False  # the objection says so: the record type of the header only lends its reading

    @cached_property
    def guesses(self) -> tuple[Guess, ...]:
        """Return what unknown headers may mean to the nearest type; looked up for the one row of a sheet that is reported."""
        if not (self.header and self.candidate and (self.nearest or self.objection)):
            return ()
        record = self.header.record
        unknown = [match for match in self.header.matches if match.how == "unknown" or _may_be_question(match, record)]
        last = self.header.rows[-1]
        values = {match.header: self.candidate.values_below(match.index, last) for match in unknown}
        proposed = guesses(record, values, self.header.filled_columns)
        if self.nearest:
            return tuple(proposed)
        questions = tuple(guess for guess in proposed if takes_questions(record.column(guess.column)))
        read = {match.header for match in self.header.matches if match.column}
        return (
            questions if {guess.header for guess in questions} - read else ()
        )  # an objection is met by none of what is read

    @property
    def doubted(self) -> tuple[NearType, ...]:
        """Return the record type that fits but for an objection, () where there is none."""
        if self.is_of_no_type or not (self.objection and self.header and self.header.sources):
            return ()
        return (NearType(self.header.record, tuple(map(self.header.label, self.header.sources)), ()),)

    @property
    def says_what_to_choose(self) -> bool:
        """Tell whether the objection is what to choose for a table of sums, which says of each of its blocks what they are about."""
        return bool(self.objection and self.nearest and self.nearest[0].record.is_reported_sum)

    @property
    def closeness(self) -> tuple[int, int, int, int]:
        """Return how near a header came: types that fit but for doubt, then headers understood, known words that may mean several, headers at all."""
        best = max((len(near.understood) for near in (*self.nearest, *self.doubted)), default=0)
        ambiguous = sum(match.how == "ambiguous" for match in self.header.matches) if self.header else 0
        return len(self.rivals) + bool(self.objection), best, ambiguous, min(len(self.headers), LEAST_HEADERS)

    @property
    def _months(self) -> str:
        """Return the header of a column of months, "" without one."""
        return next(filter(_MONTHS.fullmatch, self.headers), "")

    def sentence(self) -> str:
        """Say what was understood, what is lacking, and what to state, in words for the clerk."""
        if self.rivals:
            likely = "又像".join(f"“{record.label}”" for record in self.rivals)
            choices = " 或 ".join(f"--record {record.label}" for record in self.rivals)
            return f"表头既像{likely}，请用 {choices} 指明，或在标题、工作表名里写明是哪一种台账。"
        if self.objection:
            return self.objection
        if sentence := self._quarters() or self._months_as_columns() or self._days_as_columns():
            return sentence
        if self._months and (not self.nearest or self.nearest[0].record.placed_on in self.nearest[0].lacking):
            return (
                f"“{self._months}”下像一行一个月的合计，不是一笔一行的台账。是汇总表的，请用 --record 汇总上报，并用 --map 表头=数值 指明各列"
                "（一列一个项目，如 支出=数值）；不是的，请导入一笔一行的台账。"
            )
        if 2 * sum(map(bool, map(_GARBLED.search, self.headers))) > len(self.headers):
            return "表里的文字是乱码，读不出来。请用 Excel 或 WPS 打开这一份，看得清的话另存为 .xlsx 再导入。"
        if not self.nearest:
            seen = f"看到的表头：{'、'.join(map(without_personal_data, self.headers[:12]))}。" if self.headers else ""
            advice = "请用 --record 指明是哪一种台账，用 --map 表头=列 指明各列（没有表头的写 --header-row 0），或用空白模板整理后再导入。"
            return f"没有找到认识的表头。{seen}{advice}"
        return self.of_any_ledger or self._goods_with_quantity() or self._lacking_sentence(self.nearest[0])

    def _goods_with_quantity(self) -> str:
        """Return what to write where the quantity that is lacking stands in the cells of the goods, "" where none does."""
        lacking = bool(self.nearest and self.nearest[0].lacking)
        return goods_with_quantity(self.header, self.candidate) if lacking and self.header and self.candidate else ""

    def _quarters(self) -> str:
        """Return what to hand in instead of sums of quarters, "" where the table holds none, or records that it lacks words of."""
        if not (self.header and self.candidate):
            return ""
        last = self.header.rows[-1]
        return sums_of_quarters(
            {match.header: self.candidate.values_below(match.index, last) for match in self.header.matches}
        )

    def _months_as_columns(self) -> str:
        """Return what to choose for a table with a column a month, "" where it is none or the type is right already."""
        months = [header for header in self.headers if _MONTH.fullmatch(header.split("/")[-1])]
        is_reported_sum = any(near.record.is_reported_sum for near in self.nearest)
        if len(months) < LEAST_MONTHS or is_reported_sum:
            return ""
        if self.header and any(self.header.record.column(name).kind.is_personal for name in self.header.sources):
            return (
                f"“{months[0]}”到“{months[-1]}”像一个人一个月的合计，看不出是哪几次，没有入库。请导入一次一行的台账；"
                "只有这一份的，另做一张汇总上报（每月各人加起来的合计），再导入。"
            )
        return (
            f"“{months[0]}”到“{months[-1]}”像一个月一列的合计，不是一笔一行的台账。是汇总表的：台账种类选“汇总上报”，这几列都选“数值”，写上年份；"
            f"整份只有一个项目的（如活动场次），项目也写上。命令行写 --record 汇总上报 --map {months[0]}…{months[-1]}=数值 --set 年份=2025。"
        )

    def _days_as_columns(self) -> str:
        """Return what to choose for a table with a column a day, "" where it is none or what stands below is nothing of the type."""
        days = days_in(self.headers)
        if len(days) < LEAST_DAYS or not self.candidate or not self.header:
            return ""
        texts = [text for text, _ in self.candidate.places]
        indices = [match.index for match in self.header.matches if match.header in days]
        cells = [text for index in indices for text in self.candidate.values_below(index, self.header.rows[-1])]
        for near in self.nearest:
            column = next((c for c in near.record.columns if near.record.placed_on in c.spread_into), None)
            if column and near.record.placed_on in near.lacking and _are_mostly(column, cells):
                return days_sentence(near.record, column.label, days, near.lacking, texts)
        return ""

    def _lacking_sentence(self, near: NearType) -> str:
        record = near.record
        if not near.lacking:
            return (
                f"表头里认出的{'、'.join(near.understood)}，别种台账也可能有，不能就此当作“{record.label}”入库。"
                f"确实是{record.label}的，写 --record {record.label}，并用 --map 表头=列 指明其余各列。"
            )
        filled = {into for name in near.lacking for into in record.column(name).fills}  # by what is asked for already
        several = [record.column(guess.column) for guess in self.guesses if guess.is_of_several]
        filled |= {
            into
            for column in several
            for into in column.spread_into
            if record.column(into).kind.sql_type == "date" or column.kind is kinds.QUANTITY
        }
        goods = next((column.name for column in several if column.name in record.either), "")  # beside no amount
        lacking = [n for n in (goods if goods and n in record.either else n for n in near.lacking) if n not in filled]
        if not lacking and several:
            return spread_sentence(record, several[0], self.headers)
        labels = "、".join("或".join(labels_of_lacking(record, name)) for name in lacking)
        understood = f"认出了{'、'.join(near.understood)}，" if near.understood else ""
        opening = f"表头像“{record.label}”，{understood}但缺少{labels}。"
        if self._lists_people(record):
            opening += f"像一份人员名册，不是一行一次的记录：名册不入库，请导入有{labels}的那一份。"
        clocks = day_of_clocks(self.header, self.candidate)
        return opening + "".join(self._advice(record, name) for name in lacking) + clocks

    def _lists_people(self, record: RecordType) -> bool:
        """Tell whether a table is a register of people by the words around it, and holds nothing but who they are and since when.

        Of a sign-in list, and where lists of people are records themselves, that is all that is asked.
        """
        if record.is_roster or rests_on_proofs(record) or not (self.header and self.candidate):
            return False
        kinds = [self.header.record.column(name).kind for name in self.header.sources]
        is_of_people = any(kind.is_personal for kind in kinds) and not any(kind.is_quantity for kind in kinds)
        return is_of_people and any(_REGISTER.search(text) for text, _ in self.candidate.places)

    def _repeated(self, name: str) -> list[HeaderMatch]:
        """Return the headers of which nothing tells which one feeds a column."""
        matches = self.header.matches if self.header else ()
        return [match for match in matches if match.column == name and match.how == "ambiguous"]

    def _advice(self, record: RecordType, name: str) -> str:
        """Return how to supply one column. A constant is offered where all rows may share it, never for what adds up."""
        column = record.column(name)
        repeated = self._repeated(name)
        own = {match.header if column.kind.is_personal else match.header.split("/")[-1] for match in repeated}
        if len(own) == 1 < len(repeated):
            named = " ".join(f"--map 第{match.index + 1}列={column.label}" for match in repeated)
            return (
                f"“{own.pop()}”有{len(repeated)}列，分不清要哪一列：只要一列的写其中一个，要加在一起的都写上：{named}。"
            )
        if len(own) > 1:
            likely = [without_personal_data(match.header) for match in repeated]
            return f"“{'”“'.join(likely)}”都像{column.label}，分不清要哪一列：请写明其中一个，如 --map {likely[0]}={column.label}。"
        if headers := [without_personal_data(guess.header) for guess in self.guesses if guess.column == name]:
            ends = [f"{headers[0]}…{headers[-1]}"] if len(headers) > MOST_NAMED else headers
            named = " ".join(f"--map {header}={column.label}" for header in ends)
            is_fair = self.header is None or self.header.known_share_with(len(headers)) >= FAIR_SHARE
            stated = "" if is_fair else f"--record {record.label} "
            return f"“{'”“'.join(headers)}”如果就是{column.label}，请加 {stated}{named}。"
        if column.kind is kinds.HOURS and (advice := hours_from_times(self.header)):
            return advice
        if differs_by_row(column) or column.kind.is_personal:
            return where_it_stands(record, name)
        if name == record.placed_on and (advice := day_advice(record, column, self.candidate, self.day)):
            return advice
        if column.kind.sql_type == "date":
            return f"哪一列是{column.label}，请用 --map 表头={column.label} 指明；整份都是同一天的，用 --set {column.label}=年-月-日。"
        return f"整份都一样的，请加 --set {column.label}=…；表里有的，用 --map 表头={column.label} 指明。"


def _are_mostly(column: Column, texts: Sequence[str]) -> bool:
    """Tell whether most of these cells are values of a column, whatever stands among them."""
    return bool(texts) and 2 * sum(can_read(column, text) for text in texts) > len(texts)


def _may_be_question(match: HeaderMatch, record: RecordType) -> bool:
    """Tell whether a header read by its spelling is one of several ratings: each is then proposed by its own name."""
    is_stated = match.how in ("stated", "remembered")
    return not is_stated and bool(match.column) and takes_questions(record.column(match.column))
