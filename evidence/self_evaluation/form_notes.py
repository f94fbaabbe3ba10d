"""What a reader of the form 项目支出绩效自评表 must know: what is missing, how points were given, which data they rest on."""

from documents.day_text import day_text
from evidence.self_evaluation.form import BY_LEDGER, GROUP_POINTS, SelfEvaluation
from evidence.small_counts import small_counts_note
from indicators.interval import is_range
from wording import targets as words
from wording.notices import DEMO, small_numbers_that_leave
from wording.numbers import rounded


def form_notes(form: SelfEvaluation) -> tuple[str, ...]:
    """Return the notes of a form, each without its full stop."""
    demo = (DEMO,) if form.is_demo else ()
    return (*demo, *filter(None, (_unfinished(form), *_gaps(form), *_weights(form), *_scopes(form))), _method(form))


def _gaps(form: SelfEvaluation) -> list[str]:
    """Say which lines rest on less than was asked for, which have no points, and which tell of few people in words."""
    silent = [words.name(line.target) for line in form.lines if line.is_pending and not line.is_withheld]
    withheld = [words.name(line.target) for line in form.lines if line.is_withheld]
    unweighted = [words.name(line.target) for line in form.lines if line.target.weight is None]
    ranges = [
        words.name(line.target)
        for line in form.lines
        if line.progress.achieved is not None
        and line.progress.figure
        and is_range(line.progress.figure, line.target.declaration)
    ]
    reported = [
        f"{words.name(line.target)}报送{words.gap(line.progress)}" for line in form.lines if words.gap(line.progress)
    ]
    return [
        f"没有可比的数、还没有计分的：{'、'.join(silent)}" if silent else "",
        f"因人数少未显示、{BY_LEDGER}的：{'、'.join(withheld)}；表要公开的，这几项请分档给分，按下面的算式会说出不公开的数"
        if withheld
        else "",
        f"台账没有写分值、没有计分的：{'、'.join(unweighted)}" if unweighted else "",
        f"只知道范围、按最低数计分的：{'、'.join(ranges)}" if ranges else "",
        "；".join(reported),
        small_counts_note((line.deviation for line in form.lines), form.k),
    ]


def _weights(form: SelfEvaluation) -> list[str]:
    """Say where the weights of a first level differ from those of the guide."""
    sums = {
        group: sum(line.target.weight or 0 for line in form.lines if line.target.group_one == group)
        for group in GROUP_POINTS
    }
    if not any(sums.values()):
        return []
    return [
        f"{group}的分值合计{rounded(sums[group], 2)}分，通行的是{points}分"
        for group, points in GROUP_POINTS.items()
        if sums[group] != points
    ]


def _scopes(form: SelfEvaluation) -> list[str]:
    return list(
        dict.fromkeys(
            f"{words.name(line.target)}：{scope}" for line in form.lines if (scope := words.scope(line.target))
        )
    )


def _unfinished(form: SelfEvaluation) -> str:
    """Say until which day a period that is not over was counted."""
    first = form.lines[0].progress
    counted = f"{day_text(first.today)}以前的完成数"
    points = f"得分按{counted}计算" if form.full_points else f"表中是{counted}"
    return "" if first.is_over else f"期间还没有结束，{points}，只供参考"


def _method(form: SelfEvaluation) -> str:
    points = "得分＝实际完成值÷指标值×分值，最多得满分，“不超过”的反过来；" if form.full_points else ""
    return f"{points}偏差原因由人填写，台账里写了的照抄。{small_numbers_that_leave(form.k)}。数据批次{form.build}"
