"""A text in one way of writing, laid out in sentences, clauses, paragraphs and quotations.

Normalising makes the script simplified and the digits half-width, drops stray blanks, and remembers where each character stood.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from etl import parse

# What machine conversion of script leaves behind: the (lián) of 聯(lián)動.
PINYIN_ARTEFACT = re.compile(r"(?<=[\u4e00-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňɡ]{1,6}[)）]")
# What our own sentences add and no author asserts: （2个未报送）, （分子364，分母3,268）, （报送69/72社区月）, （2021年1月至3月未报送，没有计入；报送57/60社区月）, [3].
OWN_NOTE = re.compile(
    r"[（(](?:\d+个未报送|分子[\d,.]+，分母[\d,.]+|[^（）()\n]*(?:未报送，没有计入|报送\d+/\d+社区)[^（）()\n]*(?:（[^（）()\n]*）[^（）()\n]*)?)[）)]|\[\d{1,2}\](?=[，。；、\n]|$)"
)
# Zero-width characters, soft hyphens and the asterisks of Markdown.
INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad*")
BLANK = frozenset(" \t\u00a0\u2002\u2003\u2009\u202f")
# The blank before the label of a form's next field, which ends the field before: 志愿者人数：316人| |服务时数：72000小时.
FIELD_START = re.compile(r"[ \t\u00a0\u3000](?=[一-鿿]{2,14}[：:])")
# ０-９, Ａ-Ｚ, ａ-ｚ and signs become half-width; the punctuation that parts sentences becomes full-width.
HALF_WIDTH = {wide: wide - 0xFEE0 for wide in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]}
HALF_WIDTH |= {ord(wide): narrow for wide, narrow in zip("％＋．～＜＞＝／（﹪○", "%+.~<>=/（%〇", strict=True)}
HALF_WIDTH |= {ord(narrow): wide for narrow, wide in zip("();!?", "（）；！？", strict=True)}
# Commas and colons of a keyboard that is set to Latin: 开展活动40场,参与1,208人次; not those inside a number or a time of day.
NARROW_STOP = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))|(?<!\d):|:(?!\d)")

# Where a sentence ends; a line break ends one too.
SENTENCE_END = re.compile(r"[。！？；\n]")
CLAUSE_END = re.compile(r"[，。！？；：\n]|—{2}|…+")
# A quotation on one line: “五个一”.
QUOTED = re.compile(r"“[^”\n]*”|‘[^’\n]*’|「[^」\n]*」|『[^』\n]*』|\"[^\"\n]*\"")
# A title or the number of a document: 《社区治理100问》, 民办函〔2014〕76号.
TITLE = re.compile(r"《[^》\n]*》|〈[^〉\n]*〉|〔[^〕\n]*〕")

TextSpan = tuple[int, int]


@dataclass(frozen=True)
class NormalisedText:
    """A text in the one way of writing; its i-th character stands in the source from `starts[i]` to `ends[i]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def source_span(self, start: int, end: int) -> TextSpan:
        """Return where a stretch of the normalised text stands in the source."""
        return self.starts[start], self.ends[end - 1]

    def normalised_span(self, start: int, end: int) -> TextSpan:
        """Return where a stretch of the source stands in the normalised text."""
        return bisect_left(self.starts, start), bisect_left(self.ends, end) + 1


def normalise(source: str) -> NormalisedText:
    """Return a text in simplified script and half-width signs, without blanks inside words, pinyin in brackets and the notes
    of our own sentences."""
    artefacts = {match.start(): match.end() for match in PINYIN_ARTEFACT.finditer(source)}
    dropped = _dropped_offsets(source)
    offsets = [i for i in range(len(source)) if i not in dropped]
    fields = {match.start() for match in FIELD_START.finditer(source)}
    characters = "".join("；" if i in fields else source[i] for i in offsets).translate(HALF_WIDTH)
    characters = NARROW_STOP.sub(lambda stop: "，" if stop[0] == "," else "：", characters)
    ends = tuple(artefacts.get(i + 1, i + 1) for i in offsets)
    return NormalisedText(parse.simplified_by_character(characters), tuple(offsets), ends)


def _dropped_offsets(source: str) -> frozenset[int]:
    dropped = {i for match in PINYIN_ARTEFACT.finditer(source) for i in range(*match.span())}
    dropped |= {i for match in OWN_NOTE.finditer(source) for i in range(*match.span())}
    fields = {match.start() for match in FIELD_START.finditer(source)}
    blanks = (i for i, character in enumerate(source) if character in INVISIBLE or _is_stray_blank(source, i))
    dropped |= {i for i in blanks if i not in fields}
    return frozenset(dropped)


def _is_stray_blank(source: str, i: int) -> bool:
    """A single blank carries no meaning in Chinese, except between two Latin words or numbers."""
    if source[i] not in BLANK:
        return False
    before, after = source[i - 1 : i], source[i + 1 : i + 2]
    return not (_is_latin(before) and _is_latin(after)) and before not in BLANK and after not in BLANK


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


@dataclass(frozen=True)
class TextSpans:
    """Stretches of a text in order, overlapping ones merged; searched by bisection, however many there are."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def around(self, start: int, end: int) -> TextSpan | None:
        """Return the stretch that holds start to end."""
        i = bisect_right(self.starts, start) - 1
        return (self.starts[i], self.ends[i]) if i >= 0 and end <= self.ends[i] else None

    def meet(self, start: int, end: int) -> bool:
        """Return whether any stretch shares a character with start to end."""
        i = bisect_right(self.starts, end - 1) - 1
        return i >= 0 and self.ends[i] > start


def merge_spans(spans: Iterable[TextSpan]) -> TextSpans:
    """Return stretches in order, those that overlap merged into one."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start < ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            starts.append(start)
            ends.append(end)
    return TextSpans(tuple(starts), tuple(ends))


@dataclass(frozen=True)
class Passage:
    """A normalised text with its layout; every method takes and returns offsets in that text."""

    text: str

    @cached_property
    def sentence_starts(self) -> list[int]:
        return [0, *(match.end() for match in SENTENCE_END.finditer(self.text))]

    @cached_property
    def clause_starts(self) -> list[int]:
        return [0, *(match.end() for match in CLAUSE_END.finditer(self.text))]

    @cached_property
    def quotations(self) -> TextSpans:
        return merge_spans(match.span() for match in QUOTED.finditer(self.text))

    @cached_property
    def titles(self) -> TextSpans:
        return merge_spans(match.span() for match in TITLE.finditer(self.text))

    def sentence(self, at: int) -> TextSpan:
        return self._between(self.sentence_starts, at)

    def clause(self, at: int) -> TextSpan:
        return self._between(self.clause_starts, at)

    def paragraph_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return end if end >= 0 else len(self.text)

    def before(self, at: int, length: int) -> str:
        """Return at most `length` characters before an offset."""
        return self.text[max(0, at - length) : at]

    def clause_before(self, at: int, length: int = 40) -> str:
        """Return the words of the clause up to an offset, at most `length` characters."""
        return self.text[max(self.clause(at)[0], at - length) : at]

    def _between(self, starts: list[int], at: int) -> TextSpan:
        i = bisect_right(starts, at)
        return starts[i - 1], starts[i] if i < len(starts) else len(self.text)
