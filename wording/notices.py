"""Words the warnings that stand on pages and in files: that data are a demonstration, and that small numbers are hidden."""

DEMO = "演示数据，非真实记录，不得用于申报"
DEMO_BANNER = f"【{DEMO}】"


def small_numbers(k: int) -> str:
    """Return what is hidden where numbers of people below `k` are: the clause of a sentence."""
    return f"人数不足{k}的数，以及能用来推算它的数，已隐藏"
