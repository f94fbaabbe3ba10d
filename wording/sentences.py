"""Writes any figure as a ready Chinese sentence in application style, with its window and an honest qualifier.

The way back from a claim: what `rounded` writes, the rules for checking claims accept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from math import floor, log10

from indicators.interval import is_range
from indicators.model import Figure, Indicator
from indicators.periods import until
from warehouse.communities import short_name
from wording import numbers, reports, states

MYRIAD = 10_000


@dataclass(frozen=True)
class Sentence:
    """A sentence in its parts, so that a paragraph says window and place once, and the footnote that names its 口径."""

    window: str
    place: str
    statement: str
    footnote: str

    @property
    def text(self) -> str:
        """The sentence on its own."""
        return f"{self.window}，{self.place}{self.statement}。"


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
    exact_sentence = exact(figure, indicator)
    sentence = _sentence(figure, indicator, _rounded_number(figure, indicator))
    if sentence.statement == exact_sentence.statement:
        return exact_sentence
    footnote = f"{sentence.footnote.rstrip('。')}；准确数{_exact_number(figure, indicator)}。"
    return replace(sentence, footnote=footnote)


def clauses(sentences: Sequence[Sentence]) -> list[Clause]:
    """Return sentences as a paragraph: those of one window and place together, both said once, each with its footnote."""
    heads = dict.fromkeys((sentence.window, sentence.place) for sentence in sentences)
    joined: list[Clause] = []
    for window, place in heads:
        lead = f"{'。' if joined else ''}{window}，{place}"
        for sentence in sentences:
            if (sentence.window, sentence.place) == (window, place):
                joined.append(Clause(f"{lead}{sentence.statement}", sentence.footnote))
                lead = "；"
    return [*joined, Clause("。")] if joined else []


def paragraph(sentences: Sequence[Sentence]) -> tuple[str, str]:
    """Return a paragraph with footnote numbers in it, and the footnotes a line each."""
    parts, numbered = clauses(sentences), count(1)
    text = "".join(f"{part.text}[{next(numbered)}]" if part.footnote else part.text for part in parts)
    footnotes = [part.footnote for part in parts if part.footnote]
    return text, "\n".join(f"[{number}] {footnote}" for number, footnote in enumerate(footnotes, 1))


def window_words(figure: Figure, indicator: Indicator) -> str:
    """Return the window a figure speaks of: 截至…, 2022年, 2022年1月至6月."""
    if indicator.is_of_period:
        return figure.period.label
    return until(figure.period.from_on, figure.period.to_on).label


def footnote(figure: Figure, indicator: Indicator) -> str:
    """Return what a juror needs to check a sentence: 口径, both sides of a ratio, how sure it is, what is missing."""
    words = indicator.words.splitlines()[0].rstrip("。").partition("：")[2]
    parts = [f"口径：{indicator.label}，{words}（第{indicator.version}版）"]
    if sides := _sides(figure):
        parts.append(sides)
    if interval := numbers.interval(figure, indicator):
        parts.append(f"95%区间{interval}")
    if why := numbers.range_words(figure, indicator):
        parts.append(why)
    parts += [f"{word}：{reports.names(lacking)}" for word, lacking in states.absences(figure).items()]
    if gap := reports.gap(figure):
        parts.append(f"报送{gap}")
    return f"{'；'.join(parts)}。"


def _sentence(figure: Figure, indicator: Indicator, number: str) -> Sentence:
    total = "累计" if indicator.numerator.span == "to_date" and not indicator.denominator else ""
    is_unknown = numbers.is_unknown(figure, indicator)
    phrase = f"{indicator.label}{{n}}" if is_unknown else indicator.phrase or f"{indicator.label}为{{n}}"
    statement = f"{total}{phrase.format(n=number)}{_sides_of_range(figure, indicator)}{reports.note(figure)}"
    if figure.state != "ok" or figure.value is None:
        statement = f"{indicator.label}{states.clause(figure)}"
    place = short_name(figure.community or "")
    return Sentence(window_words(figure, indicator), place, statement, footnote(figure, indicator))


def _sides_of_range(figure: Figure, indicator: Indicator) -> str:
    """Return what a rate that is a range was divided from: its numerator is another one than that of a count in the same paragraph."""
    sides = _sides(figure) if is_range(figure, indicator) else ""
    return f"（{sides}）" if sides else ""


def _sides(figure: Figure) -> str:
    figures = numbers.sides(figure)
    return "分子{}，分母{}".format(*figures.split("/")) if figures else ""


def _exact_number(figure: Figure, indicator: Indicator) -> str:
    """Return the number with its unit as prose has it: no thousands separators, and 至少 or 至多 where a range says no more."""
    if not is_range(figure, indicator):
        return f"{_digits(figure.value or 0, indicator)}{indicator.unit}"
    if numbers.is_unknown(figure, indicator):
        return numbers.NOT_KNOWN
    low, high = (_digits(end, indicator) for end in numbers.outward(figure, lambda _: indicator.decimals))
    if numbers.begins_at_zero(figure, indicator):
        return f"至多{high}{indicator.unit}"
    if numbers.is_wide(figure) or numbers.has_no_end(figure, indicator):
        return f"至少{low}{indicator.unit}"
    return f"{low}至{high}{indicator.unit}"


def _rounded_number(figure: Figure, indicator: Indicator) -> str:
    value = figure.low if figure.low is not None and not indicator.interval else figure.value or 0
    if indicator.denominator or value < 10 or (value != value // 1 and value < 100):
        return _exact_number(figure, indicator)
    head = _rounded_down(value)
    number = f"{head / MYRIAD:g}万" if head >= MYRIAD else f"{head}"
    if is_range(figure, indicator):  # 余 would promise that it stays below the next round number
        return f"至少{number}{indicator.unit}"
    return f"{number}{'余' if value > head else ''}{indicator.unit}"


def _rounded_down(value: float) -> int:
    """Keep one leading digit of two, two of more, three from a million on: 43 → 40, 583 → 580, 1 156 000 → 1 150 000."""
    digits = floor(log10(value)) + 1
    leading = 1 if digits <= 2 else 2 if digits <= 6 else 3
    step = 10 ** (digits - leading)
    return int(value // step * step)


def _digits(value: float, indicator: Indicator) -> str:
    return numbers.rounded(value, indicator.decimals).replace(",", "")
