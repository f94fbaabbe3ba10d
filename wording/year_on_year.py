"""Says in one sentence how several figures stand against a year before and what to look at first, and in another who did not report."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from indicators.comparison import Comparison
from wording.changes import LEVEL, SILENCES, ChangeWords, change_words

UP, DOWN, INCOMPARABLE = "升", "降", "不能比"
CHANCE = SILENCES["chance"]
ORDER = (UP, DOWN, LEVEL, CHANCE)
TOO_LONG = "时期超过一年"  # beside figures of a day, which have a year before whatever the window
NOT_COMPARED = "不作比较"  # said by the name of the group already


def sentence(comparisons: Sequence[Comparison], others: Sequence[str]) -> str:
    """Return 与上年同期比，6项里4项升（…），1项降（到账现金），1项不能比（…：上年同期缺报）；先看到账现金; "" where nothing is compared.

    `others` are labels of figures without a comparison.
    """
    changes = {comparison.indicator.label: change_words(comparison) for comparison in comparisons}
    if not changes:
        return ""
    groups = {name: [label for label, change in changes.items() if _group(change) == name] for name in ORDER}
    reasons = {label: change.silence for label, change in changes.items() if _group(change) == INCOMPARABLE}
    reasons |= dict.fromkeys(others, TOO_LONG)
    listed = "，".join(filter(None, (_listed(groups), _incomparable(reasons))))
    first = _first_looked_at(comparisons)
    look = f"；先看{'、'.join(first)}" if first else ""
    return f"与上年同期比，{len(changes) + len(others)}项里{listed}{look}。"


def footing(comparisons: Sequence[Comparison], silent: int, partly: int) -> str:
    """Return what the sentence rests on: 只比两年都报送的（…5/6社区）；这几项的台账，4个社区有整期未报送的. "" where all reported.

    `silent` counts communities that sent nothing of a ledger they owe, `partly` the others that lack some of its months.
    """
    clauses = list(filter(None, (_basis(comparisons), _missing(silent, partly))))
    return f"{'；'.join(clauses)}。" if clauses else ""


def _listed(groups: Mapping[str, Sequence[str]]) -> str:
    return "，".join(f"{len(labels)}项{name}（{'、'.join(labels)}）" for name, labels in groups.items() if labels)


def _incomparable(reasons: Mapping[str, str]) -> str:
    """Return how many figures cannot be compared, and why: 2项不能比（接案数：为保护个人，物资价值：上年同期缺报）."""
    labels: dict[str, list[str]] = defaultdict(list)
    for label, reason in reasons.items():
        labels[reason.removesuffix(NOT_COMPARED).rstrip("，")].append(label)
    words = "，".join(f"{'、'.join(of_reason)}：{reason}" for reason, of_reason in labels.items())
    return f"{len(reasons)}项{INCOMPARABLE}（{words}）" if reasons else ""


def _basis(comparisons: Sequence[Comparison]) -> str:
    """Return which changes rest on less than was asked for: 只比两年都报送的（善款余额5/6社区）."""
    words = [
        f"{comparison.indicator.label}{change.coverage}"
        for comparison in comparisons
        if not comparison.coverage.is_full and _group(change := change_words(comparison)) != INCOMPARABLE
    ]
    return f"只比两年都报送的（{'、'.join(words)}）" if words else ""


def _missing(silent: int, partly: int) -> str:
    """Return who lacks reports of these figures: other ledgers are listed elsewhere, and may lack more."""
    whole = f"，{silent}个社区有整期未报送的" if silent else ""
    part = f"，{f'另{partly}' if silent else partly}个社区缺部分月份" if partly else ""
    return f"这几项的台账{whole}{part}" if whole or part else ""


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
