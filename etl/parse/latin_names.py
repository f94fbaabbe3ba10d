"""Finds Chinese names in Latin letters: a usual surname and a given name of two syllables, with nothing Latin beside them: Li Xiaohong, wang jianguo, LiuYifei."""

import re
from collections.abc import Iterator

# Without those that are everyday words elsewhere: Long, Song, Fan, He, Man, Pan.
_SURNAME = re.compile(
    "bai|cai|cao|cen|chang|chen|cheng|cui|deng|dong|duan|fang|feng|gao|gong|gu|guo|han|hao|hou|hu|huang|jia|jiang|"
    "jiao|jin|kang|kong|lai|lei|li|liang|liao|lin|liu|lu|luo|lv|lyu|ma|mao|meng|ni|niu|ouyang|peng|qi|qian|qiao|"
    "qin|qiu|ren|shao|shen|shi|situ|su|sun|tang|tao|tian|wan|wang|wei|wen|wu|xia|xiang|xiao|xie|xiong|xu|xue|yan|"
    "yang|yao|ye|yi|yin|yu|yuan|yue|zeng|zhan|zhang|zhao|zheng|zhong|zhou|zhu|zou",
    re.IGNORECASE,
)
_SYLLABLE = (
    "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
    "(?:iong|iang|uang|iao|ian|ing|ang|eng|ong|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|a|e|i|o|u|v)|er|ou|a[oi]?|ang?)"
)
_GIVEN_NAME = re.compile(f"(?!{_SYLLABLE}$){_SYLLABLE}['’-]?{_SYLLABLE}", re.IGNORECASE)  # no word of one: Xiao, Tian
_TWO_WORDS = re.compile(
    r"(?<![A-Za-z0-9@._/-])(?<![A-Za-z][ ])([A-Za-z]{2,6})(?:[ ,]{1,2}|(?<=[a-z])(?=[A-Z]))([A-Za-z'’-]{3,13})(?![A-Za-z0-9@._/-]| [A-Za-z])"
)
_IN_TWO_CASES = re.compile("[a-z][A-Z]")


def spans_of_latin_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where such names stand in a text."""
    for match in _TWO_WORDS.finditer(text):
        surname, given = match.groups()
        if _SURNAME.fullmatch(surname) and _GIVEN_NAME.fullmatch(given) and not _IN_TWO_CASES.search(given):
            yield match.span()
