"""Tells sheets that only explain how a form is to be filled in from those that hold a table."""

import re

from etl import parse
from etl.reading.grid import Sheet
from etl.recognition.unrecognised import Unrecognised

EXPLAINS = "只有文字的说明，没有读取。"
MOST_ROWS = 200  # of a sheet that explains
# 填表说明, 填写要求2, 使用须知
_NAME = re.compile(
    r"(?:.{0,6}(?:填表|填写|填报|使用|录入|操作|上报|报送|表格)|模板)?(?:说明|须知|要求|指南|帮助|注意事项|示例)\d*"
)
_NUMBER_OR_DAY = re.compile(r"[-+¥￥\d.,:/%年月日时分\s]*\d[-+¥￥\d.,:/%年月日时分元\s]*")  # 12.5, 2024-03-05, 300元
LONGEST_WORD = 8  # characters of a cell that may head a column; sentences are longer


def is_explanation(sheet: Sheet, unrecognised: Unrecognised) -> bool:
    """Tell whether a sheet that is no known table holds nothing but words: by its name, or a sentence in every row."""
    if sheet.height > MOST_ROWS or unrecognised.objection or unrecognised.rivals:
        return False
    rows = [list(dict.fromkeys(filter(None, sheet.row(row)))) for row in range(sheet.height)]
    filled = [texts for texts in rows if texts]
    if any(_NUMBER_OR_DAY.fullmatch(text) for texts in filled for text in texts[1:]):
        return False
    is_prose = all(len(texts) == 1 for texts in filled) and any(len(texts[0]) > LONGEST_WORD for texts in filled)
    return is_prose or is_named_so(sheet)


def is_named_so(sheet: Sheet) -> bool:
    """Tell whether the name of a sheet says that it explains."""
    return _NAME.fullmatch(parse.squeezed(sheet.name)) is not None
