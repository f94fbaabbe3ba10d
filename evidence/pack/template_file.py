"""Reading a template's file; what is wrong with it is said in Chinese: which file, which section, what to write."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

from evidence.pack.template import By, Kind, Part, Split, Style, Template, Wish
from indicators import tables
from indicators.engine import catalogue
from indicators.model import Indicator

FOLDER = Path(__file__).parent / "templates"
Made = TypeVar("Made")


class BadTemplate(ValueError):
    """A template file that cannot be used. Carries a Chinese sentence."""


def templates(folder: Path = FOLDER) -> dict[str, Template]:
    """Return every template of a folder by file name; BadTemplate names the one at fault."""
    return {path.stem: read(path) for path in sorted(folder.glob("*.toml"))}


def read(path: Path) -> Template:
    """Return the template of one file; BadTemplate says what is wrong with it."""
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
        parts = [_part(found) for found in _tables(stored, "section")]
        template = _made(Template, {**stored, "id": path.stem}, section=parts)
    except tomllib.TOMLDecodeError as fault:
        line = re.search(r"line (\d+)", str(fault))
        where = f"第{line[1]}行" if line else "结尾"
        raise BadTemplate(f"模板“{path.name}”{where}的写法有误，请对照其他模板文件修改。") from fault
    except UnicodeDecodeError as fault:
        raise BadTemplate(f"模板“{path.name}”不是UTF-8编码，请另存为UTF-8。") from fault
    except ValueError as fault:
        raise BadTemplate(f"模板“{path.name}”{fault}。") from fault
    if not template.section:
        raise BadTemplate(f"模板“{path.name}”里没有一节，请至少写一个 [[section]]。")
    return template


def _part(stored: Mapping[str, Any]) -> Part:
    try:
        part = _made(Part, stored, chart=[_made(Wish, found) for found in _tables(stored, "chart")])
        if fault := next(_faults(part), None):
            raise ValueError(fault)
    except ValueError as fault:
        raise ValueError(f"的“{stored.get('title', '没有标题的一节')}”{fault}") from fault
    return part


def _tables(stored: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    found = stored.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ValueError(f"的 {name} 要写成 [[{name}]]")
    return found


def _made(kind: type[Made], stored: Mapping[str, Any], **read: list[Any]) -> Made:
    """Return the declaration of this kind that a table of the file stands for; `read` holds what was read already."""
    declared: dict[str, Any] = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    for name, value in stored.items():
        if name not in declared:
            raise ValueError(f"里不认识“{name}”，可以写的是 {'、'.join(declared)}")
        is_list = get_origin(declared[name].type) is tuple
        if not isinstance(value, list if is_list else str):
            raise ValueError(f"的 {name} 要写成{'列表，如 [“…”, “…”]' if is_list else '带引号的文字'}")
    if absent := [name for name, field in declared.items() if field.default is MISSING and name not in stored]:
        raise ValueError(f"缺少 {absent[0]}，请补上")
    return kind(
        **{name: tuple(value) if isinstance(value, list) else value for name, value in {**stored, **read}.items()}
    )


def _faults(part: Part) -> Iterator[str]:
    """Yield what is wrong with a section, in words that follow its title."""
    for id in (*part.indicators, *(id for wish in part.chart for id in wish.indicators)):
        if id not in catalogue():
            yield f"用到了没有的指标“{id}”，请改成指标字典里的编号"
    if part.style not in get_args(Style):
        yield f"的 style“{part.style}”不认识，请写 exact（准确数）或 rounded（约数）"
    for wish in part.chart:
        yield from (f"的图（{'、'.join(wish.indicators)}）{fault}" for fault in _wrong(wish))


def _wrong(wish: Wish) -> Iterator[str]:
    for name, said, known in (("kind", wish.kind, Kind), ("by", wish.by, By), ("split", wish.split, Split)):
        if said not in get_args(known):
            yield f"的 {name}“{said}”不认识，请写 {'、'.join(filter(None, get_args(known)))} 中的一个"
    chosen = [catalogue()[id] for id in wish.indicators]
    if not chosen:
        yield "没有写指标"
        return
    if len({one.unit for one in chosen}) > 1:
        yield f"里的指标单位不同（{'、'.join(dict.fromkeys(one.unit for one in chosen))}），不能画在一张图里"
    if len(chosen) > 1 and (wish.split or wish.by == "category"):
        yield "已有几个指标，不能再分类别或社区"
    if wish.by == wish.split:
        yield f"的 by 和 split 都是“{wish.by}”，请去掉 split"
    if "category" in (wish.by, wish.split):
        yield from _wrong_column(wish, chosen[0])
    if wish.kind == "stacked" and not chosen[0].adds_up:
        yield f"不能堆叠：“{chosen[0].label}”各部分加起来不等于总数，kind 请改成 column 或 line"


def _wrong_column(wish: Wish, one: Indicator) -> Iterator[str]:
    groups = tables.groups_of(one.numerator.table)
    if not groups:
        yield f"不能按类别分：“{one.label}”没有类别"
    elif wish.column and wish.column not in groups:
        yield f"不能按“{wish.column}”分，column 可以写 {'、'.join(groups)} 中的一个"
