"""Any figure as a ready Chinese sentence in application style, with its window and an honest qualifier.

The way back from a claim: what `rounded` writes, the rules for checking claims accept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from math import floor, log10

from indicators.model import Figure, Indicator
from indicators.periods import until
from warehouse.communities import short_name
from wording import numbers as wording

STATES = {"no_sample": "没有样本", "not_reported": "未报送", "hidden": "人数较少，不予公开"}
MYRIAD = 10_000


@dataclass(frozen=True)
class Sentence:
    """A sentence in its parts, so that a paragraph says window and place once, and the footnote that names its 口径."""

    window: str
    place: str
    said: str
    footnote: str

    @property
    def text(self) -> str:
        """The sentence on its own."""
        return f"{self.window}，{self.place}{self.said}。"


@dataclass(frozen=True)
class Clause:
    """A piece of a paragraph with the footnote behind it; it brings the punctuation that joins it to the one before."""

    text: str
    footnote: str = ""


def exact(figure: Figure, indicator: Indicator) -> Sentence:
    """Return the figure said exactly: 截至2023年8月31日，凤二村累计开展志愿服务4532小时。"""
    return _sentence(figure, indicator, _exact_number(figure, indicator))


def rounded(figure: Figure, indicator: Indicator) -> Sentence:
    """Return the figure rounded downwards with 余, as applications like it: 40余场 from 43; a round number stays as it is."""
    exactly = _sentence(figure, indicator, _exact_number(figure, indicator))
    roundly = _sentence(figure, indicator, _rounded_number(figure, indicator))
    if roundly.said == exactly.said:
        return exactly
    note = f"{roundly.footnote.rstrip('。')}；准确数{_exact_number(figure, indicator)}。"
    return replace(roundly, footnote=note)


def clauses(sentences: Sequence[Sentence]) -> list[Clause]:
    """Return sentences as a paragraph: those of one window and place together, both said once, each with its footnote."""
    heads = dict.fromkeys((one.window, one.place) for one in sentences)
    joined: list[Clause] = []
    for window, place in heads:
        lead = f"{'。' if joined else ''}{window}，{place}"
        for one in (one for one in sentences if (one.window, one.place) == (window, place)):
            joined.append(Clause(f"{lead}{one.said}", one.footnote))
            lead = "；"
    return [*joined, Clause("。")] if joined else []


def paragraph(sentences: Sequence[Sentence]) -> tuple[str, str]:
    """Return a paragraph with footnote numbers in it, and the footnotes a line each."""
    parts = clauses(sentences)
    numbers = count(1)
    text = "".join(f"{part.text}[{next(numbers)}]" if part.footnote else part.text for part in parts)
    notes = [part.footnote for part in parts if part.footnote]
    return text, "\n".join(f"[{number}] {note}" for number, note in enumerate(notes, 1))


def window_words(figure: Figure, indicator: Indicator) -> str:
    """Return the window a figure speaks of: 截至…, 2022年, 2022年1月至6月."""
    if indicator.numerator.span == "period":
        return figure.period.label
    return until(figure.period.from_on, figure.period.to_on).label


def _sentence(figure: Figure, indicator: Indicator, number: str) -> Sentence:
    place = short_name(figure.community or "")
    total = "累计" if indicator.numerator.span == "to_date" and not indicator.denominator else ""
    said = f"{total}{_phrase(indicator).format(n=number)}"
    if figure.state != "ok" or figure.value is None:
        said = f"{indicator.label}{STATES.get(figure.state, '没有数')}"
    return Sentence(window_words(figure, indicator), place, said, footnote(figure, indicator))


def footnote(figure: Figure, indicator: Indicator) -> str:
    """Return what a juror needs to check a sentence: 口径, both sides of a ratio, how sure it is, what is missing."""
    words = indicator.words.splitlines()[0].rstrip("。").partition("：")[2]
    known = [f"口径：{indicator.label}，{words}（第{indicator.version}版）"]
    if figure.numerator is not None and figure.denominator is not None and figure.state == "ok":
        known.append(f"分子{wording.rounded(figure.numerator, 2)}，分母{wording.rounded(figure.denominator, 2)}")
    if within := wording.interval(figure, indicator):
        known.append(f"95%区间{within}")
    if wording.is_range(figure, indicator):
        low, high = (wording.rounded(end or 0, indicator.decimals) for end in (figure.low, figure.high))
        known.append(f"有的记录没有姓名，只知道在{low}至{high}{indicator.unit}之间")
    if figure.missing:
        known.append(f"未报送：{wording.listed(tuple(map(wording.name, figure.missing)))}")
    return f"{'；'.join(known)}。"


def _phrase(indicator: Indicator) -> str:
    return indicator.phrase or f"{indicator.label}为{{n}}"


def _exact_number(figure: Figure, indicator: Indicator) -> str:
    value = figure.value or 0
    if wording.is_range(figure, indicator):
        low, high = _plain(figure.low or 0, indicator), _plain(figure.high or 0, indicator)
        return f"至少{low}{indicator.unit}" if wording.is_wide(figure) else f"{low}至{high}{indicator.unit}"
    return f"{_plain(value, indicator)}{indicator.unit}"


def _rounded_number(figure: Figure, indicator: Indicator) -> str:
    value = figure.low if figure.low is not None and not indicator.interval else figure.value or 0
    if indicator.denominator or value < 10 or (value != value // 1 and value < 100):
        return _exact_number(figure, indicator)
    head = _rounded_down(value)
    number = f"{head / MYRIAD:g}万" if head >= MYRIAD else f"{head}"
    return f"{number}{'余' if value > head else ''}{indicator.unit}"


def _rounded_down(value: float) -> int:
    """Keep one leading digit of two, two of more, three from a million on: 43 → 40, 583 → 580, 1 156 000 → 1 150 000."""
    digits = floor(log10(value)) + 1
    keep = 1 if digits <= 2 else 2 if digits <= 6 else 3
    step = 10 ** (digits - keep)
    return int(value // step * step)


def _plain(value: float, indicator: Indicator) -> str:
    shown = f"{value:.{indicator.decimals}f}" if indicator.decimals else f"{round(value)}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
