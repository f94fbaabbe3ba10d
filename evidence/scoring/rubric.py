"""An evaluation table (评分表) as a data file: items with points, one of four rule kinds, and the documents asked for.

Rule kinds: band (a figure, or its share of what was planned, earns points step by step), combination (the points of the
conditions met add up), level (the assessor judges by descriptors), gate (must hold, or the application is void).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from command_line import UserError
from indicators.engine import catalogue

FOLDER = Path(__file__).parent / "rubrics"
RuleKind = Literal["band", "combination", "level", "gate"]


class BadRubric(UserError):
    """A rubric file that cannot be used. Carries a Chinese sentence: which file, which item, what to write."""


@dataclass(frozen=True)
class BandStep:
    """From `at_least` on, the figure (or its share of the plan) earns `points`."""

    at_least: float
    points: float


@dataclass(frozen=True)
class Criterion:
    """One condition of a combination, or one level of a judgement; with an indicator it is decided by the figure."""

    label: str
    points: float
    indicator: str | None = None
    at_least: float | None = None


@dataclass(frozen=True)
class RubricItem:
    """One line of an evaluation table, with the names its file uses. `against_plan` compares with what was promised."""

    id: str
    group: str
    label: str
    kind: RuleKind
    points: float
    indicator: str | None = None
    against_plan: bool = False
    at_least: float | None = None
    steps: tuple[BandStep, ...] = ()
    parts: tuple[Criterion, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rubric:
    """An evaluation table. `is_official` is false for examples that only show a structure."""

    id: str
    title: str
    source: str
    is_official: bool
    items: tuple[RubricItem, ...]

    @property
    def full_points(self) -> float:
        """The points to be had in all."""
        return sum(item.points for item in self.items)

    @property
    def indicators(self) -> tuple[str, ...]:
        """The id of every indicator the table asks for, once, in reading order."""
        ids = [id for item in self.items for id in (item.indicator, *(criterion.indicator for criterion in item.parts))]
        return tuple(dict.fromkeys(id for id in ids if id))


def rubrics(folder: Path = FOLDER) -> dict[str, Rubric]:
    """Return every rubric of a folder by file name; one new file is one new rubric."""
    return {path.stem: read_rubric(path) for path in sorted(folder.glob("*.toml"))}


def read_rubric(path: Path) -> Rubric:
    """Return the rubric of one file; BadRubric names the item at fault."""
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
        items = tuple(_item(stored_item) for stored_item in stored.get("item", ()))
        rubric = Rubric(path.stem, stored["title"], stored["source"], bool(stored.get("official", False)), items)
    except tomllib.TOMLDecodeError as fault:
        raise BadRubric(f"评分表“{path.name}”的写法有误（{fault}），请对照其他评分表文件修改。") from fault
    except (KeyError, TypeError, AttributeError) as fault:
        raise BadRubric(f"评分表“{path.name}”缺少或写错了 {fault}，请补上。") from fault
    _check(rubric, path.name)
    return rubric


def _item(stored: Mapping[str, Any]) -> RubricItem:
    """Return the item of a table [[item]], its steps highest first."""
    steps = tuple(sorted((BandStep(**step) for step in stored.get("steps", ())), key=lambda step: -step.at_least))
    criteria = tuple(Criterion(**criterion) for criterion in stored.get("parts", ()))
    lists = {"steps": steps, "parts": criteria, "documents": tuple(stored.get("documents", ()))}
    return RubricItem(**{"points": 0, "group": "", **stored, **lists})


def _check(rubric: Rubric, file: str) -> None:
    if not rubric.items:
        raise BadRubric(f"评分表“{file}”里没有评分项（[[item]]），请至少写一项。")
    if unknown := [id for id in rubric.indicators if id not in catalogue()]:
        raise BadRubric(f"评分表“{file}”用到了没有的指标“{unknown[0]}”，请改成指标字典里的编号。")
    for item in rubric.items:
        if fault := _fault(item):
            raise BadRubric(f"评分表“{file}”的“{item.label}”{fault}。")


def _fault(item: RubricItem) -> str | None:
    """Return what is wrong with an item, in words that follow its label; None for a sound one."""
    if item.kind not in get_args(RuleKind):
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
