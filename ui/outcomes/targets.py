"""Draws what was promised beside what was done: a chart of bullets a promise, with its table, its file and its rows beneath."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from documents.document import Cell
from evidence.extracts import Extract
from evidence.small_counts import small_counts_note
from indicators import disclosure, target_progress
from indicators.engine import catalogue
from indicators.model import Figure, Filters
from indicators.target_progress import TargetProgress
from indicators.targets import targets
from ui.charts import bullets, panel
from ui.frame import data_table, query
from ui.frame.escape import html_escape
from ui.frame.grid import pairs
from ui.frame.view import View
from warehouse.communities import short_name
from wording import definitions
from wording import targets as words

HEADER = (
    "社区", "项目", "一级指标", "二级指标", "指标", "期间", "指标值", "实际完成值", "按时间应完成", "与指标值相差", "完成比例", "进展",
    "分值", "报送", "偏差原因", "改进措施", "依据文件", "设定日期", "上次的指标值", "出处",
)  # fmt: skip
NOTHING = "没有项目指标。请到“数据导入”上传项目指标台账（空白模板在“数据字典”），或换一个时期、社区再看。"
DEMO_REASON = "偏差原因和改进措施取自台账，没有写的留空，由人填写。"


def draw(view: View) -> None:
    """Draw the targets whose period touches the window, by community, project and period."""
    promises = target_progress.by_promise(progress(view))
    if not promises:
        st.info(f"{view.choice.words}：{NOTHING}", icon=":material/inbox:")
        return
    with pairs("promises"):
        for number, (_, of_promise) in enumerate(promises.items()):
            _draw_promise(view, of_promise, f"promise-{number}")
    written = _small_counts([p for of_promise in promises.values() for p in of_promise])
    st.html(f'<p class="note">{html_escape(f"{DEMO_REASON}{written}")}</p>')


def progress(view: View) -> list[TargetProgress]:
    """Return the progress of the targets in the reader's choice, small numbers of people hidden."""

    def ask(ids: Sequence[str], window: Filters, by: Sequence[str]) -> list[Figure]:
        return query.figures(view.build, ids, window, by)

    promised = query.answer(view.build, targets, view.filters)
    return target_progress.progress(view.build, promised, view.filters.communities, ask)


def _draw_promise(view: View, of_promise: Sequence[TargetProgress], name: str) -> None:
    promised = _view_of(view, of_promise[0])
    chart = bullets.bullets(promised, of_promise, name)
    beneath = {
        panel.TABLE: lambda: data_table.draw(
            data_table.of_rows(HEADER, [_in_words(p) for p in of_promise]), name=f"table-{name}", alt=chart.headline
        ),
        panel.DOWNLOAD: lambda: panel.draw_downloads(
            promised, name, chart.subject, lambda: _extract(promised, of_promise, chart.headline)
        ),
    }
    panel.draw(promised, chart, beneath)


def _view_of(view: View, progress: TargetProgress) -> View:
    """Return the view of one promise: its community and its period."""
    target = progress.target
    window = Filters((target.community,), target.from_on, target.to_on)
    place = f"{short_name(target.community)}{target.project or ''}"
    return replace(
        view, choice=replace(view.choice, filters=window, area_words=place, period_words=target.period.label)
    )


def _extract(view: View, of_promise: Sequence[TargetProgress], title: str) -> Extract:
    """Return the targets of a promise as a file that leaves the office: what it tells is remembered."""
    sent = sent_progress(view, of_promise)
    used = dict.fromkeys(p.target.indicator for p in sent)
    rows = [_in_words(p) for p in sent]
    lines = tuple(definitions.lines(catalogue()[id]) for id in used)
    return Extract(panel.provenance(view, title), HEADER, rows, len(rows), lines, _small_counts(sent))


def _small_counts(progress: Sequence[TargetProgress]) -> str:
    """Say which small numbers of people stand in the reasons, beside numbers that are hidden; nothing where none does."""
    texts = (text for p in progress for text in (p.target.reason, p.target.measures) if text)
    note = small_counts_note(texts, disclosure.OFFICE)
    return f"{note}。" if note else ""


def sent_progress(view: View, of_promise: Sequence[TargetProgress]) -> list[TargetProgress]:
    """Return the progress with those figures hidden that tell of few people beside what has left before."""
    figures = [p.figure for p in of_promise if p.figure]
    sent = iter(panel.sent_figures(view, figures))
    return [replace(p, figure=next(sent)) if p.figure else p for p in of_promise]


def _in_words(progress: TargetProgress) -> tuple[Cell, ...]:
    target = progress.target
    unit = target.declaration.unit
    expected = None if progress.is_over else progress.expected
    return (
        target.community, target.project or "", target.group_one or "", target.group_two or "", words.name(target), target.period.label,
        words.promise(target), words.achieved(progress), words.amount(expected, unit), words.difference(progress),
        words.share(progress), words.STANDINGS[progress.standing], "" if target.weight is None else f"{target.weight:g}",
        words.gap(progress), target.reason or "", target.measures or "", target.document or "", target.set_on.isoformat(),
        words.former(target), words.place(target),
    )  # fmt: skip
