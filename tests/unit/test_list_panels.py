"""What the panels of lists say: needs by urgency, quarters without a new list since the first one, and who missed them."""

from datetime import date

from ui.outcomes import list_versions, need_list

QUARTERS = [date(2025, 1, 1), date(2025, 4, 1), date(2025, 7, 1)]


def need(title: str, urgency: str | None, day: int) -> dict[str, object]:
    return {"title": title, "urgency": urgency, "collected_on": date(2025, 1, day), "version_on": date(2025, 1, 1)}


def version(community: str, day: date) -> dict[str, object]:
    return {"community": community, "kind": "需求清单", "version_on": day, "entries": 3, "added": 1, "dropped": 0}


def test_the_most_urgent_needs_come_first_and_the_oldest_of_them_on_top():
    needs = [need("甲", "一般", 3), need("乙", "紧急", 9), need("丙", "紧急", 2), need("丁", None, 1)]
    columns = need_list.by_urgency(needs)
    assert {level: [row["title"] for row in rows] for level, rows in columns.items()} == {
        "紧急": ["丙", "乙"],
        "一般": ["甲"],
        "没有写缓急": ["丁"],
    }


def test_a_quarter_without_a_list_is_missed_only_since_the_first_one():
    cells = list_versions.by_quarter([version("甲社区", date(2025, 4, 1))])
    assert list_versions.missed(cells["甲社区", "需求清单"], QUARTERS) == [date(2025, 7, 1)]


def test_the_headline_names_who_missed_which_quarter():
    cells = list_versions.by_quarter(
        [version("甲社区", day) for day in QUARTERS] + [version("乙社区", QUARTERS[0]), version("乙社区", QUARTERS[2])]
    )
    assert list_versions.headline(cells, QUARTERS) == "2025年第1季度以来，清单没有按季更新的：乙社区2025年第2季度。"


def test_lists_renewed_each_quarter_are_said_to_be():
    cells = list_versions.by_quarter([version("甲社区", day) for day in QUARTERS])
    assert list_versions.headline(cells, QUARTERS) == "2025年第1季度以来，各社区的清单都按季更新。"
