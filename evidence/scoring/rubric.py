"""An evaluation table (评分表) as a data file: items with points, one of four rule kinds, and the documents asked for.

Rule kinds: band (a figure, or its share of what was planned, earns points step by step), combination (the points of the
conditions met add up), level (the assessor judges by descriptors), gate (must hold, or the application is void).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from indicators.engine import catalogue

FOLDER = Path(__file__).parent / "rubrics"
Kind = Literal["band", "combination", "level", "gate"]


class BadRubric(ValueError):
    """A rubric file that cannot be used. Carries a Chinese sentence: which file, which item, what to write."""


@dataclass(frozen=True)
class Step:
    """From `at_least` on, the figure (or its share of the plan) earns `points`."""

    at_least: float
    points: float


@dataclass(frozen=True)
class Part:
    """One condition of a combination, or one level of a judgement; with an indicator it is decided by the figure."""

    label: str
    points: float
    indicator: str | None = None
    at_least: float | None = None


@dataclass(frozen=True)
class Item:
    """One line of an evaluation table. `against_plan` compares with what was promised instead of a fixed number."""

    id: str
    group: str
    label: str
    kind: Kind
    points: float
    indicator: str | None = None
    against_plan: bool = False
    at_least: float | None = None
    steps: tuple[Step, ...] = ()
    parts: tuple[Part, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rubric:
    """An evaluation table. `is_official` is false for examples that only show a structure."""

    id: str
    title: str
    source: str
    is_official: bool
    items: tuple[Item, ...]

    @property
    def full(self) -> float:
        """The points to be had in all."""
        return sum(item.points for item in self.items)

    @property
    def indicators(self) -> tuple[str, ...]:
        """Every indicator the table asks for, once, in reading order."""
        named = [name for item in self.items for name in (item.indicator, *(part.indicator for part in item.parts))]
        return tuple(dict.fromkeys(name for name in named if name))


def rubrics(folder: Path = FOLDER) -> dict[str, Rubric]:
    """Return every rubric of a folder by file name; one new file is one new rubric."""
    return {path.stem: read(path) for path in sorted(folder.glob("*.toml"))}


def read(path: Path) -> Rubric:
    """Return the rubric of one file; BadRubric names the item at fault."""
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
        items = tuple(_item(path.stem, found) for found in stored.get("item", ()))
        rubric = Rubric(path.stem, stored["title"], stored["source"], bool(stored.get("official", False)), items)
    except tomllib.TOMLDecodeError as fault:
        raise BadRubric(f"评分表“{path.name}”的写法有误（{fault}），请对照其他评分表文件修改。") from fault
    except (KeyError, TypeError, AttributeError) as fault:
        raise BadRubric(f"评分表“{path.name}”缺少或写错了 {fault}，请补上。") from fault
    _check(rubric, path.name)
    return rubric


def _item(rubric: str, stored: Mapping[str, Any]) -> Item:
    steps = tuple(sorted((Step(**step) for step in stored.get("steps", ())), key=lambda step: -step.at_least))
    parts = tuple(Part(**part) for part in stored.get("parts", ()))
    plain = {name: value for name, value in stored.items() if name not in ("steps", "parts", "documents")}
    plain.setdefault("points", 0)
    plain.setdefault("group", "")
    return Item(**plain, steps=steps, parts=parts, documents=tuple(stored.get("documents", ())))


def _check(rubric: Rubric, file: str) -> None:
    if not rubric.items:
        raise BadRubric(f"评分表“{file}”里没有评分项（[[item]]），请至少写一项。")
    if unknown := [name for name in rubric.indicators if name not in catalogue()]:
        raise BadRubric(f"评分表“{file}”用到了没有的指标“{unknown[0]}”，请改成指标字典里的编号。")
    for item in rubric.items:
        if fault := _fault(item):
            raise BadRubric(f"评分表“{file}”的“{item.label}”{fault}。")


def _fault(item: Item) -> str | None:
    if item.kind not in ("band", "combination", "level", "gate"):
        return f"的规则“{item.kind}”不认识，请写 band、combination、level 或 gate"
    if item.kind == "band" and not (item.indicator and item.steps):
        return "是分段计分，请写 indicator 和 steps"
    if item.kind in ("combination", "level") and not item.parts:
        return "需要写 parts"
    if item.kind == "gate" and item.indicator and item.at_least is None:
        return "是门槛，请写 at_least"
    most = max((step.points for step in item.steps), default=0)
    if most > item.points:
        return f"的最高档{most:g}分超过了满分{item.points:g}分"
    return None
