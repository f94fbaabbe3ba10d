"""Says in one sentence how several figures stand against a year before, who did not report, and what to look at first."""

from collections.abc import Sequence

from indicators.comparison import Comparison
from wording.changes import LEVEL, SILENCES, ChangeWords, change_words

UP, DOWN, INCOMPARABLE = "升", "降", "不能比"
CHANCE = SILENCES["chance"]
ORDER = (UP, DOWN, LEVEL, CHANCE, INCOMPARABLE)


def sentence(comparisons: Sequence[Comparison], missing: int) -> str:
    """Return 与上年同期比，6项里4项升（…），1项降（到账现金）；4个社区有缺报；先看到账现金. `missing` counts communities that owe reports."""
    changes = {comparison.indicator.label: change_words(comparison) for comparison in comparisons}
    clauses = [f"与上年同期比，{len(changes)}项里{_groups(changes)}"] if changes else []
    clauses += [f"{missing}个社区有缺报"] if missing else []
    clauses += [f"先看{'、'.join(first)}"] if (first := _first_looked_at(comparisons)) else []
    return f"{'；'.join(clauses)}。" if clauses else ""


def _groups(changes: dict[str, ChangeWords]) -> str:
    groups = {name: [label for label, change in changes.items() if _group(change) == name] for name in ORDER}
    return "，".join(f"{len(labels)}项{name}（{'、'.join(labels)}）" for name, labels in groups.items() if labels)


def _group(change: ChangeWords) -> str:
    if change.size == LEVEL:
        return LEVEL
    if change.silence or not change.size:
        return CHANCE if change.silence == CHANCE else INCOMPARABLE
    return UP if change.is_more else DOWN


def _first_looked_at(comparisons: Sequence[Comparison]) -> list[str]:
    """Return what went the wrong way beyond chance; where nothing did, what is less and should be more, chance unknown."""
    changes = [(comparison.indicator, change_words(comparison)) for comparison in comparisons]
    bad = [indicator.label for indicator, change in changes if change.tone == "bad"]
    return bad or [
        i.label for i, change in changes if _group(change) == DOWN and i.good == "up" and change.tone == "flat"
    ]
