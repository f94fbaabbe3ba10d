"""Draws who reported: community × month, a cell for each of the four states, and the number of rows where there is room."""

from collections import Counter
from collections.abc import Sequence

import pyarrow as pa
import streamlit as st

from etl.declarations import monthly_records
from evidence import extracts
from indicators import coverage
from indicators.coverage import CoverageCell, expected_records
from indicators.disclosure.rows import tells_of_people
from ui.charts import chart, chart_axis, panel
from ui.charts.picture import SMALLEST, Picture
from ui.frame import data_table, query
from ui.frame.escape import html_escape
from ui.frame.view import View
from ui.ledgers import source_files
from warehouse import ledgers
from warehouse.communities import short_name
from wording import unloaded_rows
from wording.states import COVERAGE

# The place of each state on the colour scale, and its colour.
SCALE = {
    "not_begun": (0, "rgba(128,136,148,0.12)"),
    "not_surveyed": (1, "rgba(128,136,148,0.26)"),
    "not_reported": (2, "#E66E00"),
    "zero": (3, "#B7D2EE"),
    "records": (4, "#1464B4"),
    "reported": (5, "#5B93CB"),
}
ROW_HEIGHT = 26
MOST_NAMED = 3
MOST_SPACED = 40  # months: beyond, gaps between cells would take too much room
MOST_NUMBERED = 14  # months: beyond, a cell has no room for its number


def draw_key(view: View) -> None:
    """Draw what the colours mean and what the pictures leave out, once for all pictures of the page."""
    items = "".join(
        f'<span><i style="background:{colour}"></i>{COVERAGE[state]}</span>'
        for state, (_, colour) in reversed(SCALE.items())
    )
    unloaded = unloaded_rows.sentence(query.answer(view.build, ledgers.unloaded))
    st.html(f'<p class="key">{items}</p><p class="note">{unloaded}</p>')


def draw_never_sent(view: View) -> None:
    """Name the record types of which no ledger was ever sent and none need be."""
    expected = query.answer(view.build, expected_records)
    records = monthly_records().items()
    names = [record.label for name, record in records if name not in expected and not record.is_reported_sum]
    if names:
        st.html(
            f'<p class="note">没有任何社区报送过：{html_escape("、".join(names))}。这几种台账不是每个街道都有，不算缺报。</p>'
        )


def draw_record(view: View, id: str) -> None:
    """Draw one record type with its quiet row."""
    label = monthly_records()[id].label
    cells = query.answer(view.build, coverage.cells, id, view.filters)
    with st.container(key=f"panel-coverage-{id}"):
        st.html(f'<h2 class="headline">{html_escape(headline(label, cells))}</h2>')
        alt = chart.alt(view, f"{label}的报送情况")
        st.plotly_chart(_picture(view, label, cells).figure, config=chart.CONFIG, alt=alt, key=f"picture-coverage-{id}")
        panel.draw_row(f"coverage-{id}", _row_contents(view, id, label, cells))


def headline(label: str, cells: Sequence[CoverageCell]) -> str:
    """Return how many of the cells drawn are 未报送, and whose they are."""
    missing = Counter(cell.community for cell in cells if cell.state == "not_reported")
    if not missing and {cell.state for cell in cells} - {"not_begun"} == {"not_surveyed"}:
        return f"{label}：这段时间没有记录；这种台账有事才记，不算缺报。"
    if not missing:
        return f"{label}：{'已经开始的社区都已报送' if _has_late_beginners(cells) else '各社区都已报送'}。"
    named = "、".join(f"{short_name(name)}{count}个月" for name, count in missing.most_common(MOST_NAMED))
    more = f"等{len(missing)}个社区" if len(missing) > MOST_NAMED else ""
    total = f"，共{missing.total()}格" if len(missing) > 1 else ""
    return f"{label}：{named}{more}未报送{total}。"


def _has_late_beginners(cells: Sequence[CoverageCell]) -> bool:
    return any(cell.state == "not_begun" for cell in cells)


def _picture(view: View, label: str, cells: Sequence[CoverageCell]) -> Picture:
    names = view.filters.communities
    months = [cell.month for cell in cells if cell.community == names[0]]
    picture = chart.blank_picture(
        view,
        f"{label}（{'按月' if tells_of_people(cells[0].record) else '行数，按月'}）",
        height=96 + ROW_HEIGHT * len(names),
    )
    _draw(picture, [[cell for cell in cells if cell.community == name] for name in names], len(months))
    labels = [html_escape(short_name(name)) for name in names]
    order = {"range": [len(names) - 0.5, -0.5], "showgrid": False}
    picture.axis("yaxis", {"tickmode": "array", "tickvals": list(range(len(names))), "ticktext": labels, **order})
    chart_axis.along_time(picture, months)
    return picture


def _draw(picture: Picture, lines: Sequence[Sequence[CoverageCell]], months: int) -> None:
    picture.draw(
        "heatmap",
        z=[[SCALE[cell.state][0] for cell in line] for line in lines],
        text=[[html_escape(_number(cell)) if months <= MOST_NUMBERED else "" for cell in line] for line in lines],
        texttemplate="%{text}",
        textfont={"size": SMALLEST},
        hovertext=[[_hover(cell) for cell in line] for line in lines],
        hoverinfo="text",
        colorscale=[(end / len(SCALE), colour) for place, colour in SCALE.values() for end in (place, place + 1)],
        zmin=-0.5,
        zmax=len(SCALE) - 0.5,
        showscale=False,
        xgap=2 if months <= MOST_SPACED else 1,
        ygap=2,
    )


def _number(cell: CoverageCell) -> str:
    return {"records": f"{cell.rows:,}", "zero": "0", "not_reported": "未报"}.get(cell.state, "")


def _hover(cell: CoverageCell) -> str:
    rows = f"，{cell.rows:,}行" if cell.rows else ""
    return f"{html_escape(short_name(cell.community))}，{cell.month.label}<br>{COVERAGE[cell.state]}{rows}"


def _row_contents(view: View, id: str, label: str, cells: Sequence[CoverageCell]) -> panel.RowContents:
    title = f"{label}报送情况"
    return {
        panel.TABLE: lambda: data_table.draw(_table(cells), name=f"coverage-{id}", alt=title),
        panel.DOWNLOAD: lambda: panel.draw_downloads(
            view,
            f"coverage-{id}",
            title,
            lambda: extracts.table_extract(panel.provenance(view, title), _table(cells)),
        ),
        panel.DEFINITION: lambda: st.markdown(DEFINITION),
        panel.ROWS: lambda: data_table.draw(_source_files(view, id), name=f"files-{id}", alt=f"{label}的来源文件"),
    }


def _source_files(view: View, id: str) -> pa.Table:
    files = query.answer(view.build, ledgers.source_files)
    return source_files.account([file for file in files if file.record == id], view.register)


HEADER = ("社区", "月份", "情况", "行数")
DEFINITION = (
    "台账的标题、工作表名或文件名写明的月份，和从第一行到最后一行之间的月份，都算已报送；其中没有记录的月份是真正的0。"
    "已报送过的社区，以后没有报送的月份是未报送；第一次报送之前是尚未开始。满意度不是每月都调查，统计期内做过调查的社区，其余月份是没有调查，不算未报送。结案、办结的日期也说明那个月记了台账：只有结案、没有接案的月份，接案数是报送了的0。一行是一个人或一例个案的台账，只写报送了没有，不写有没有记录、有几行：那会说出很少几个人的情况。"
)


def _table(cells: Sequence[CoverageCell]) -> pa.Table:
    columns = (
        [short_name(c.community) for c in cells],
        [c.month.label for c in cells],
        [COVERAGE[c.state] for c in cells],
    )
    rows = [f"{c.rows:,}" if c.state in ("records", "zero") else "" for c in cells]
    return pa.table(dict(zip(HEADER, (*columns, rows), strict=True)))
