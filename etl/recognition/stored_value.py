"""Asks about cards and accounts with stored value: what is paid in is its holder's own money, and no gift."""

import re
from collections.abc import Iterator, Sequence

from etl import kinds
from etl.reading.grid import Sheet
from etl.recognition import title
from etl.recognition.cells_below import are_numbers, cells_below
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader

_OF_CARDS = re.compile(r"(?:充值|储值|预存)(?:卡|款|金额?|额)?|top-?up", re.IGNORECASE)  # in a title
# 1. 充值/提现/信用卡还款等交易，将计入中性交易: printed over every statement of WeChat, and says nothing of its rows
_NOTES = re.compile(r"\s*(?:备?注|说明|特别提示)\s*[:：]")
_NUMBERED = re.compile(r"\s*\d{1,2}\s*[.、．]")
_OF_GIFTS = re.compile("捐|赠|善款|慈善|募")
# 会员卡充值, 储值卡充值100元: what a cell says of its row; 捐款给老人饭卡充值 speaks of a gift. RE2 reads it, too.
PAID_IN_CELL = r"(?i)^[^捐赠善募给为帮替用]{0,8}(充值|储值|预存)[^捐赠善募]{0,8}$"
_PAID_IN = re.compile(r".{0,4}(?:充值|储值)(?:金额|额)?|top-?up", re.IGNORECASE)
_OF_ACCOUNTS = re.compile(r"充值|储值|消费|top-?up|consumption", re.IGNORECASE)
MOST_WORDS = 4  # distinct words of a column that says what each row is


def stored_value(header: TableHeader, sheet: Sheet, file: str) -> Iterator[str]:
    """Yield which header or word says that the amounts of gifts are paid into accounts, in a sentence with what to write."""
    if header.record.direction != "in":
        return
    amounts = [
        i for name in header.sources if header.record.column(name).kind is kinds.AMOUNT for i in header.sources[name]
    ]
    named = (header.text(index).split("/")[-1] for index in amounts)
    words = (word for match in header.matches for word in _words_of_accounts(header, sheet, match.index)[:1])
    titles = _titles(title.lines_over(sheet, header.rows[0])[::-1])
    around = (word for text in (sheet.name, *titles, file) for word in _words_of_cards(text)[:1])
    for word in (*filter(_PAID_IN.fullmatch, named), *words, *around):
        yield sentence(f"“{word}”", header.record.label)


def sentence(where: str, label: str) -> str:
    """Return why what is paid in is not read, `where` telling what says so, with what to write."""
    return (
        f"{where}像往卡里（账户里）存自己的钱，不是“{label}”，没有入库。这样的台账不用导入；"
        f"确实是{label}的，加 --set {CHECKED}=是。"
    )


def _titles(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines from above that are no notes: neither 注：…, nor the numbered lines below it, nor numbered sentences."""
    is_below_note = False
    for line in lines:
        is_numbered = _NUMBERED.match(line) is not None
        is_below_note = _NOTES.match(line) is not None or (is_below_note and is_numbered)
        if not (is_below_note or (is_numbered and line.endswith("。"))):
            yield line


def _words_of_cards(text: str) -> list[str]:
    """Return the words of a title, sheet or file name that tell of cards with stored value; none where it tells of gifts, too."""
    return [] if _OF_GIFTS.search(text) else _OF_CARDS.findall(text)


def _words_of_accounts(header: TableHeader, sheet: Sheet, index: int) -> list[str]:
    """Return the words of a column that says of each row whether money was paid in or used; none where it says other things."""
    cells = cells_below(header, sheet, index)
    words = [] if are_numbers(cells) else cells.unique().drop_null().to_pylist()
    return words if len(words) <= MOST_WORDS and all(map(_OF_ACCOUNTS.fullmatch, words)) else []
