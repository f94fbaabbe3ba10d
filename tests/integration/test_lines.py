"""Lines of many communities: as many small pictures as a page can carry, and a sentence about the others."""

from datetime import date
from pathlib import Path

from indicators.model import Filters
from tests.support import builds
from ui.charts import lines
from ui.frame.filters import Choice
from ui.frame.view import View

NAMES = tuple(f"第{number}村" for number in range(1, 63))


def test_of_more_communities_than_a_page_can_carry_those_with_the_largest_numbers_are_drawn(tmp_path: Path) -> None:
    held = [
        {"community": name, "title": f"会{n}", "held_on": "2025-03-01"}
        for number, name in enumerate(NAMES)
        for n in range(number + 1)
    ]
    register = [{"community": name, "as_of_on": "2020-01-01"} for name in NAMES]
    build = builds.make(tmp_path / "made.duckdb", {"activity": held, "community": register})
    filters = Filters(NAMES, date(2025, 1, 1), date(2025, 12, 31))
    panel = lines.communities(View("页", build, NAMES, Choice(filters, "month", "全部", "2025年")), "activities")

    named = {note["text"].strip("<b>/") for note in panel.picture.layout["annotations"]} & set(NAMES)
    assert named == set(NAMES[2:])
    assert "共62个社区，只画数最大的60个，其余见表格" in panel.note
    assert {figure.community for figure in panel.figures} == set(NAMES)


def test_of_quarters_only_those_with_a_pale_column_are_said_to_be_pale(tmp_path: Path) -> None:
    """January to March are reported, April too, and August without an activity: one column is pale, two quarters have none."""
    held = [{"title": "会", "held_on": day} for day in ("2025-01-05", "2025-04-05")]
    reported = builds.months_of("activity", ("2025-01-01", "2025-03-31"), ("2025-08-01", "2025-08-31"))
    build = builds.make(tmp_path / "made.duckdb", {"activity": held}, reported)
    choice = Choice(Filters(("甲",), date(2025, 1, 1), date(2025, 12, 31)), "quarter", "甲", "2025年")
    panel = lines.whole(View("页", build, ("甲",), choice), "activities")

    opacity = panel.picture.traces[0]["marker"]["opacity"]
    assert [(figure.value, pale < 1) for figure, pale in zip(panel.figures, opacity, strict=True)] == [
        (1, False), (1, True), (0, True), (None, True),
    ]  # fmt: skip
    assert "浅色的一期不完整：1期有社区未报送。" in panel.note
