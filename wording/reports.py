"""Says how much was reported behind a figure, 67/72社区月, what was not (2021年1月至3月, 凤二村), and how old a register is."""

from collections.abc import Sequence
from functools import cache, lru_cache

from documents.day_text import day_text
from indicators import tables
from indicators.engine import catalogue
from indicators.list_days import rests_on_register
from indicators.model import Coverage, Figure
from indicators.periods import is_part_of_month
from warehouse.communities import short_name
from wording.dates import is_month, listed
from wording.states import WORDS, absences

SINCE_START = "建账以来"
MOST_NAMES = 2  # of communities beside a number


def coverage(figure: Figure) -> str:
    """Return what was reported of what was asked for, with its unit; nothing where no one was asked."""
    if not figure.coverage.due:
        return ""
    indicator = catalogue()[figure.indicator]
    is_of_days = indicator.is_of_period and is_part_of_month(figure.period)
    reported = coverage_words(figure.coverage, is_of_months=_knows_months(figure.indicator) and not is_of_days)
    return "，".join(filter(None, (reported, _unstated(figure), list_day(figure))))


def _unstated(figure: Figure) -> str:
    """Return how many rows do not state what is counted; where that is not known, in how many months some leave their class empty."""
    reports = figure.coverage
    if reports.uncounted:
        return f"另{reports.uncounted}{catalogue()[figure.indicator].unstated}"
    return f"其中{reports.half_filled}个社区月的分类没有写全" if reports.half_filled else ""


def list_day(figure: Figure) -> str:
    """Return of which day the register is, or up to which month a list was kept, where that lies far from the day asked; else nothing."""
    day = figure.coverage.listed_on
    if day is None or figure.state == "hidden":  # the last month of a list of people would tell of them
        return ""
    is_of_register = rests_on_register(catalogue()[figure.indicator])
    words = f"按{day_text(day)}的名册" if is_of_register else f"名册只记到{day.year}年{day.month}月"
    return f"有的社区{words}" if len(figure.counted) > 1 else words


def list_days(figures: Sequence[Figure]) -> str:
    """Return how old the registers and lists are that numbers rest on, whose each is, where they are not of that time."""
    words = dict.fromkeys(
        f"{short_name(figure.community or '')}{day}"
        for figure in figures
        if figure.value is not None and (day := list_day(figure))
    )
    return f"{'；'.join(words)}。" if words else ""


def coverage_words(reports: Coverage, *, is_of_months: bool) -> str:
    """Return the reports as a fraction with its unit, how many are sums only, and how many communities none were asked of."""
    sums = f"，{sums_words(reports)}" if reports.summed else ""
    others = f"，另{reports.not_begun}个社区尚未开始" if reports.not_begun else ""
    return f"{reports.reported}/{reports.due}{'社区月' if is_of_months else '社区'}{sums}{others}"


def sums_words(reports: Coverage) -> str:
    """Return how many community-months have only a sum that was reported, nothing where none has: 含汇总上报3个社区月."""
    return f"含汇总上报{reports.summed}个社区月" if reports.summed else ""


@cache
def _knows_months(id: str) -> bool:
    return any(tables.is_monthly(aggregate.table) for aggregate in catalogue()[id].aggregates)


def gap(figure: Figure) -> str:
    """Return the coverage where something is missing or only a sum, nothing where all was reported by records.

    What is added up to a day rests on all months from the first ledger on, and says so: 262/402社区月，建账以来.
    """
    reports = figure.coverage
    if reports.is_plain:
        return ""
    words, indicator = coverage(figure), catalogue()[figure.indicator]
    if indicator.is_of_period or not words or not _knows_months(figure.indicator):
        return words
    amount, comma, others = words.partition("，")
    return f"{amount}，{SINCE_START}{comma}{others}"


def left_out(figure: Figure) -> str:
    """Return whose numbers are not in one that holds on a day, which flows that count them do not add up to: 不含费家营社区."""
    if figure.value is None or figure.community or catalogue()[figure.indicator].is_of_period:
        return ""
    if any(map(is_month, figure.missing)):
        return ""  # one community alone was asked, and is in it
    absent = [short_name(name) for name in figure.missing if name not in figure.counted]
    names = "、".join(absent) if len(absent) <= MOST_NAMES else f"{len(absent)}个社区"
    return f"不含{names}" if absent else ""


def note(figure: Figure) -> str:
    """Return what stands behind a number that rests on less than was asked for: （报送67/72社区月）; nothing where all was reported."""
    words = gap(figure) if figure.value is not None else ""
    return f"（报送{words}）" if words else ""


def missing_cell(figure: Figure) -> str:
    """Return what was not reported, for a row that names its community already: 全部 where that one reported nothing at all."""
    return missing(figure).replace(short_name(figure.community), "全部") if figure.community else missing(figure)


def missing(figure: Figure) -> str:
    """Return who did not report, for one community which months, as a list: 2021年1月至3月、2022年5月.

    What had not begun, or was sent without what is counted by, is named apart: 2024年3月；未登记：2024年7月至12月.
    """
    apart = WORDS["not_begun"], WORDS["not_recorded"], WORDS["disputed"]
    lacking = {word: names(of_word) for word, of_word in absences(figure).items()}
    return "；".join(f"{word}：{of_word}" if word in apart else of_word for word, of_word in lacking.items())


@lru_cache(maxsize=4096)  # months that a community lacks are the same in each of its figures
def names(lacking: tuple[str, ...]) -> str:
    """Return communities by their short names, or months by their spans."""
    return listed(tuple(map(short_name, lacking)))
