"""Lists amounts as bars under a heading each, for phones, which have no room for the picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.frame.escape import html_escape


@dataclass(frozen=True)
class RankedBar:
    """One bar: what it is, its length, the number beside it as words, and its colour."""

    name: str
    size: float
    words: str
    colour: str


def html(groups: Sequence[tuple[str, Sequence[RankedBar]]]) -> str:
    """Return the bars of each heading in their order; all lengths are shares of the longest bar of all."""
    longest = max((bar.size for _, bars in groups for bar in bars), default=1) or 1
    return "".join(
        f"<h3>{html_escape(heading)}</h3><ol>{''.join(_line(bar, longest) for bar in bars)}</ol>"
        for heading, bars in groups
        if bars
    )


def _line(bar: RankedBar, longest: float) -> str:
    width = f"width:{bar.size / longest:.1%};background:{bar.colour}"
    return f'<li><span>{html_escape(bar.name)}</span><b>{bar.words}</b><i style="{width}"></i></li>'
