"""Says a day in Chinese, without zeros in front: the one way in which every file, screen and command line says it."""

from datetime import date


def day_text(day: date) -> str:
    """Return a day as readers see it: 2023年8月31日."""
    return f"{day.year}年{short_day_text(day)}"


def short_day_text(day: date) -> str:
    """Return a day whose year is known: 8月31日."""
    return f"{day.month}月{day.day}日"
