"""Draws the versions of the three lists quarter by quarter: how many entries, what is new and gone, and where no list was issued."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from etl.facts.issued_list import LISTS
from indicators import periods
from ui.charts import panel
from ui.frame import query
from ui.frame.escape import html_escape
from ui.frame.view import View
from warehouse.communities import short_name

ID = "lists_issued"
QUARTERS = 8
MOST_VERSIONS = 2_000

Version = Mapping[str, Any]
CommunityList = tuple[str, str]  # community, list


def draw(view: View) -> None:
    """Draw a row a list of a community, a column a quarter, the last ones up to the end of the window."""
    if not view.begun([ID]):
        return
    history = view.from_start
    versions = query.source_rows(view.build, ID, history.filters, MOST_VERSIONS).to_pylist()
    last = min(view.filters.to_on, view.build.last_day or view.filters.to_on)
    quarters = [periods.first_of(last, "quarter", back) for back in reversed(range(QUARTERS))]
    cells = by_quarter(versions)
    with st.container(key="panel-list-versions"):
        st.html(f'<h2 class="headline">{html_escape(headline(cells, quarters))}</h2>')
        if cells:
            head = "".join(f"<th>{periods.quarter_label(quarter)}</th>" for quarter in quarters)
            rows = "".join(_row(view, row, cells[row], quarters) for row in _in_order(view, cells))
            st.html(
                '<div class="scroll" tabindex="0" role="region" aria-label="各季度的清单"><table class="standings">'
                f"<thead><tr><th>清单</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
                '<p class="note">数是这一版的条数；＋是比上一版新增的，－是拿掉的，按名称认。没有更新的季度沿用上一版。</p>'
            )
        else:
            st.info(panel.NEXT_STEP, icon=":material/inbox:")
        panel.draw_row_beneath(
            history, "list-versions", "清单更新", history.figures([ID], ("quarter", "kind")), ("list",)
        )


def by_quarter(versions: Sequence[Version]) -> dict[CommunityList, dict[date, Version]]:
    """Return {(community, list): {first day of a quarter: the version issued in it}}."""
    cells: dict[CommunityList, dict[date, Version]] = {}
    for version in versions:
        quarter = periods.first_of(version["version_on"], "quarter")
        cells.setdefault((version["community"], version["kind"]), {})[quarter] = version
    return cells


def missed(versions: Mapping[date, Version], quarters: Sequence[date]) -> list[date]:
    """Return the quarters without a version of a list, since its first one."""
    return [quarter for quarter in quarters if quarter not in versions and quarter > min(versions)]


def headline(cells: Mapping[CommunityList, Mapping[date, Version]], quarters: Sequence[date]) -> str:
    """Say whether every list was renewed each quarter, or who missed which quarters."""
    if not cells:
        return "没有报送需求清单、资源清单、项目清单。"
    gaps: dict[str, set[date]] = {}
    for (community, _), versions in cells.items():
        gaps.setdefault(short_name(community), set()).update(missed(versions, quarters))
    span = f"{periods.quarter_label(quarters[0])}以来"
    late = [f"{name}{'、'.join(map(periods.quarter_label, sorted(days)))}" for name, days in gaps.items() if days]
    return f"{span}，清单没有按季更新的：{'；'.join(late)}。" if late else f"{span}，各社区的清单都按季更新。"


def _in_order(view: View, cells: Mapping[CommunityList, Any]) -> list[CommunityList]:
    return [(name, label) for name in view.filters.communities for label in LISTS if (name, label) in cells]


def _row(view: View, row: CommunityList, versions: Mapping[date, Version], quarters: Sequence[date]) -> str:
    community, label = row
    late = missed(versions, quarters)
    cells = "".join(_cell(versions.get(quarter), is_late=quarter in late) for quarter in quarters)
    mark = f'<i style="background:{view.colours[community]}"></i>'
    return f'<tr><th scope="row">{mark}{html_escape(short_name(community))}{label}</th>{cells}</tr>'


def _cell(version: Version | None, *, is_late: bool) -> str:
    if version is None:
        return f'<td class="none">{"没有更新" if is_late else ""}</td>'
    change = "" if version["dropped"] is None else f" <small>＋{version['added']} －{version['dropped']}</small>"
    return f"<td>{version['entries']}{change}</td>"
