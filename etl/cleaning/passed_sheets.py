"""Tells which sheets of a file are not looked at, and why: not chosen, hidden, or by their name out of use (示例, 作废)."""

import re

from etl import parse
from etl.inbox.file_names import private_name
from etl.inbox.settings import Settings
from etl.reading.grid import Sheet

_OUT_OF_USE = re.compile(
    "(填[写表])?(示例|样例|范例)|(附[件表]?[:：]?)?(已?作废|已?停用|勿用|废弃|旧表?|草稿)"
)  # whole names: 旧改项目 is one that counts


def passed_over_code(sheet: Sheet, settings: Settings) -> str:
    """Return the code of the problem that says so of a sheet that is not looked at."""
    if settings.sheets:
        return "sheet_not_chosen"
    return "hidden_sheet" if not sheet.is_visible else "sheet_out_of_use"


def not_looked_at(sheet: Sheet, settings: Settings) -> str:
    """Return why a sheet is passed over, "" when it is not."""
    if settings.sheets:
        names = {parse.squeezed(name) for sheet in settings.sheets for name in (sheet, private_name(sheet))}
        return "" if parse.squeezed(sheet.name) in names else "没有选这张工作表。"
    if not sheet.is_visible:
        return "隐藏的工作表没有读取。如果里面有台账，请取消隐藏，或用 --sheet 指明后再导入。"
    name = sheet.name.strip()
    if _OUT_OF_USE.fullmatch(name):
        return f"工作表“{name}”像示例、作废或旧的，没有读取。要用的，请给工作表改个名字，或用 --sheet 指明后再导入。"
    return ""
