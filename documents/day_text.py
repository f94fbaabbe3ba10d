"""Says a day in Chinese, without zeros in front, as sentences do everywhere; columns of tables keep 2023-08-31, which sorts."""

from datetime import date, datetime


def day_text(day: date) -> str:
    """Return a day as readers see it: 2023年8月31日."""
    return f"{day.year}年{short_day_text(day)}"


def short_day_text(day: date) -> str:
    """Return a day whose year is known: 8月31日."""
    return f"{day.month}月{day.day}日"


def time_text(at: datetime) -> str:
    """Return a moment as columns of tables hold it: 2023-08-31 09:05."""
    return f"{at:%Y-%m-%d %H:%M}"
