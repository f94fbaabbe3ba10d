"""Tells rows of answers from headers: 同意 and 不同意 below 1、我愿意参加议事会, 2、我会推荐给邻居 are no columns of votes."""

from etl.reading.grid import HEAD_ROWS, Sheet

OFTEN = 2  # other rows of the head in which the text of a cell stands in its column: it is an answer


def holds_answers(sheet: Sheet, row: int) -> bool:
    """Tell whether half of the texts of a row or more stand in their columns again and again. A header that is printed once more recurs as a whole."""
    texts = sheet.row(row)
    others = [sheet.row(other) for other in range(min(HEAD_ROWS, sheet.height)) if other != row]
    filled = [index for index, text in enumerate(texts) if text]
    recurring = [index for index in filled if sum(cells[index] == texts[index] for cells in others) >= OFTEN]
    return 2 * len(recurring) >= len(filled) and texts not in others
