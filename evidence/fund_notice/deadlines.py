"""Returns by when money of a fund must be published, after the rules of the charities' disclosure (慈善组织信息公开办法, in force 2026-01-01).

Projects and collections that run longer than six months are published at least every three months, and wholly within three months of their
end; the year by 31 May of the next; great assets, investments, dealings and related parties within thirty days.
"""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

EVERY_MONTHS = 3
REPORT_MONTH, REPORT_DAY = 5, 31
GREAT_DEAL_DAYS = 30


@dataclass(frozen=True)
class Deadline:
    """What must be published, and by which day; None where the day hangs on an event that no ledger tells."""

    subject: str
    due_on: date | None
    rule: str


def deadlines(to_on: date) -> tuple[Deadline, ...]:
    """Return what must be published after a notice that tells up to a day, the rules in their order."""
    return (
        Deadline(
            "下一次收支公示", later(to_on, EVERY_MONTHS), f"超过6个月的募捐和项目，至少每{EVERY_MONTHS}个月公示一次"
        ),
        Deadline("年度报告和财务报告", date(to_on.year + 1, REPORT_MONTH, REPORT_DAY), "每年5月31日以前公开上一年的"),
        Deadline("结束的项目和募捐", None, f"结束后{EVERY_MONTHS}个月内全面公开，剩余财产怎样处理一并写明"),
        Deadline("重大资产变动、重大投资、重大交易、关联方", None, f"发生后{GREAT_DEAL_DAYS}日内公开"),
    )


def later(day: date, months: int) -> date:
    """Return the same day some months later; the last of its month stays the last, as does a day that the other month has not."""
    same_day = day + relativedelta(months=months)
    return same_day + relativedelta(day=31) if day == day + relativedelta(day=31) else same_day
