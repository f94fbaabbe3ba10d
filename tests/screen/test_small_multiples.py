"""Small multiples in a real browser: what is sent once for all of them is drawn in each."""

from playwright.sync_api import Page, expect

from tests.screen.test_screens import go

COMMUNITIES = 6


def test_each_small_picture_has_the_lines_of_all_communities_behind_its_own(screen: Page, address: str):
    go(screen, address, "participation?period=上年")

    lines = screen.locator(".st-key-panel-attendances-communities .scatterlayer path.js-line")
    expect(lines).to_have_count(COMMUNITIES * (COMMUNITIES + 1))
