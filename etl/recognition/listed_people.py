"""Tells that rows read as activities list the people who came, or divide them: they differ only by names, or by men and women."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

from etl import parse
from etl.declarations import record_types
from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below, row_codes
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import HeaderMatch, TableHeader
from etl.recognition.title import lines_over

LEAST_REPEATED_ROWS = 0.5  # share of the rows that say the same as another under the headers that are read
LEAST_NAMES = 0.8  # share of the distinct texts under a header that are names
_WORKERS = re.compile(".*(?:网格员|社工|工作人员|负责人|经办人|[走探家]访人|带队|主持|主讲|讲师|老师|记录人|填报人).*")
_VISITED = re.compile(".*(?:户主|住户|[受被]访|(?:走访|探访|慰问|家访|服务)(?:对象|户|人员)|老人|家庭|困难群众|居民).*")
_VISITS = re.compile("走访|探访|家访|入户|上门|慰问")
KINDS_OF_PEOPLE = re.compile(r"[男女](?:性|士|童|生)?|成年?人|大人|儿童|小孩|老年?人|长者|青少?年|未成年人|学生|家长")


def listed_people(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield the question whether a list of activities is one of people, in a sentence with what to write."""
    if not header.record.people_listed_as:
        return
    yield from _divided_people(header, sheet)
    if not _repeats(header, sheet, [match.index for match in _read(header)]):
        return
    people = record_types()[header.record.people_listed_as]
    column = next(column for column in people.required if column.kind.is_personal)
    for match in header.matches:
        if match.how != "unknown" or not _are_names(header, sheet, match) or _are_visited(header, sheet, match):
            continue
        name = parse.without_personal_data(match.header)
        if _WORKERS.fullmatch(match.header):
            yield (
                f"好几行是同一场，只有“{name}”不同，像工作人员各自的日报，不是一行一场的“{header.record.label}”，没有入库。"
                f"是各人的合计的，请合成每月的汇总，写 --record 汇总上报；确实一行是一场的，加 --set {CHECKED}=是。"
            )
        else:
            yield (
                f"好几行是同一场，只有“{name}”不同，像一行一个人的名单，不是一行一场的“{header.record.label}”，没有入库。"
                f"是名单的请写 --record {people.label} --map {name}={column.label}；"
                f"确实一行是一场的，加 --set {CHECKED}=是。"
            )


def _divided_people(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield the question whether rows that differ only by kinds of people, and how many there were, are of one activity."""
    described = [m.index for m in _read(header) if not header.record.column(m.column).kind.is_quantity]
    for match in header.matches:
        words = (
            cells_below(header, sheet, match.index).unique().drop_null().to_pylist() if match.how == "unknown" else []
        )
        if len(words) > 1 and all(map(KINDS_OF_PEOPLE.fullmatch, words)) and _repeats(header, sheet, described):
            yield (
                f"好几行只有“{match.header}”（{'、'.join(words[:2])}）和人数不同，像一场按人分成了几行，会算成几场，没有入库。"
                f"请把一场合成一行，人数加在一起；确实一行是一场的，加 --set {CHECKED}=是。"
            )


def _repeats(header: TableHeader, sheet: Sheet, indices: Sequence[int]) -> bool:
    """Tell whether most rows with a cell under every required header are equal to another in these grid columns."""
    codes = np.array([row_codes(cells_below(header, sheet, index)) for index in indices])
    rows = codes[:, (codes >= 0).any(axis=0)]
    _, counts = np.unique(rows, axis=1, return_counts=True)
    return bool(counts.size and counts[counts > 1].sum() >= LEAST_REPEATED_ROWS * counts.sum())


def _are_visited(header: TableHeader, sheet: Sheet, match: HeaderMatch) -> bool:
    """Tell whether those named were visited, and each row is a visit of its own: 户主姓名 in a ledger of 入户走访."""
    texts = (*header.constants.values(), *lines_over(sheet, header.rows[0]))
    return _VISITED.fullmatch(match.header) is not None and any(map(_VISITS.search, texts))


def _read(header: TableHeader) -> list[HeaderMatch]:
    return [match for match in header.matches if match.how in ("spelled", "stated", "remembered")]


def _are_names(header: TableHeader, sheet: Sheet, match: HeaderMatch) -> bool:
    texts = cells_below(header, sheet, match.index).unique().drop_null().to_pylist()
    names = sum(parse.looks_like_name(text) or (parse.is_masked_name(text) and not text.isdecimal()) for text in texts)
    return len(texts) > 1 and names >= LEAST_NAMES * len(texts)
