"""An evaluation table (评分表) as a data file: items with points, one of five rule kinds, and the documents asked for.

Rule kinds: band (a figure, or its share of what was planned, earns points step by step), ratio (points in proportion to the share
of the target that is kept, never more than all), combination (the points of the conditions met add up), level (the assessor judges
by descriptors, or gives points where there are none), gate (must hold, or the application is void).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from command_line import UserError
from indicators.engine import catalogue

FOLDER = Path(__file__).parent / "rubrics"
RuleKind = Literal["band", "ratio", "combination", "level", "gate"]


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
class Grade:
    """What a whole table earns from `at_least` points on: 优, 合格."""

    at_least: float
    label: str


@dataclass(frozen=True)
class RubricItem:
    """One line of an evaluation table, with the names its file uses. `against_plan` compares with what was promised.

    `points` is None where its issuer did not publish them. `at_most` is a target not to be exceeded, `is_most` says so of a plan.
    """

    id: str
    group: str
    label: str
    kind: RuleKind
    points: float | None = None
    indicator: str | None = None
    against_plan: bool = False
    at_least: float | None = None
    at_most: float | None = None
    is_most: bool = False
    steps: tuple[BandStep, ...] = ()
    parts: tuple[Criterion, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rubric:
    """An evaluation table. `is_official` is false for examples that only show a structure.

    `total` is the full mark as stated, where not all items have points; `unknown` says what its issuer did not publish.
    """

    id: str
    title: str
    source: str
    is_official: bool
    items: tuple[RubricItem, ...]
    total: float | None = None
    grades: tuple[Grade, ...] = ()
    unknown: str = ""

    @property
    def full_points(self) -> float:
        """The points to be had in all: as stated, or else of the items that have any."""
        return sum(item.points or 0 for item in self.items) if self.total is None else self.total

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
        grades = tuple(
            sorted((Grade(**grade) for grade in stored.get("grades", ())), key=lambda grade: -grade.at_least)
        )
        rest = {"total": stored.get("total"), "grades": grades, "unknown": stored.get("unknown", "")}
        rubric = Rubric(
            path.stem, stored["title"], stored["source"], bool(stored.get("official", False)), items, **rest
        )
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
    return RubricItem(**{"group": "", **stored, **lists})


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
        return f"的规则“{item.kind}”不认识，请写 band、ratio、combination、level 或 gate"
    if item.kind in ("band", "ratio", "combination") and item.points is None:
        return "请写 points（满分）"
    if item.kind == "band" and not (item.indicator and item.steps):
        return "是分段计分，请写 indicator 和 steps"
    if item.kind == "ratio" and not (item.indicator and (item.against_plan or _has_one_target(item))):
        return "是按比例计分，请写 indicator，再写 against_plan、at_least 或 at_most 之一"
    if item.kind == "combination" and not item.parts:
        return "需要写 parts"
    if item.kind == "gate" and item.indicator and item.at_least is None:
        return "是门槛，请写 at_least"
    most = max((step.points for step in item.steps), default=0)
    if item.points is not None and most > item.points:
        return f"的最高档{most:g}分超过了满分{item.points:g}分"
    return None


def _has_one_target(item: RubricItem) -> bool:
    return (item.at_least is None) != (item.at_most is None)
