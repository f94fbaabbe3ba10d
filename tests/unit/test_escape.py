"""Names from ledgers are shown as they are written, whatever marks they hold."""

import re

import pytest

from ui.frame.escape import html_escape, md_escape


@pytest.mark.parametrize(
    "text", ["![x](http://a.example/p.png)", "$\\alpha$", ":red[x]", "**x**", "<b>", "[a](b)", "`x`", "- x"]
)
def test_markdown_in_a_name_is_shown_as_it_is_written(text: str):
    marks = {sign for sign in text if not sign.isalnum() and sign not in " /"}

    assert all(f"\\{sign}" in md_escape(text) for sign in marks)


@pytest.mark.parametrize(
    "text", ["http://a.example/x社区", "HTTPS://a.example", "www.a.example", "WWW.a.example", "甲@a.example"]
)
def test_an_address_in_a_name_is_no_link_and_looks_the_same(text: str):
    seen = re.sub(r"\\(.)", r"\1", md_escape(text))  # the text as Markdown looks for addresses in it

    assert not re.search(r"https?://[-.\w]|www\.|[-.\w+]+@[-\w]+\.", seen, re.IGNORECASE)
    assert seen.replace("\u2060", "") == text


def test_html_in_a_name_is_shown_as_it_is_written():
    assert html_escape("<img src=x onerror=\"f('x')\">") == "&lt;img src=x onerror=&#34;f(&#x27;x&#x27;)&#34;&gt;"
