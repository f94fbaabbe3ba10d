"""The real app in a real browser: figures, filters and files are those of the address, whichever way it was come to."""

import re
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Page, expect

from tests.screen.test_screens import go, open_row, settle

# What Streamlit does after a link was followed, where the server is slow: Back then led to a page without its choices.
CLEAR_THE_PAGE_LEFT_BEHIND = """() => addEventListener('click', () => {
    history.pushState({}, '', location.pathname);
    left = location.href;
}, {once: true})"""
FENGER, SHEDONG = "凤二村（演示）", "社东社区（演示）"


def choose_community(screen: Page, name: str) -> None:
    """Choose a community in place of what was chosen before."""
    screen.locator(".st-key-area button").first.click()
    choice = screen.get_by_test_id("stPopoverBody").get_by_test_id("stMultiSelect")
    for chip in choice.locator("[data-baseweb=tag] [role=presentation], [data-baseweb=tag] button").all():
        chip.click()
    choice.locator("input").click()
    screen.get_by_role("option", name=name).click()
    screen.keyboard.press("Escape")
    screen.locator("h1").first.click()
    expect(screen.locator(".masthead")).to_contain_text(name)


def choose_period(screen: Page, name: str, words: str) -> None:
    screen.locator(".st-key-when button").first.click()
    screen.get_by_text(name, exact=True).click()
    screen.keyboard.press("Escape")
    expect(screen.locator(".masthead")).to_contain_text(words)


def expect_shown(screen: Page, address: str, filters: tuple[str, str], words: str) -> None:
    """The address, both filters and the words above the figures say the same."""
    expect(screen.locator(".masthead")).to_contain_text(words)
    settle(screen)
    expect(screen.locator(".st-key-filters [data-testid=stPopover] button").nth(0)).to_contain_text(filters[0])
    expect(screen.locator(".st-key-filters [data-testid=stPopover] button").nth(1)).to_contain_text(filters[1])
    assert unquote(screen.url) == address


def downloaded_words(screen: Page, folder: Path) -> str:
    """The filters that a downloaded file says, which its name says, too."""
    open_row(screen, "volunteer_hours-whole", "下载")
    with screen.expect_download() as waiting:
        screen.get_by_role("button", name="CSV（程序用）").click()
    assert waiting.value.suggested_filename == "志愿服务时间按月变化_凤二村_2025年.csv"
    waiting.value.save_as(folder / "file.csv")
    return re.search("筛选条件：(.+)", (folder / "file.csv").read_text("utf-8"))[1].strip()


def test_back_and_forward_between_choices_show_and_save_what_the_address_says(
    screen: Page, address: str, tmp_path: Path
):
    go(screen, address, f"volunteering?community={FENGER}")
    choose_period(screen, "上年", "2025年")
    choose_period(screen, "近12个月", "2025年11月至2026年10月")

    screen.go_back()
    last_year = f"{address}/volunteering?community={FENGER}&period=上年"
    expect_shown(screen, last_year, ("凤二村", "上年"), "凤二村，2025年")
    assert downloaded_words(screen, tmp_path) == "凤二村，2025年"

    screen.reload()
    expect_shown(screen, last_year, ("凤二村", "上年"), "凤二村，2025年")

    screen.go_forward()
    twelve_months = f"{address}/volunteering?community={FENGER}&period=近12个月"
    expect_shown(screen, twelve_months, ("凤二村", "近12个月"), "凤二村，2025年11月至2026年10月")


def test_back_to_another_page_shows_and_saves_what_its_address_says(screen: Page, address: str, tmp_path: Path):
    go(screen, address, f"volunteering?community={FENGER}&period=上年")
    screen.evaluate(CLEAR_THE_PAGE_LEFT_BEHIND)
    screen.get_by_role("link", name="资金流向").click()
    assert unquote(screen.evaluate("left")) == f"{address}/volunteering?community={FENGER}&period=上年"
    expect(screen.locator("h1")).to_have_text("资金流向")
    settle(screen)
    choose_community(screen, "社东社区")

    screen.go_back()
    funds = f"{address}/funds?community={FENGER}&period=上年"
    expect_shown(screen, funds, ("凤二村", "上年"), "凤二村，2025年")
    screen.go_back()
    expect(screen.locator("h1")).to_have_text("志愿服务")
    volunteering = f"{address}/volunteering?community={FENGER}&period=上年"
    expect_shown(screen, volunteering, ("凤二村", "上年"), "凤二村，2025年")
    assert downloaded_words(screen, tmp_path) == "凤二村，2025年"


def test_a_bad_link_keeps_its_address_and_its_way_out_leads_to_what_was_meant(screen: Page, address: str):
    bad = f"{address}/funds?community=凤儿村&period=上年"
    go(screen, address, "funds?community=凤儿村&period=上年")
    screen.reload()
    settle(screen)
    expect(screen.get_by_test_id("stAlert")).to_contain_text("没有社区“凤儿村”")
    assert unquote(screen.url) == bad

    screen.get_by_role("link", name="改看凤二村").click()

    expect_shown(screen, f"{address}/funds?community={FENGER}&period=上年", ("凤二村", "上年"), "凤二村，2025年")


def test_a_period_of_one_day_survives_a_reload_and_its_days_go_when_another_is_chosen(screen: Page, address: str):
    one_day = "funds?period=自选起止&days=2021-05-20&days=2021-05-20"
    go(screen, address, one_day)
    screen.reload()
    settle(screen)

    expect(screen.locator(".masthead")).to_contain_text("全部6个社区，2021年5月20日数据批次")

    choose_period(screen, "上年", "2025年")
    screen.get_by_role("link", name="志愿服务").click()
    expect(screen.locator("h1")).to_have_text("志愿服务")
    expect_shown(screen, f"{address}/volunteering?period=上年", ("全部", "上年"), "2025年")
