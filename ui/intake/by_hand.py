"""Says in words of the page what a report tells a command line to write: which box, and what to choose or write in it."""

import re

from etl.recognition.meanings import YEAR

KIND_BOX, HEADER_ROW_BOX = "是哪一种台账", "表头在第几行"
YEAR_BOX = "年份（日期里没写年份时）"
_WRITE = r"(?:(?:再|同时)?(?:用|写|加) ?)?"  # 请用 --record 汇总上报
_END = r"(?=[\s，。；、：（）]|$)"
_ONLY_SPOKEN = re.compile(r"命令行写|python -m")  # of sentences that the page says in its own words beside
_SENTENCE = re.compile(r"[^。]+。?")
_BETWEEN = re.compile(r"(?<=[”\d]) (?=“|在“|写上“)")
_ARGUMENTS = (
    (re.compile(rf"{_WRITE}--record 指明"), f"在“{KIND_BOX}”里选"),
    (re.compile(rf"{_WRITE}--record ([^\s\-，。；、：（）]+){_END}"), rf"在“{KIND_BOX}”里选“\1”"),
    (re.compile(rf"{_WRITE}--map 表头=列 指明"), "在下面指明"),
    (re.compile(rf"{_WRITE}--map 表头=(\S+?) 指明各列"), r"在下面把各列选“\1”"),
    (re.compile(rf"{_WRITE}--map 表头=([^\s；。，]+)(?: 指明)?"), r"在下面把那一列选“\1”"),
    (re.compile(rf"{_WRITE}--map 指明"), "在下面指明"),
    (re.compile(rf"{_WRITE}--map ([^=。；]+?)=([^\s，。；、（）]+)"), r"“\1”选“\2”"),
    (re.compile(r"--set ([^=\s]+)=(.+?) 不能用"), r"“整份都一样的\1”里写的“\2”不能用"),
    (re.compile(rf"{_WRITE}--set {YEAR}=(20\d\d|…)(?: 指明)?"), rf"在“{YEAR_BOX}”里写 \1"),
    (re.compile(rf"{_WRITE}--set ([^=\s]+)=…"), r"写上“整份都一样的\1”"),
    (re.compile(rf"{_WRITE}--set ([^=\s]+)=([^\s，。；（）]+)(?: 指明)?"), r"在“整份都一样的\1”里写 \2"),
    (re.compile(rf"{_WRITE}--header-row (\d+)"), rf"在“{HEADER_ROW_BOX}”里写 \1"),
)


def by_hand(sentence: str) -> str:
    """Return the sentences with every argument of a command line as the box that takes the same; a sentence of which one is left goes."""
    for argument, words in _ARGUMENTS:
        parts = _SENTENCE.findall(sentence)
        sentence = "".join(argument.sub(words, part) for part in parts if not _ONLY_SPOKEN.search(part))
    return "".join(part for part in _SENTENCE.findall(_BETWEEN.sub("、", sentence)) if "--" not in part)
