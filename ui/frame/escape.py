"""Makes text that came from a ledger safe for the place it is shown in."""

import re
from html import escape as _html

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!:$<>~|&^=])")
# Where browsers' Markdown sees an address after the marks have been taken off again: http:|//a.example, www|.a.example, a@|b.example
_ADDRESSES = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)(?=[-\w])", re.IGNORECASE)
_JOINER = "\u2060"  # shows nothing and lets no line break in


def md_escape(text: str) -> str:
    """Return the text so that Markdown shows it as it is: nothing is interpreted, nothing is fetched, nothing becomes a link."""
    return _MARKS.sub(r"\\\1", _ADDRESSES.sub(_JOINER, text))


def html_escape(text: str) -> str:
    """Return the text so that HTML, and Plotly's titles, ticks and hovers, show it as it is; Plotly knows &#34; but not &quot;."""
    return _html(text, quote=True).replace("&quot;", "&#34;")
