"""Names that are padded to the width of longer ones, as in lists with 张小明: 王　明, 王 小 明, 赵·铁·柱, 李.建.军."""

import re

from etl.parse.name_characters import COMPOUND, SURNAMES

_GAP = "(?:[ \u3000\u00a0]{1,2}|[·•・‧.．_])"
_SURNAME = f"(?:{COMPOUND}|[{SURNAMES}])"
_PADDED = re.compile(  # a surname and characters behind gaps, up to where another name begins: 张 伟 of 张 伟 李 娜; all of 金 秋 重 阳
    rf"{_SURNAME}{_GAP}[一-鿿](?:{_GAP}(?!{_SURNAME}{_GAP})[一-鿿]){{0,8}}"
)
_GAPS = re.compile(_GAP)


def without_padding(text: str) -> tuple[str, list[int]]:
    """Return a text without the gaps inside what may be padded names, and the places of its characters; both empty without a gap."""
    gaps = {
        match.start() + place
        for match in _PADDED.finditer(text)
        for gap in _GAPS.finditer(match[0])
        for place in range(*gap.span())
    }
    places = [place for place in range(len(text)) if place not in gaps] if gaps else []
    return "".join(text[place] for place in places), places


def without_gaps(name: str) -> str:
    """Return a name as it is written without padding: 王明 of 王　明."""
    return _GAPS.sub("", name) if _PADDED.match(name) else name
