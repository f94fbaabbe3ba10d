"""The real app on a phone: the menu makes way for the page, and what needs its width is moved sideways."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.screen.test_screens import go, settle


@pytest.fixture
def phone(screen: Page) -> Page:
    """A window of a phone's width, in a browser that does not name itself a phone."""
    screen.set_viewport_size({"width": 390, "height": 844})
    return screen


def open_menu(phone: Page) -> None:
    phone.get_by_role("button", name="展开菜单").click()
    expect(menu(phone)).to_be_in_viewport()


def menu(phone: Page) -> Locator:
    return phone.get_by_test_id("stSidebarNav")


def test_the_menu_starts_closed_and_closes_once_a_page_is_chosen(phone: Page, address: str):
    go(phone, address, "")
    expect(menu(phone)).not_to_be_in_viewport()

    open_menu(phone)
    menu(phone).get_by_role("link", name="志愿服务").click()

    expect(menu(phone)).not_to_be_in_viewport()
    expect(phone.get_by_role("heading", name="志愿服务", exact=True)).to_be_in_viewport()


def test_a_menu_left_open_is_closed_on_the_next_visit(phone: Page, address: str):
    go(phone, address, "participation")
    open_menu(phone)

    phone.reload()
    settle(phone)

    expect(menu(phone)).not_to_be_in_viewport()


def test_what_needs_its_width_keeps_it_and_is_moved_sideways(phone: Page, address: str):
    go(phone, address, "coverage")
    picture = phone.locator(".st-key-panel-coverage-attendance .main-svg").first
    expect(picture).to_be_visible()

    drawn = picture.bounding_box()
    assert drawn and drawn["width"] >= 760
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_flow_of_money_is_bars_on_a_phone(phone: Page, address: str):
    go(phone, address, "funds")
    flows = phone.locator(".st-key-panel-flows")

    expect(flows.get_by_role("heading", name="钱从哪里来（元）")).to_be_visible()
    expect(flows.get_by_role("listitem").filter(has_text="期末结余")).to_be_visible()
    expect(flows.locator(".main-svg").first).not_to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
