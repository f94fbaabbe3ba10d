"""Asks about scores that are not of the stated scale: all end where a smaller one does, or a question goes beyond it.

Answers of 1 to 5 called 10分制 would halve the satisfaction; of answers of 1 to 10 called 5分制 only the lower half would be taken.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from etl import parse
from etl.kinds import SCALE
from etl.reading.grid import Sheet
from etl.recognition import title
from etl.recognition.cells_below import cells_below, row_numbers
from etl.recognition.meanings import CHECKED, NOT_READ
from etl.recognition.table_header import TableHeader
from etl.schema import Column

# scale → the usual ones below it, and how many answers make it odd that nobody gave more: just above 5 more are needed
SMALLER_SCALES = {**dict.fromkeys(range(6, 10), (5,)), 10: (5,), 100: (5, 10)}
LEAST_ANSWERS = {**dict.fromkeys(range(6, 10), 20), 10: 5, 100: 5}
_NUMBER = re.compile(r"\s*Q?\d{1,3}[、.．]")  # of a question
USUAL_SCALE = "5"  # of words and stars
LEAST_BEYOND, SHARE_BEYOND = 3, 0.1  # scores above the scale that are no slips of the pen


@dataclass(frozen=True)
class ScoresUnderHeader:
    """The scores in one grid column of which one scale is stated."""

    index: int
    points: int
    scores: np.ndarray


def doubtful_scales(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which scale does not fit the scores that it is stated of, in a sentence with what to write."""
    for column in map(header.record.column, header.sources):
        for scale in (filled for filled in map(header.record.column, column.fills) if filled.kind is SCALE):
            yield from _contradicted(header, sheet, column, scale)
            yield from _exceeded(header, scale, _scores_of_questions(header, sheet, column, scale))
            yield from _unreached(scale, _scores_by_scale(header, sheet, column, scale))


def _contradicted(header: TableHeader, sheet: Sheet, column: Column, scale: Column) -> Iterator[str]:
    """Yield why a stated scale is not taken over another one that the title states."""
    stated, above = header.constants.get(scale.name, ""), _of_title(header, sheet, column)
    if stated and above and stated != above and column.name not in header.units:
        yield (
            f"表的上面写着{above}分制，说明的{scale.label}却是{stated}，没有入库。几张表各有分制的，请分别写进表头，"
            f"例如“得分（{stated}分制）”；确实都是{stated}分制的，加 --set {CHECKED}=是。"
        )


def _unreached(scale: Column, scores_by_scale: Mapping[int, np.ndarray]) -> Iterator[str]:
    for points, scores in scores_by_scale.items():
        smaller = next((other for other in SMALLER_SCALES.get(points, ()) if scores.max() <= other), None)
        if smaller and len(scores) >= LEAST_ANSWERS[points]:
            yield (
                f"{scale.label}写的是{points}，{len(scores)}个得分却都不超过{smaller}，像{smaller}分制，没有入库。"
                f"是{smaller}分制的，请把{scale.label}改成{smaller}（写在表头里的，改表头）；确实是{points}分制的，加 --set {CHECKED}=是。"
            )


def _exceeded(header: TableHeader, scale: Column, questions: Sequence[ScoresUnderHeader]) -> Iterator[str]:
    """Yield which questions have more scores beyond their scale than slips of the pen explain."""
    beyond = [question for question in questions if _is_beyond(question)]
    for points in dict.fromkeys(question.points for question in beyond):
        same = [question for question in beyond if question.points == points]
        highest = max(question.scores.max() for question in same)
        name = parse.without_personal_data(header.text(same[0].index))
        others = f"等{len(same)}列" if len(same) > 1 else ""
        yield (
            f"{scale.label}{'写的' if scale.is_required else ''}是{points}，“{name}”{others}却有{sum(map(_count_beyond, same))}个得分更高（最高{highest:g}），"
            f"像另一种分制，或是排序，只读不超过{points}的会偏低，没有入库。请把{scale.label}写在这几题的表头里，例如“（10分制）”；"
            f"不读的，指明“{NOT_READ}”（{'、'.join(_ranges(_with_parts(header, same, questions)))}）；"
            f"确实是{points}分制、写错了的，加 --set {CHECKED}=是，写错的行不入库。"
        )


def _with_parts(
    header: TableHeader, beyond: Sequence[ScoresUnderHeader], questions: Sequence[ScoresUnderHeader]
) -> list[int]:
    """Return the grid columns of questions with the other parts of the same numbered ones: 4、(甲), 4、(乙) are of one scale."""
    indices = {question.index for question in beyond}
    numbers = {number[0] for index in indices if (number := _NUMBER.match(header.text(index)))}
    parts = ((question.index, _NUMBER.match(header.text(question.index))) for question in questions)
    return sorted(indices | {index for index, number in parts if number and number[0] in numbers})


def _is_beyond(question: ScoresUnderHeader) -> bool:
    count = _count_beyond(question)
    return count >= LEAST_BEYOND and count >= SHARE_BEYOND * len(question.scores)


def _count_beyond(question: ScoresUnderHeader) -> int:
    return int((question.scores > question.points).sum())


def _ranges(indices: Sequence[int]) -> Iterator[str]:
    """Yield grid columns as a person names them, neighbours as one range: 第23列…第52列."""
    start = indices[0]
    for index, after in zip(indices, [*indices[1:], -1], strict=True):
        if after != index + 1:
            yield f"第{start + 1}列" if start == index else f"第{start + 1}列…第{index + 1}列"
            start = after


def _scores_by_scale(header: TableHeader, sheet: Sheet, column: Column, scale: Column) -> dict[int, np.ndarray]:
    """Return the scores under all headers of a column by the scale that is stated of them; none where nothing states it."""
    scores: dict[int, list[np.ndarray]] = defaultdict(list)
    for question in _scores_of_questions(header, sheet, column, scale):
        scores[question.points].append(question.scores)
    return {points: np.concatenate(parts) for points, parts in scores.items()}


def _scores_of_questions(header: TableHeader, sheet: Sheet, column: Column, scale: Column) -> list[ScoresUnderHeader]:
    """Return the scores under each header of a column, those of each scale apart; none where nothing states a scale."""
    questions: list[ScoresUnderHeader] = []
    for index in header.sources[column.name]:
        numbers = row_numbers(cells_below(header, sheet, index))
        scales = np.where(np.isnan(numbers), np.nan, _scales(header, sheet, column, scale, index))
        stated = np.unique(scales[~np.isnan(scales)]).tolist()
        questions += [ScoresUnderHeader(index, int(points), numbers[scales == points]) for points in stated]
    return questions


def _usual(scale: Column) -> str:
    """Return the scale of ratings for which nobody must state one, "" where each needs its own."""
    return "" if scale.is_required else USUAL_SCALE


def _of_title(header: TableHeader, sheet: Sheet, column: Column) -> str:
    """Return the scale that the lines above a table, or right below its header, state of a column; "" where they state none."""
    under = title.line_under_header(sheet, header.rows[-1] + 1, sheet.height)
    units = title.units_of_columns(header, (under, *title.lines_over(sheet, header.rows[0])))
    return column.unit_sets.get(units.get(column.name, ""), ("", ""))[1]


def _scales(header: TableHeader, sheet: Sheet, column: Column, scale: Column, index: int) -> np.ndarray:
    """Return the scale of each row under one header: of the column of scales, else the header's own, else the constant."""
    _, own = column.unit_sets.get(header.units_of_cells.get(index, ""), ("", ""))
    text = own or header.constants.get(scale.name, "") or _of_title(header, sheet, column) or _usual(scale)
    stated = float(text) if text.isdecimal() else np.nan
    if sources := header.sources.get(scale.name):
        written = row_numbers(cells_below(header, sheet, sources[0]))
        return np.where(np.isnan(written), stated, written)
    return np.full(sheet.height - header.rows[-1] - 1, stated)
