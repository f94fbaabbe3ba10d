"""Any figure as a ready Chinese sentence in application style, with its window and an honest qualifier.

The way back from a claim: what `rounded` writes, the rules for checking claims accept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from indicators.model import Figure, Indicator
from indicators.periods import until

STATES = {"no_sample": "没有样本", "not_reported": "未报送", "hidden": "人数较少，不予公开"}
MYRIAD = 10_000


@dataclass(frozen=True)
class Sentence:
    """A sentence and the footnote that names its 口径."""

    text: str
    footnote: str


def exact(figure: Figure, indicator: Indicator) -> Sentence:
    """Return the figure said exactly: 截至2023年8月31日，凤二村累计开展志愿服务4532小时。"""
    return _sentence(figure, indicator, _exact_number(figure, indicator))


def rounded(figure: Figure, indicator: Indicator) -> Sentence:
    """Return the figure rounded downwards with 余, as applications like it: 40余场 from 43; a round number stays as it is."""
    return _sentence(figure, indicator, _rounded_number(figure, indicator))


def paragraph(sentences: Sequence[Sentence]) -> Sentence:
    """Return sentences of one place and window as a paragraph with numbered footnotes; a repeated window is said once."""
    said, notes, window = [], [], ""
    for number, one in enumerate(sentences, 1):
        head, _, rest = one.text.partition("，")
        text = rest if head == window and rest else one.text
        window = head
        said.append(f"{text.rstrip('。')}[{number}]")
        notes.append(f"[{number}] {one.footnote}")
    return Sentence("；".join(said) + "。", "\n".join(notes))


def window_words(figure: Figure, indicator: Indicator) -> str:
    """Return the window a figure speaks of: 截至…, 2022年, 2022年1月至6月."""
    if indicator.numerator.span == "period":
        return figure.period.label
    return until(figure.period.from_on, figure.period.to_on).label


def _sentence(figure: Figure, indicator: Indicator, number: str) -> Sentence:
    place = (figure.community or "").removesuffix("（演示）")
    total = "累计" if indicator.numerator.span == "to_date" and not indicator.denominator else ""
    if figure.state != "ok" or figure.value is None:
        text = f"{window_words(figure, indicator)}，{place}{indicator.label}{STATES.get(figure.state, '没有数')}。"
    else:
        text = f"{window_words(figure, indicator)}，{place}{total}{_phrase(indicator).format(n=number)}。"
    return Sentence(text, footnote(figure, indicator))


def footnote(figure: Figure, indicator: Indicator) -> str:
    """Return what a juror needs to check a sentence: 口径, both sides of a ratio, the exact value, what is missing."""
    sides = ""
    if figure.numerator is not None and figure.denominator is not None:
        sides = f"；分子{figure.numerator:,.10g}，分母{figure.denominator:,.10g}"
    missing = f"；未报送：{'、'.join(figure.missing)}" if figure.missing else ""
    words = indicator.words.splitlines()[0].rstrip("。")
    return f"口径：{words}（{indicator.label}，第{indicator.version}版）{sides}{missing}。"


def _phrase(indicator: Indicator) -> str:
    return indicator.phrase or f"{indicator.label}为{{n}}"


def _exact_number(figure: Figure, indicator: Indicator) -> str:
    value = figure.value or 0
    if figure.high is not None and figure.low is not None and not indicator.interval and figure.low < figure.high:
        return f"{_plain(figure.low, indicator)}至{_plain(figure.high, indicator)}{indicator.unit}"
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
