"""Says what was promised and what became of it: ≥120场, 已完成, 落后于时间进度, and one sentence for all targets of a promise."""

from collections import Counter
from collections.abc import Sequence

from documents.day_text import day_text
from etl.parse.bounds import AT_LEAST, AT_MOST
from indicators.interval import is_range
from indicators.target_progress import Standing, TargetProgress
from indicators.targets import Misfit, Target
from warehouse.communities import short_name
from wording import numbers, reports, states

STANDINGS: dict[Standing, str] = {
    "kept": "已完成",
    "reached": "目前达标",
    "on_pace": "达到时间进度",
    "behind": "落后于时间进度",
    "beyond": "目前超过上限",
    "missed": "未完成",
    "open": "期末再看",
    "no_number": "没有可比的数",
}
MISFITS: dict[Misfit, str] = {
    "other_unit": "单位与指标不同，不能比",
    "share_or_percent": "看不出是比例还是百分数，请写成90%这样的指标值",
    "unknown_project": "台账里没有这个项目的记录",
}
SIGNS = {AT_LEAST: "≥", AT_MOST: "≤"}
NOT_BEGUN = "期间还没有开始"
MOST_DECIMALS = 2


def name(target: Target) -> str:
    """Return an indicator as a row is named: 活动场次."""
    return target.declaration.label


def promise(target: Target) -> str:
    """Return ≥120场, ≤60天, or 32,000元 of a budget."""
    return f"{SIGNS.get(target.bound or '', '')}{numbers.rounded(target.value, MOST_DECIMALS)}{target.declaration.unit}"


def achieved(progress: TargetProgress) -> str:
    """Return the achieved number with its unit, or why there is none that may be set against the target."""
    if progress.misfit:
        return MISFITS[progress.misfit]
    return NOT_BEGUN if progress.figure is None else numbers.full(progress.figure, progress.target.declaration)


def share(progress: TargetProgress) -> str:
    """Return the share of the target that is kept as 75%, at least that of a range, or 超出10% of the most; nothing where there is none."""
    if progress.share_kept is None or progress.figure is None:
        return ""
    if progress.is_beyond:
        excess = (progress.difference or 0) / progress.target.value if progress.target.value else None
        return "超出" if excess is None else f"超出{numbers.rounded(100 * excess, 1)}%"
    least = "至少" if is_range(progress.figure, progress.target.declaration) else ""
    return f"{least}{numbers.rounded(100 * progress.share_kept, 1)}%"


def beside(progress: TargetProgress) -> str:
    """Return what stands beside a bar: what was achieved, and that it is more than what was promised as the most."""
    if progress.figure is None or progress.misfit:
        return "不能比" if progress.misfit else NOT_BEGUN
    return f"{numbers.brief(progress.figure, progress.target.declaration)}{'，超过上限' if progress.is_beyond else ''}"


def amount(value: float | None, unit: str) -> str:
    """Return a number with its unit; nothing where there is none."""
    return "" if value is None else f"{numbers.rounded(value, 1)}{unit}"


def difference(progress: TargetProgress) -> str:
    """Return how far the achieved number lies from the target: −143人次, +0.7个百分点."""
    if progress.difference is None:
        return ""
    indicator = progress.target.declaration
    return f"{numbers.signed(progress.difference, indicator)}{'个百分点' if indicator.unit == '%' else indicator.unit}"


def scope(target: Target) -> str:
    """Return that a project's target is set against the whole community, where the ledger does not tell projects apart."""
    return "台账不分项目，按整个社区算" if target.project and not target.splits_project else ""


def gap(progress: TargetProgress) -> str:
    """Return how much was reported behind the achieved number, where it is less than was asked for."""
    return reports.gap(progress.figure) if progress.figure else ""


def former(target: Target) -> str:
    """Return what the target was before: 48（2026年1月20日定）; nothing where it was never changed."""
    if target.former_value is None:
        return ""
    day = f"（{day_text(target.former_set_on)}定）" if target.former_set_on else ""
    return numbers.rounded(target.former_value, MOST_DECIMALS) + day


def place(target: Target) -> str:
    """Return the row of the ledger that a target stands in."""
    return "，".join(filter(None, (target.source_file, target.sheet, f"第{target.row_no}行")))


def heading(target: Target) -> str:
    """Return whose targets these are and for when: 凤二村2026年, 阳明山庄社区“长者关爱”2026年."""
    project = f"“{target.project}”" if target.project else ""
    return f"{short_name(target.community)}{project}{target.period.label}"


def headline(all_progress: Sequence[TargetProgress]) -> str:
    """Return one sentence on the targets of a promise: 凤二村2025年11项指标：已完成8项，未完成3项。"""
    first = all_progress[0]
    counts = Counter(progress.standing for progress in all_progress)
    parts = "，".join(f"{words}{counts[standing]}项" for standing, words in STANDINGS.items() if counts[standing])
    day = "" if first.is_over else f"（数据到{day_text(first.today)}）"
    return f"{heading(first.target)}{len(all_progress)}项指标{day}：{parts}。"


def note(all_progress: Sequence[TargetProgress]) -> str:
    """Return what the marks of a bullet chart are, and what is missing behind its numbers."""
    has_expected = any(not p.is_over and p.expected is not None for p in all_progress)
    standings = {progress.standing for progress in all_progress}
    parts = [
        "竖线是指标值",
        "斜纹是超过上限的部分" if any(p.is_beyond for p in all_progress) else "",
        "“目前”的到期末还会变（比率、平均数、期末的数和不得超过的数），期末再看"
        if standings & {"reached", "beyond"}
        else "",
        "虚线是按时间已过的比例应完成的数（比率、人数和期末的数不按时间分摊）" if has_expected else "",
        *dict.fromkeys(f"{name(p.target)}报送{gap(p)}" for p in all_progress if gap(p)),
        *dict.fromkeys(filter(None, (scope(p.target) for p in all_progress))),
        *(
            f"{name(p.target)}{states.hidden_advice(p.figure.period)}"
            for p in all_progress
            if p.figure and p.figure.state == "hidden"
        ),
    ]
    return f"{'；'.join(filter(None, parts))}。"
