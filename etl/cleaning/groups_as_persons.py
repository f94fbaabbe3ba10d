"""Says which stored records count a group or a firm as one person: 万科, 三中, 2019届校友, 环卫队 in the place of a name."""

from collections.abc import Iterator
from typing import get_args

import numpy as np

from etl import parse
from etl.cleaning.coded_column import EMPTY_CODE
from etl.cleaning.table_body import TableBody
from etl.problem import Problem

DOUBTFUL_PERSON = "doubtful_person"  # code of the hint
_NATURES = {*get_args(parse.Nature)}  # the choices of a column that says what a party is


def doubtful_people(body: TableBody, is_loaded: np.ndarray) -> Iterator[Problem]:
    """Yield a hint on the records of a table whose person reads as a group or a firm, and of which nothing else says what it is."""
    record = body.table.record
    if not record.counts_people:
        return
    party = next(column for column in record.columns if column.kind.is_personal)
    is_open = is_loaded.copy()
    kind = next((column for column in record.columns if {*column.choices} == _NATURES), None)
    for index in body.table.sources.get(kind.name, ()) if kind else ():
        is_open &= body.columns[index].codes == EMPTY_CODE
    for index in body.table.sources.get(party.name, ()):
        column = body.columns[index]
        is_of_organisations = parse.heads_organisations(body.table.header.text(index).split("/")[-1])
        texts = enumerate(column.texts.to_pylist() if is_open.any() else ())
        doubtful = [code for code, text in texts if _is_doubtful(text, is_of_organisations)]
        if (rows := np.flatnonzero(np.isin(column.codes, doubtful) & is_open)).size:
            shown = parse.words_of_doubtful(column.cell(first := int(rows[0])))
            what = f"在“{kind.label}”写“单位”" if kind else "写单位的全称"
            advice = f"是单位的，请{what}" if party.kind.keeps_organisations else "不是一个人的，请一人写一行"
            message = f"有{rows.size}行的“{party.label}”写的像单位、班级或队伍（“{shown}”），不像一个人的姓名，现在按个人算，一个名称算1个人。{advice}。"
            yield body.problem(DOUBTFUL_PERSON, "提示", message, first, party.label)


def _is_doubtful(text: str, is_of_organisations: bool) -> bool:
    return parse.is_doubtful_person(text) and parse.nature(text, is_of_organisations) == "个人"
