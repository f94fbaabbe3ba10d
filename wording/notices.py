"""Words the warnings that stand on pages and in files: that data are a demonstration, and that small numbers are hidden."""

from indicators.disclosure.limits import OFFICE

DEMO = "演示数据，非真实记录，不得用于申报"
DEMO_BANNER = f"【{DEMO}】"


def small_numbers(k: int) -> str:
    """Return what is hidden where numbers of people below `k` are: the clause of a sentence."""
    return f"人数不足{k}的数，以及能用来推算它的数，已隐藏"


def small_numbers_that_leave(k: int) -> str:
    """Return the same of a paper that leaves the office, which hides more than pages do: a juror may have seen a number on one."""
    stricter = f"；本单位的页面只隐藏不足{OFFICE}的，页面上有的数这里可能没有" if k > OFFICE else ""
    return f"{small_numbers(k)}{stricter}"
