"""Asks about scores that all end where a smaller scale does: answers of 1 to 5 called 10分制 would halve the satisfaction."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np

from etl.kinds import SCALE
from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below, row_numbers
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader
from etl.schema import Column

SMALLER_SCALES = {10: (5,), 100: (5, 10)}  # the usual scales below a usual one
LEAST_ANSWERS = 5  # that make it odd that nobody gave more


def low_scores(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield for which scale no score is above a smaller one, in a sentence with what to write."""
    for column in map(header.record.column, header.sources):
        for scale in (filled for filled in map(header.record.column, column.fills) if filled.kind is SCALE):
            yield from _unreached(scale, _scores_by_scale(header, sheet, column, scale))


def _unreached(scale: Column, scores_by_scale: Mapping[int, np.ndarray]) -> Iterator[str]:
    for points, scores in scores_by_scale.items():
        smaller = next((other for other in SMALLER_SCALES[points] if scores.max() <= other), None)
        if smaller and len(scores) >= LEAST_ANSWERS:
            yield (
                f"{scale.label}写的是{points}，{len(scores)}个得分却都不超过{smaller}，像{smaller}分制，没有入库。"
                f"是{smaller}分制的，请把{scale.label}改成{smaller}（写在表头里的，改表头）；确实是{points}分制的，加 --set {CHECKED}=是。"
            )


def _scores_by_scale(header: TableHeader, sheet: Sheet, column: Column, scale: Column) -> dict[int, np.ndarray]:
    """Return the scores under all headers of a column by the scale that is stated of them; none where nothing states it."""
    scores: dict[int, list[np.ndarray]] = defaultdict(list)
    for index in header.sources[column.name]:
        numbers = row_numbers(cells_below(header, sheet, index))
        scales = _scales(header, sheet, column, scale, index)
        for points in SMALLER_SCALES:
            if len(rated := numbers[(scales == points) & ~np.isnan(numbers)]):
                scores[points].append(rated)
    return {points: np.concatenate(parts) for points, parts in scores.items()}


def _scales(header: TableHeader, sheet: Sheet, column: Column, scale: Column, index: int) -> np.ndarray:
    """Return the scale of each row under one header: of the column of scales, else the header's own, else the constant."""
    _, own = column.unit_sets.get(header.units_of_cells.get(index, ""), ("", ""))
    text = own or header.constants.get(scale.name, "")
    stated = float(text) if text.isdecimal() else np.nan
    if sources := header.sources.get(scale.name):
        written = row_numbers(cells_below(header, sheet, sources[0]))
        return np.where(np.isnan(written), stated, written)
    return np.full(sheet.height - header.rows[-1] - 1, stated)
