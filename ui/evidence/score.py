"""Scores an application on screen: asks what the records cannot know, and reads the rest from the figures."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import warehouse.build
from documents.document import Cell
from evidence import extracts
from evidence.scoring.promised import promised
from evidence.scoring.rubric import BadRubric, Rubric, RubricItem, rubrics
from evidence.scoring.score import AssessorInput, ItemScore, Score, score_rubric
from evidence.scoring.sent_score import sent_score
from evidence.sent_figures import Sending
from indicators import disclosure
from indicators.targets import Target
from ui.charts import panel
from ui.frame import form_table, link_faults, query
from ui.frame.escape import html_escape
from ui.frame.view import View
from warehouse.communities import short_name
from wording import targets as words

HEADER = ("组别", "评分项", "得分", "满分", "说明", "还能做什么", "缺少的材料")


def ask_rubric() -> Rubric:
    """Return the evaluation table the reader picks; a faulty file is named and the page stops."""
    try:
        by_id = rubrics()
    except BadRubric as fault:
        st.error(str(fault), icon=":material/error:")
        st.stop()
    ids = sorted(by_id, key=lambda id: by_id[id].full_points == 0)  # tables of gates alone come last
    bound = link_faults.bound("rubric", "评分表", (by_id[id].title for id in ids))
    id = st.selectbox("评分表", ids, format_func=lambda id: by_id[id].title, **bound)
    rubric = by_id[id]
    kind = "正式评分表" if rubric.is_official else "示例，不是正式评分表"
    st.caption(f"{kind}。来源：{rubric.source}。{f'没有公开的：{rubric.unknown}' if rubric.unknown else ''}")
    return rubric


def ask_assessor(view: View, rubric: Rubric) -> AssessorInput:
    """Ask for what no record gives."""
    with st.expander(
        "记录里没有的：计划数、等级判断、人工确认、手头的材料", icon=":material/edit_note:", expanded=True
    ):
        return _ask_assessor(rubric, query.answer(view.build, promised, view.filters, rubric))


def _ask_assessor(rubric: Rubric, targets: Mapping[str, Sequence[Target]]) -> AssessorInput:
    open_items = [item for item in rubric.items if item.against_plan or item.kind == "level"]
    plans, levels, points = {}, {}, {}
    for item, column in zip(open_items, _columns(len(open_items)), strict=True):
        with column:
            if item.against_plan:
                plans[item.id] = _ask_plan(rubric, item, targets.get(item.id, ()))
            elif item.parts:
                levels[item.id] = _ask_level(rubric, item)
            else:
                points[item.id] = _ask_points(rubric, item)
    by_hand = _by_hand(rubric)
    met = st.multiselect("已经做到的（人工确认）", list(by_hand), placeholder="请选择", key=f"met-{rubric.id}")
    documents = dict.fromkeys(name for item in rubric.items for name in item.documents)
    held = st.multiselect("手头有的材料", list(documents), placeholder="请选择", key=f"documents-{rubric.id}")
    return AssessorInput(
        {id: plan for id, plan in plans.items() if plan},
        {id: given for id, given in points.items() if given is not None},
        {id: level for id, level in levels.items() if level},
        frozenset(by_hand[label] for label in met),
        frozenset(held),
    )


def _columns(count: int) -> list[DeltaGenerator]:
    """Return a place for each question, two in a row."""
    return [column for _ in range((count + 1) // 2) for column in st.columns(2, gap="medium")][:count]


def _by_hand(rubric: Rubric) -> dict[str, str]:
    """Return {label shown: what is answered} of the conditions that only a person can confirm."""
    combinations = [item for item in rubric.items if item.kind == "combination"]
    parts = {part.label: part.label for item in combinations for part in item.parts if not part.indicator}
    return parts | {item.label: item.id for item in rubric.items if item.kind == "gate" and not item.indicator}


def _ask_plan(rubric: Rubric, item: RubricItem, targets: Sequence[Target]) -> float | None:
    """Ask for the number promised; where the ledger of targets has it, it stands there already, with where it comes from."""
    total = sum(target.value for target in targets)
    places = (
        f"{short_name(t.community)}{t.period.label}{words.promise(t)}，{t.source_file}第{t.row_no}行" for t in targets
    )
    return st.number_input(
        f"{item.label}：计划数{'（取自项目指标台账）' if targets else ''}",
        min_value=0.0,
        value=float(total) if targets else None,
        step=1.0,
        placeholder="请填写",
        help="；".join(places) or None,
        key=f"{rubric.id}-{item.id}{f'-{total:g}' if targets else ''}",  # another choice brings its own targets
    )


def _ask_points(rubric: Rubric, item: RubricItem) -> float | None:
    """Ask for points given by the assessor, no more than those of the item."""
    return st.number_input(
        f"{item.label}：评委给的分",
        min_value=0.0,
        max_value=None if item.points is None else float(item.points),  # 10 in the table is no number of the same type
        value=None,
        step=1.0,
        placeholder="请填写",
        key=f"{rubric.id}-{item.id}",
    )


def _ask_level(rubric: Rubric, item: RubricItem) -> str | None:
    labels = [level.label for level in item.parts]
    return st.selectbox(item.label, labels, index=None, placeholder="请评估人员判断", key=f"{rubric.id}-{item.id}")


def draw(view: View, rubric: Rubric, assessor: AssessorInput) -> None:
    """Draw points now, gates, the cheapest points still to be had, every line, what is missing, and the downloads."""
    figures = view.figures(rubric.indicators)
    score = score_rubric(rubric, {figure.indicator: figure for figure in figures}, assessor)
    st.html(_summary(score))
    near = [
        f"- **{html_escape(item_score.item.label)}**：{item_score.improvement.words}"
        for item_score in score.nearest[:5]
        if item_score.improvement
    ]
    left, right = st.columns(2, gap="medium") if score.rubric.full_points else (None, st.container())
    if left:
        left.markdown("### 最容易再得的分\n" + ("\n".join(near) or "没有可以再得的分了。"))
    right.markdown("### 还缺的材料\n" + ("、".join(score.missing_documents) or "材料齐了。"))
    form_table.draw(HEADER, _rows(score), f"{score.rubric.title}逐项得分")
    title = f"评分预演：{score.rubric.title}"

    def sent() -> extracts.Extract:
        sending = Sending(view.filters, "extract", disclosure.OFFICE)
        rows = _rows(sent_score(warehouse.build.data_folder(), rubric, figures, assessor, sending))
        return extracts.Extract(panel.provenance(view, title), HEADER, rows, len(rows))

    panel.draw_downloads(view, "score", title, sent)


def _rows(score: Score) -> list[tuple[Cell, ...]]:
    return [_row(item_score) for item_score in score.item_scores]


def _summary(score: Score) -> str:
    gates = [item_score for item_score in score.item_scores if item_score.is_passed is not None]
    passed = sum(1 for item_score in gates if item_score.is_passed)
    points = f'<div class="card"><h2>现在的得分</h2><p class="value">{score.points:g}<small>/ {score.rubric.full_points:g} 分{_grade(score)}</small></p></div>'
    gate = f'<div class="card"><h2>门槛</h2><p class="value">{passed}/{len(gates)}<small>项满足</small></p></div>'
    waiting = sum(1 for item_score in score.item_scores if item_score.is_open)
    still = f'<div class="card"><h2>等待填写</h2><p class="value">{waiting}<small>项</small></p></div>'
    lacking = sum(1 for item_score in score.item_scores if item_score.lacks_number)
    unknown = f'<div class="card"><h2>没有数，没有算进得分</h2><p class="value">{lacking}<small>项</small></p></div>'
    cards = [
        *([points] if score.rubric.full_points else []),
        *([gate] if gates else []),
        still,
        *([unknown] if lacking else []),
    ]
    return f'<div class="cards">{"".join(cards)}</div>'


def _grade(score: Score) -> str:
    return f"，{html_escape(score.grade)}" if score.grade else ""


def _row(item_score: ItemScore) -> tuple[Cell, ...]:
    known = "未公开" if item_score.item.points is None else item_score.item.points
    full = "门槛" if item_score.is_passed is not None else known
    return (
        item_score.item.group,
        item_score.item.label,
        item_score.result,
        full,
        item_score.reason,
        item_score.improvement.words if item_score.improvement else "",
        "、".join(item_score.missing_documents),
    )
