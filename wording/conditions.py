"""A condition of the narrow SQL vocabulary in Chinese words: “服务方法”是“走访”，且“是否到账”为是."""

import re
from collections.abc import Callable

from indicators import tables

_COLUMN, _TEXT = r"(?P<a>\w+)", r"'(?P<v>[^']*)'"
# What one condition may look like, and how it reads; the first that fits speaks.
_FORMS: tuple[tuple[str, str], ...] = (
    (rf"{_COLUMN} is not null", "“{a}”有值"),
    (rf"{_COLUMN} = {_TEXT}", "“{a}”是“{v}”"),
    (rf"{_COLUMN} <> {_TEXT}", "“{a}”不是“{v}”"),
    (rf"{_COLUMN} = (?P<v>\d+)", "“{a}”是{v}"),
    (rf"{_COLUMN} <= (?P<v>\d+)", "“{a}”不超过{v}"),
    (rf"{_COLUMN} in \((?P<v>[^)]*)\)", "“{a}”是“{v}”之一"),
    (rf"coalesce\({_COLUMN}, {_TEXT}\) = '(?P=v)'", "“{a}”是“{v}”或没有写"),
    (rf"coalesce\({_COLUMN}, (?P<b>\w+)\) like '%(?P<v>[^']*)%'", "“{a}”（没有写的看“{b}”）里有“{v}”"),
    (_COLUMN, "“{a}”为是"),
)


def words(table: str, condition: str) -> str:
    """Return the condition in words; a part that fits no form is shown as it is, never left out."""
    return "，且".join(_said(table, part.strip()) for part in re.split(r"\band\b", condition))


def label(table: str, column: str) -> str:
    """Return the Chinese label of a column without its remarks, or the column where it has none."""
    try:
        return tables.label_of(table, column).partition("（")[0]
    except KeyError:
        return column


def _said(table: str, part: str) -> str:
    for pattern, form in _FORMS:
        if found := re.fullmatch(pattern, part):
            return _filled(form, found, lambda column: label(table, column))
    return part


def _filled(form: str, found: re.Match[str], name: Callable[[str], str]) -> str:
    given = found.groupdict("")
    value = given.get("v", "").strip("'").replace("', '", "”、“")
    return form.format(a=name(given["a"]), b=name(given.get("b", "")), v=value)
