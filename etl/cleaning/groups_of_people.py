"""Says which stored records name people together where one person is meant: 环卫工人, 独居老人12人 count as one, whoever reads the figures."""

import re
from collections.abc import Iterator

import numpy as np

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.cleaning.counts_in_names import counts_in_names
from etl.cleaning.table_body import TableBody
from etl.parse import are_several_people, words_of_group
from etl.parse.name_characters import SURNAMES
from etl.problem import Problem
from etl.schema import Column

GROUP_OF_PEOPLE = "group_of_people"  # code of the hint
# Of two or three characters most are names, and told in one look: they begin with a surname and end in no word for people.
_MAY_BE_GROUP = re.compile(
    rf"[^一-鿿]|.{{4}}|^[^{SURNAMES}]|全体|[等们人名位员工岗卫手护警安户庭洁哥众民童者年女生部委]$"
)


def groups_of_people(body: TableBody, is_loaded: np.ndarray) -> Iterator[Problem]:
    """Yield a hint on the records of a table that name a group and do not say beside it how many people they are."""
    record = body.table.record
    if not record.counts_people:
        return
    party = next(column for column in record.columns if column.kind.is_personal)
    is_open = is_loaded.copy()
    for index in body.table.sources.get(record.people_count, ()):
        is_open &= body.columns[index].codes < 0
    stated = counts_in_names(body)
    is_counted = stated[1].codes != EMPTY_CODE if stated else np.zeros(body.size, bool)
    for index in body.table.sources.get(party.name, ()):
        are_groups = _are_groups(body.columns[index]) & is_open
        codes = body.columns[index].codes
        are_repeats = are_groups & ~is_counted & np.isin(codes, codes[are_groups & is_counted])
        if (rows := np.flatnonzero(are_groups & is_counted)).size:
            yield _counted(body, party, index, rows, int(are_repeats.sum()))
        if (rows := np.flatnonzero(are_groups & ~is_counted & ~are_repeats)).size:
            yield _hint(body, party, index, rows)


def _are_groups(column: CodedColumn) -> np.ndarray:
    """Return a mask of the rows whose text stands for several people; of most names one look tells that they do not."""
    texts = column.texts.to_pylist()
    codes = [code for code, text in enumerate(texts) if _MAY_BE_GROUP.search(text) and are_several_people(text)]
    return np.isin(column.codes, codes)


def _counted(body: TableBody, party: Column, index: int, rows: np.ndarray, repeats: int) -> Problem:
    """Return that numbers in names are read, and in how many further rows, which a merged cell or 同上 covers, they are not."""
    shown = words_of_group(body.columns[index].cell(first := int(rows[0])))
    count = body.table.record.column(body.table.record.people_count).label
    once = f"；合并格、“同上”里重复的{repeats}行不再算一遍，每行只算1人" if repeats else ""
    message = f"有{rows.size}行的“{party.label}”写着人数（“{shown}”），“{count}”没有写的按它算{once}。"
    return body.problem(GROUP_OF_PEOPLE, "提示", message, first, party.label)


def _hint(body: TableBody, party: Column, index: int, rows: np.ndarray) -> Problem:
    record = body.table.record
    first = int(rows[0])
    shown = words_of_group(body.columns[index].cell(first))
    count = record.people_count
    advice = f"知道有几个人的，请写在“{record.column(count).label}”" if count else "知道是谁的，请一人写一行"
    message = f"有{rows.size}行的“{party.label}”写的像一群人（“{shown}”），不是一个人的姓名，每行只算1个没有姓名的人。{advice}。"
    return body.problem(GROUP_OF_PEOPLE, "提示", message, first, party.label)
