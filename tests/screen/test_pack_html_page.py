"""The pack's page, in a real browser that is offline: nothing is asked for, nothing of a ledger is run."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from documents.chart_tables import points
from evidence.pack.content import Pack
from evidence.pack.html_page import html_page as pack_page
from tests.support.pack_example import example


@pytest.fixture(scope="module")
def pack() -> Pack:
    return example()


@pytest.fixture(scope="module")
def requests() -> list[str]:
    return []


@pytest.fixture(scope="module")
def screen(browser, pack, requests, tmp_path_factory) -> Page:
    file = tmp_path_factory.mktemp("page") / "图表.html"
    file.write_bytes(pack_page(pack))
    screen = browser.new_context(offline=True, locale="zh-CN").new_page()
    screen.on("request", lambda request: requests.append(request.url))
    screen.goto(file.as_uri())
    return screen


def test_nothing_but_the_file_is_asked_for(screen, requests):
    assert [url.startswith("file:") for url in requests] == [True]


def test_a_script_in_a_ledger_is_shown_and_not_run(screen):
    assert screen.title() == "社东社区五社联动成效佐证材料（演示数据）"
    assert "<script>" in screen.inner_text("main")
    assert screen.locator("script").count() == 0


def test_every_chart_is_drawn_and_described(screen, pack):
    described = [chart.alt for section in pack.sections for chart in section.charts]
    assert [chart.get_attribute("aria-label") for chart in screen.locator("svg").all()] == described
    assert all(chart.bounding_box()["height"] > 100 for chart in screen.locator("svg").all())


def test_the_table_beneath_a_chart_says_the_same_in_words(screen, pack):
    rows = screen.locator("table.points").first.locator("tbody tr").all()
    cells = [tuple(cell.inner_text() for cell in row.locator("th, td").all()) for row in rows]
    assert cells == list(points(pack.sections[0].charts[0]).rows)


def test_a_footnote_leads_to_its_text_and_back(screen):
    for mark in screen.locator("sup a").all():
        note = screen.locator(mark.get_attribute("href"))
        assert screen.locator(note.locator("a").get_attribute("href")).count() == 1


def test_it_says_that_the_data_are_a_demonstration(screen):
    assert screen.locator(".demo").inner_text() == "演示数据，非真实记录，不得用于申报"


def test_a_telephone_shows_it_without_sideways_scrolling(screen):
    screen.set_viewport_size({"width": 390, "height": 800})
    assert screen.evaluate("document.documentElement.scrollWidth") <= 390


def test_axe_finds_no_barrier(browser, pack, tmp_path: Path):
    file = tmp_path / "page.html"
    # The page forbids every script; axe, which is one, is let in for this test only.
    context = browser.new_context(bypass_csp=True, locale="zh-CN")
    file.write_bytes(pack_page(pack))
    screen = context.new_page()
    screen.goto(file.as_uri())
    assert Axe().run(screen).response["violations"] == []
