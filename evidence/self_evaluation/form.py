"""Fills the form 项目支出绩效自评表 from the targets of one promise: achieved, points in proportion, the reason that a person wrote.

Weights of the first level are 产出 50, 效益 30, 满意度 10, 预算执行率 10; 90 points are 优, 80 良, 60 中 (guide 财预〔2021〕101号, as towns
file it). What the ledger does not say stays blank: points of a line, its levels, the reason of a deviation. A line without a number
has no points, since 未报送 is not nothing achieved. Nor has one whose number is withheld to protect persons: its points would tell it.
A person who may see the ledger gives them; the points so far are set against the weights of the lines that have some, never against all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from etl.records.target import BENEFIT, BUDGET, OUTPUT, SATISFACTION
from evidence.scoring.rubric import Grade, Rubric, RubricItem
from evidence.scoring.score import AssessorInput, Score, score_rubric
from indicators.target_progress import TargetProgress
from indicators.targets import Target
from wording import targets as words
from wording.numbers import rounded

TITLE = "项目支出绩效自评表"
GROUP_POINTS = {BUDGET: 10, OUTPUT: 50, BENEFIT: 30, SATISFACTION: 10}
GRADES = (Grade(90, "优"), Grade(80, "良"), Grade(60, "中"), Grade(0, "差"))
HEADER = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
TOTAL = "总分合计"
UNWEIGHTED = "台账没有写分值，不计分"
NOT_SCORED = "未评"
BY_LEDGER = "请按原始台账填写"
WITHHELD = f"因人数少未显示，{BY_LEDGER}"


@dataclass(frozen=True)
class FormLine:
    """One line of the form; `points` is None where the target has no weight or no number may be set against it."""

    progress: TargetProgress
    points: float | None

    @property
    def target(self) -> Target:
        """The target of the line."""
        return self.progress.target

    @property
    def is_withheld(self) -> bool:
        """Whether the number is withheld to protect persons, so that a person gives the points of a line that has some."""
        figure = self.progress.figure
        is_scored = self.target.weight is not None and self.progress.misfit is None
        return is_scored and figure is not None and figure.state == "hidden"

    @property
    def is_pending(self) -> bool:
        """Whether the line has a weight and no points yet."""
        return self.target.weight is not None and self.points is None

    @property
    def deviation(self) -> str:
        """Why the target was not met and what will be done, as a person wrote it in the ledger; else blank."""
        measures = f"改进措施：{self.target.measures}" if self.target.measures else ""
        return "；".join(filter(None, (self.target.reason, measures)))


@dataclass(frozen=True)
class SelfEvaluation:
    """The form of one community or project for one period. `build` names the data, `k` the least number of people shown."""

    lines: tuple[FormLine, ...]
    build: str
    made_at: datetime
    is_demo: bool
    k: int

    @property
    def target(self) -> Target:
        """A target of the form, which knows its community, project and period."""
        return self.lines[0].target

    @property
    def full_points(self) -> float:
        """The weights of all lines together."""
        return sum(line.target.weight or 0 for line in self.lines)

    @property
    def pending_points(self) -> float:
        """The weights of the lines that have no points yet."""
        return sum(line.target.weight or 0 for line in self.lines if line.is_pending)

    @property
    def lacks_points(self) -> bool:
        """Whether a line has no points, so that their sum is not the whole."""
        return any(line.points is None for line in self.lines)

    @property
    def points(self) -> float:
        """The points of the lines that have any."""
        return round(sum(line.points or 0 for line in self.lines), 2)

    @property
    def points_words(self) -> str:
        """The points and what they are out of: 92／100, or 67.8／70（另30分待填） while lines have none."""
        if not self.pending_points:
            return f"{self.points:g}／{self.full_points:g}"
        pending = f"另{rounded(self.pending_points, 2)}分待填"
        return f"{self.points:g}／{rounded(self.full_points - self.pending_points, 2)}（{pending}）"

    @property
    def grade(self) -> str:
        """优, 良, 中 or 差; nothing while a line has no points or the weights are not 100."""
        if self.lacks_points or self.full_points != 100:
            return ""
        return next(grade.label for grade in GRADES if self.points >= grade.at_least)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What stands above the table: (name, words)."""
        named = (
            ("项目名称", self.target.project or ""),
            ("社区", self.target.community),
            ("期间", self.target.period.label),
        )
        return tuple((name, text) for name, text in named if text)


def self_evaluation(
    progress: Sequence[TargetProgress], build: str, made_at: datetime, is_demo: bool, k: int
) -> SelfEvaluation:
    """Return the form of the targets of one promise, by first level in the order of the form."""
    places = {name: place for place, name in enumerate(GROUP_POINTS)}
    ordered = sorted(progress, key=lambda p: places.get(p.target.group_one or "", len(places)))
    score = _score(ordered)
    lines = tuple(
        FormLine(p, None if p.achieved is None or p.target.weight is None else item_score.points)
        for p, item_score in zip(ordered, score.item_scores, strict=True)
    )
    return SelfEvaluation(lines, build, made_at, is_demo, k)


def _score(progress: Sequence[TargetProgress]) -> Score:
    """Score the targets as an evaluation table of ratio rules made from them."""
    items = tuple(_item(str(number), p.target) for number, p in enumerate(progress))
    plans = {item.id: p.target.value for item, p in zip(items, progress, strict=True)}
    figures = {p.target.indicator: p.figure for p in progress if p.figure and not p.misfit}
    return score_rubric(Rubric("", TITLE, "", False, items), figures, AssessorInput(plans=plans))


def _item(id: str, target: Target) -> RubricItem:
    group, label = target.group_one or "", target.declaration.label
    return RubricItem(
        id, group, label, "ratio", target.weight, target.indicator, against_plan=True, is_most=target.is_most
    )


def cells(line: FormLine) -> tuple[str | float | None, ...]:
    """Return the cells of a line under HEADER."""
    target = line.target
    return (
        target.group_one or "", target.group_two or "", words.name(target), words.promise(target),
        WITHHELD if line.is_withheld else words.achieved(line.progress),
        target.weight, NOT_SCORED if line.is_pending else line.points, line.deviation,
    )  # fmt: skip


def total_cells(form: SelfEvaluation) -> tuple[str | float | None, ...]:
    """Return the cells of the last line: full points, points, grade."""
    if not form.full_points:
        return (TOTAL, "", "", "", "", None, None, UNWEIGHTED)
    remark = form.grade or ("有的指标没有得分，不评等次" if form.lacks_points else "分值合计不是100分，不评等次")
    points = form.points_words if form.pending_points else form.points
    return (TOTAL, "", "", "", "", form.full_points, points, pending_words(form) or remark)


def pending_words(form: SelfEvaluation) -> str:
    """Return which lines wait for a person: 待填2项：结案数、总体满意率（共20分），填好前不评等次; else nothing."""
    pending = [line.target for line in form.lines if line.is_pending]
    names = "、".join(map(words.name, pending))
    points = rounded(form.pending_points, 2)
    return f"待填{len(pending)}项：{names}（共{points}分），填好前不评等次" if pending else ""
