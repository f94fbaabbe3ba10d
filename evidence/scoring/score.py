"""Scores an application against an evaluation table (评分预演): points, reasons, the nearest points still to be had, gates."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from evidence.scoring.rubric import BandStep, Criterion, Rubric, RubricItem
from indicators.engine import catalogue
from indicators.model import Figure
from indicators.targets import WHOLE, share_kept
from wording import reports, states
from wording.numbers import rounded

POINT_DECIMALS = 2
NOT_COUNTED = "没有算进得分"
EFFORT_UNKNOWN = 0.5  # of what a person does or judges: no figure tells how far away it is

Figures = Mapping[str, Figure]  # by indicator id


@dataclass(frozen=True)
class AssessorInput:
    """What the records cannot know: numbers promised, levels judged, conditions met by hand, documents at hand."""

    plans: Mapping[str, float] = field(default_factory=dict)  # item id → promised number
    points: Mapping[str, float] = field(default_factory=dict)  # item id → points given outright
    levels: Mapping[str, str] = field(default_factory=dict)  # item id → label of the level judged
    met: frozenset[str] = frozenset()  # labels of criteria, or item ids of gates, that hold
    documents: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Improvement:
    """What would earn more: how many points, for what, and how far away it is (0 = nearly there, 1 = all of it)."""

    points: float
    words: str
    effort: float


@dataclass(frozen=True)
class ItemScore:
    """One item scored. `is_passed` is None unless the item is a gate; `is_open` waits for an answer no record gives, and one that
    `lacks_number` for a figure: neither is worth nothing, only nobody knows yet."""

    item: RubricItem
    points: float
    reason: str
    improvement: Improvement | None = None
    is_passed: bool | None = None
    is_open: bool = False
    lacks_number: bool = False
    missing_documents: tuple[str, ...] = ()

    @property
    def result(self) -> str | float:
        """What stands for it in the table: its points, of a gate whether it is passed, or why neither is known."""
        is_gate = self.is_passed is not None
        if self.is_open:
            return "待确认" if is_gate else "待填"
        if self.lacks_number:
            return "无法判断" if is_gate else "没有数"
        return ("满足" if self.is_passed else "不满足") if is_gate else self.points


@dataclass(frozen=True)
class Score:
    """A whole evaluation table scored."""

    rubric: Rubric
    item_scores: tuple[ItemScore, ...]

    @property
    def points(self) -> float:
        return sum(item_score.points for item_score in self.item_scores)

    @property
    def grade(self) -> str:
        """What the points earn so far: 优, 合格; nothing below the lowest grade or without any."""
        return next((grade.label for grade in self.rubric.grades if self.points >= grade.at_least), "")

    @property
    def nearest(self) -> tuple[ItemScore, ...]:
        """Items with points still to be had, the nearest first; more points first among equals."""
        improvable = [(i, i.improvement) for i in self.item_scores if i.improvement and i.improvement.points > 0]
        return tuple(i for i, _ in sorted(improvable, key=lambda pair: (pair[1].effort, -pair[1].points)))

    @property
    def missing_documents(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for item_score in self.item_scores for name in item_score.missing_documents))


def score_rubric(rubric: Rubric, figures: Figures, assessor: AssessorInput) -> Score:
    """Score a rubric with figures by indicator id; a figure that is not there earns nothing and says so."""
    return Score(rubric, tuple(_score_item(item, figures, assessor) for item in rubric.items))


def _score_item(item: RubricItem, figures: Figures, assessor: AssessorInput) -> ItemScore:
    rules: dict[str, Callable[[RubricItem, Figures, AssessorInput], ItemScore]] = {
        "band": _score_band,
        "ratio": _score_ratio,
        "combination": _score_combination,
        "level": _score_level,
        "gate": _score_gate,
    }
    missing = tuple(name for name in item.documents if name not in assessor.documents)
    return replace(rules[item.kind](item, figures, assessor), missing_documents=missing)


def _score_band(item: RubricItem, figures: Figures, assessor: AssessorInput) -> ItemScore:
    figure = figures.get(item.indicator or "")
    if figure is None or figure.value is None:
        return _without_number(item, figure)
    plan = assessor.plans.get(item.id) if item.against_plan else None
    if item.against_plan and not plan:
        return ItemScore(item, 0, "还没有填计划数，无法算完成率。", is_open=True)
    reached = figure.value / plan if plan else figure.value  # the share of the plan, or the figure itself
    points = next((step.points for step in item.steps if reached >= step.at_least), 0)
    reason = f"{_label(item.indicator)}{_with_unit(figure.value, figure.unit)}"
    reason += f"，计划{_with_unit(plan, figure.unit)}，完成{reached:.0%}" if plan else ""
    reason += f"（报送{reports.gap(figure)}）" if reports.gap(figure) else ""
    return ItemScore(item, points, f"{reason}，得{points:g}分。", _next_step(item, reached, plan, points))


def _without_number(item: RubricItem, figure: Figure | None) -> ItemScore:
    reason = f"{_label(item.indicator)}{states.clause(figure)}，{NOT_COUNTED}。"
    return ItemScore(item, 0, reason, lacks_number=True)


def _score_ratio(item: RubricItem, figures: Figures, assessor: AssessorInput) -> ItemScore:
    """Return points in proportion to the share of the target that is kept; of a range, to the number the records prove."""
    figure = figures.get(item.indicator or "")
    if figure is None or figure.value is None:
        return _without_number(item, figure)
    fixed = item.at_least if item.at_most is None else item.at_most
    target = assessor.plans.get(item.id) if item.against_plan else fixed
    if target is None:
        return ItemScore(item, 0, "还没有填计划数，无法算完成率。", is_open=True)
    is_most = item.is_most or item.at_most is not None
    share = min(WHOLE, share_kept(figure.value, target, is_most))
    points = round((item.points or 0) * share, POINT_DECIMALS)
    covered = f"（报送{reports.gap(figure)}）" if reports.gap(figure) else ""
    value, aim = _with_unit(figure.value, figure.unit), _with_unit(target, figure.unit)
    reason = f"{_label(item.indicator)}{value}，要求{'不超过' if is_most else '达到'}{aim}{covered}，按{share:.1%}得{points:g}分。"
    lacking = round((item.points or 0) - points, POINT_DECIMALS)
    words = f"{'降到' if is_most else '达到'}{aim}可再得{lacking:g}分"
    return ItemScore(item, points, reason, Improvement(lacking, words, WHOLE - share) if lacking > 0 else None)


def _next_step(item: RubricItem, reached: float, plan: float | None, points: float) -> Improvement | None:
    """Return the lowest step not reached yet, None on the highest."""
    above: Sequence[BandStep] = [step for step in item.steps if step.at_least > reached]
    if not above:
        return None
    step = above[-1]
    unit = catalogue()[item.indicator or ""].unit
    lacking = rounded((step.at_least - reached) * (plan or 1), 2)
    more = f"再提高{lacking}个百分点" if unit == "%" else f"再增加{lacking}{unit}"
    words = f"{more}可得{step.points:g}分"
    return Improvement(step.points - points, words, (step.at_least - reached) / step.at_least if step.at_least else 1)


def _score_combination(item: RubricItem, figures: Figures, assessor: AssessorInput) -> ItemScore:
    met = [criterion for criterion in item.parts if _is_met(criterion, figures, assessor)]
    unknown = [part for part in item.parts if part.indicator and _value(part, figures) is None]
    lacking = [criterion for criterion in item.parts if criterion not in (*met, *unknown)]
    points = min(item.points or 0, sum(criterion.points for criterion in met))
    words = "、".join(f"{_label(part.indicator)}{states.clause(figures.get(part.indicator or ''))}" for part in unknown)
    reason = (
        f"{len(item.parts)}个条件满足{len(met)}个，得{points:g}分{f'；{words}，{NOT_COUNTED}' if unknown else ''}。"
    )
    if not lacking:
        return ItemScore(item, points, reason, lacks_number=len(unknown) == len(item.parts))
    best = max(lacking, key=lambda criterion: criterion.points)
    improvement = Improvement(best.points, f"做到“{best.label}”可再得{best.points:g}分", EFFORT_UNKNOWN)
    return ItemScore(item, points, reason, improvement)


def _is_met(criterion: Criterion, figures: Figures, assessor: AssessorInput) -> bool:
    if criterion.indicator is None:
        return criterion.label in assessor.met
    value = _value(criterion, figures)
    return value is not None and value >= (criterion.at_least or 0)


def _value(criterion: Criterion, figures: Figures) -> float | None:
    figure = figures.get(criterion.indicator or "")
    return figure.value if figure else None


def _score_level(item: RubricItem, figures: Figures, assessor: AssessorInput) -> ItemScore:
    if not item.parts:
        return _score_given(item, assessor)
    level = next((level for level in item.parts if level.label == assessor.levels.get(item.id)), None)
    if level is None:
        improvement = Improvement(item.points or 0, "请评估人员填写等级", EFFORT_UNKNOWN)
        return ItemScore(item, 0, "需要评估人员判断等级，还没有填。", improvement, is_open=True)
    return ItemScore(item, level.points, f"判断为“{level.label}”，得{level.points:g}分。")


def _score_given(item: RubricItem, assessor: AssessorInput) -> ItemScore:
    """Return the points an assessor gives outright, at most those of the item where they are known."""
    points = assessor.points.get(item.id)
    if points is None:
        unknown = "分值没有公开，请按委托方的文件评分。" if item.points is None else "由评委给分，还没有填。"
        improvement = Improvement(item.points or 0, "请填写评委给的分", EFFORT_UNKNOWN)
        return ItemScore(item, 0, unknown, improvement, is_open=True)
    counted = points if item.points is None else min(points, item.points)
    return ItemScore(item, counted, f"评委给{counted:g}分。")


def _score_gate(item: RubricItem, figures: Figures, assessor: AssessorInput) -> ItemScore:
    if item.indicator is None:
        if item.id in assessor.met:
            return ItemScore(item, 0, "已确认满足。", is_passed=True)
        return ItemScore(item, 0, "没有记录可查，需人工确认。", is_passed=False, is_open=True)
    figure = figures.get(item.indicator)
    if figure is None or figure.value is None:
        return replace(_without_number(item, figure), is_passed=False)
    least = item.at_least or 0
    value = f"{_label(item.indicator)}{_with_unit(figure.value, figure.unit)}"
    covered = f"（报送{reports.gap(figure)}）" if reports.gap(figure) else ""
    reason = f"{value}{covered}，要求不少于{_with_unit(least, figure.unit)}。"
    return ItemScore(item, 0, reason, is_passed=figure.value >= least)


def _label(indicator_id: str | None) -> str:
    return catalogue()[indicator_id or ""].label


def _with_unit(value: float, unit: str) -> str:
    return f"{rounded(value, 2)}{unit}"
