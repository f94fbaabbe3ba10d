"""The real app in a real browser: links, filters, downloads, languages, accessibility, and a picture of every page."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.screen.conftest import PAGES, ROOT

OUTPUT = ROOT / "test-output"
SIZES = {"phone": (390, 844), "desk": (1440, 900), "wall": (1920, 1080)}
# Findings in Streamlit's own menu and uploader, which we cannot change: rule → what the element must hold. All else fails.
KNOWN = {
    "list": "stSidebarNavItems",
    "listitem": '<li class="st-emotion-cache-',
    "presentation-role-conflict": "stFileUploaderDropzone",
}
ENGLISH_LEFT = """() => [...document.querySelectorAll('body *')].flatMap(element => {
    if (element.closest('style, script, pre, code, [data-testid=stDataFrame]')) return [];
    if (getComputedStyle(element).fontFamily.includes('Material')) return [];
    const labels = ['aria-label', 'title', 'placeholder'].map(name => element.getAttribute(name)).filter(Boolean);
    const texts = element.offsetParent ? [...element.childNodes].filter(n => n.nodeType === 3).map(n => n.nodeValue) : [];
    return [...labels, ...texts].filter(text => /[A-Za-z]{3}/.test(text));
})"""
OURS_IN_LATIN = re.compile(
    r"Excel|CSV|xlsx|csv|xls|\.[a-z]{3,4}|^ • [A-Z0-9, ]+$|python -m etl|data/inbox|[a-z]+_[a-z_0-9]+|（[a-z]+）"
)


def slug(page: str) -> str:
    return "" if page.endswith("overview.py") else Path(page).stem


def go(screen: Page, address: str, path: str) -> None:
    """Open a page and wait until its script has run and every chart is drawn."""
    screen.goto(f"{address}/{path}")
    settle(screen)


def settle(screen: Page) -> None:
    expect(screen.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(screen.locator("h1").first).to_be_visible()
    expect(screen.get_by_test_id("stSkeleton")).to_have_count(0)
    # One condition, asked anew until it holds: a list of charts made while the page changes names charts that go away.
    expect(screen.locator("[data-testid=stPlotlyChart]:not(:has(.main-svg))")).to_have_count(0)


def open_row(screen: Page, name: str, content: str) -> None:
    screen.locator(f".st-key-row-{name}").get_by_role("radio", name=content).click()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_drawn_without_english_and_without_new_findings(screen: Page, address: str, page: str):
    go(screen, address, slug(page))
    expect(screen.get_by_test_id("stException")).to_have_count(0)
    expect(screen.get_by_text("没能完整显示")).to_have_count(0)

    assert english_left(screen) == set()
    assert new_findings(screen) == []
    picture(screen, f"{Path(page).stem}-desk-light")


def english_left(screen: Page) -> set[str]:
    """What is still English once the page has had time to be put into Chinese, which happens as elements appear."""
    left: set[str] = set()
    for _ in range(100):
        left = {text for text in screen.evaluate(ENGLISH_LEFT) if not OURS_IN_LATIN.search(text)}
        if not left:
            break
        screen.wait_for_timeout(50)
    return left


def new_findings(screen: Page) -> list[str]:
    session = screen.context.new_cdp_session(screen)  # not stopped by the content policy
    session.send("Runtime.evaluate", {"expression": AXE_SCRIPT})
    run = (  # what keeps the rules is not asked for: to describe it takes a quarter of the time
        "axe.run({resultTypes: ['violations']})"
        ".then(r => JSON.stringify(r.violations.flatMap(v => v.nodes.map(n => [v.id, n.html.slice(0, 200)]))))"
    )
    found = session.send("Runtime.evaluate", {"expression": run, "awaitPromise": True, "returnByValue": True})
    findings: list[list[str]] = json.loads(found["result"]["value"])
    return [f"{rule}: {html}" for rule, html in findings if KNOWN.get(rule, "nowhere") not in html]


def picture(screen: Page, name: str) -> None:
    """Keep a picture of the whole page."""
    OUTPUT.mkdir(exist_ok=True)
    width = screen.viewport_size["width"]
    height = screen.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    screen.set_viewport_size({"width": width, "height": min(max(height, 400), 5000)})
    settle(screen)
    screen.screenshot(path=OUTPUT / f"{name}.png")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_overview_fits_every_screen(screen: Page, address: str, size: str, scheme: Literal["light", "dark"]):
    width, height = SIZES[size]
    screen.set_viewport_size({"width": width, "height": height})
    screen.emulate_media(color_scheme=scheme)
    go(screen, address, "")

    assert screen.evaluate("document.documentElement.scrollWidth") <= width
    assert cards_in_a_row(screen) == {"phone": 2, "desk": 6, "wall": 6}[size]
    picture(screen, f"overview-{size}-{scheme}")


def cards_in_a_row(screen: Page) -> int:
    expect(screen.locator(".card").first).to_be_visible()
    tops = [card.bounding_box()["y"] for card in screen.locator(".card").all()]
    return tops.count(tops[0])


def test_cards_have_equal_heights(screen: Page, address: str):
    go(screen, address, "")

    rows = screen.locator(".cards").all()
    assert len(rows) == 2
    for cards in rows:
        assert len({round(card.bounding_box()["height"]) for card in cards.locator(".card").all()}) == 1


def test_a_link_opens_with_its_filters(screen: Page, address: str):
    go(screen, address, "volunteering?community=凤二村（演示）&community=社东社区（演示）&period=上年&grain=季")

    expect(screen.locator(".masthead")).to_contain_text("社东社区、凤二村，2025年")
    expect(screen.locator(".st-key-panel-volunteer_hours-communities")).to_contain_text("按季")


def test_a_tab_is_named_after_its_page_and_the_overview_is_found_by_its_name_too(screen: Page, address: str):
    go(screen, address, "overview?period=上年")

    expect(screen).to_have_title("总览 · 五社成效")
    expect(screen.locator(".masthead")).to_contain_text("2025年")
    expect(screen.get_by_role("dialog")).to_have_count(0)


def test_a_filter_redraws_the_page_and_changes_its_link(screen: Page, address: str):
    go(screen, address, "participation")
    before = screen.locator(".st-key-panel-attendances-whole .headline").inner_text()

    screen.locator(".st-key-when button").first.click()
    screen.get_by_text("上年", exact=True).click()

    expect(screen.locator(".st-key-panel-attendances-whole .headline")).not_to_have_text(before)
    expect(screen.locator(".masthead")).to_contain_text("2025年")
    screen.wait_for_url(re.compile("period="))


def test_filters_stay_when_the_reader_goes_to_another_page(screen: Page, address: str):
    go(screen, address, "participation?community=凤二村（演示）")
    screen.get_by_role("link", name="志愿服务").click()

    expect(screen.locator("h1")).to_have_text("志愿服务")
    expect(screen.locator(".masthead")).to_contain_text("凤二村")


def test_a_workbook_is_read_back_with_filters_definition_and_rows(screen: Page, address: str, tmp_path: Path):
    path = downloaded(screen, address, "Excel（.xlsx）", tmp_path)

    workbook = load_workbook(path)
    rows = list(workbook["数据"].iter_rows(values_only=True))
    notes = "\n".join(row[0] for row in workbook["说明"].iter_rows(values_only=True))
    assert rows[0][:5] == ("指标", "单位", "社区", "类别", "统计期")
    assert len(rows) == 1 + 10
    assert {type(row[7]) for row in rows[1:]} <= {int, float}
    for words in (
        "演示数据",
        "筛选条件：全部6个社区，2026年1月至10月",
        "数据批次：",
        "选中10行，本文件10行",
        "口径：志愿服务时间（小时）",
    ):
        assert words in notes


def test_a_csv_for_excel_has_its_mark_and_a_plain_one_has_not(screen: Page, address: str, tmp_path: Path):
    for_excel = downloaded(screen, address, "CSV（Excel 用）", tmp_path).read_bytes()
    plain = downloaded(screen, address, "CSV（程序用）", tmp_path).read_bytes()

    assert for_excel.startswith(b"\xef\xbb\xbf")
    assert plain.startswith("# 演示数据".encode())
    lines = [line for line in plain.decode().splitlines() if not line.startswith("#")]
    assert len(list(csv.DictReader(io.StringIO("\n".join(lines))))) == 10


def downloaded(screen: Page, address: str, label: str, folder: Path) -> Path:
    go(screen, address, "volunteering")
    open_row(screen, "volunteer_hours-whole", "下载")
    with screen.expect_download() as waiting:
        screen.get_by_role("button", name=label).click()
    waiting.value.save_as(folder / waiting.value.suggested_filename)
    assert "志愿服务时间" in waiting.value.suggested_filename
    return folder / waiting.value.suggested_filename


def test_a_page_that_does_not_exist_is_said_in_chinese(screen: Page, address: str):
    screen.goto(f"{address}/nothing-here")

    expect(screen.get_by_role("heading", name="没有这一页")).to_be_visible()
