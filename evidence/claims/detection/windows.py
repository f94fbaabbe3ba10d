"""Finds the time a claim speaks of: 截至2023年8月底 · 今年以来 · 近三年 · 2021年至2023年 · 自成立以来 · 累计 · 目前."""

import re
from datetime import date

from evidence.claims.detection.calendar_words import day_pattern
from evidence.claims.detection.claim import TimeWindow
from evidence.claims.detection.named_years import FROM, report_year, year_end_of, years_together
from evidence.claims.detection.passage import Passage
from evidence.claims.detection.time_expression import TimeExpression, TimeExpressions
from evidence.claims.detection.two_ends import is_second_end
from evidence.claims.detection.window_readers import (
    WindowReader,
    between_days,
    between_months,
    between_years,
    five_year_plan,
    last_month,
    lately,
    listed_years,
    recent_years,
    since,
    single_date,
    together,
    undated,
    until,
    whole_year,
    year_to_date,
)

# Words for the day of writing: 截至|目前.
_TODAY = r"目前|今|现在|今日|当前|发稿(?:时|前)?|记者发稿"
# A small number of years: 近|三|年.
_COUNT = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
REACH = 1_000  # characters over which a window named once still holds within its paragraph
# Kinds of windows before which a dated one goes.
WEAK_KINDS = frozenset({"cumulative", "current", "event"})

# Words before a date that is no window: 比|2021年, 成立于|2019年.
COMPARED_OR_FOUNDED_BEFORE = re.compile(r"[比较]$|(?:成立|[始创新]?建|组建|创立|设立|落成|生|毕业|诞生)于$")
# Words after such a date: 2019年|正式成立, 1985年|出生, 去年|同期, 是2021年|的3倍.
FOUNDED_AFTER = re.compile(
    r"(?:正式|登记|注册|由[^，。]{1,12}?)?(?:成立(?!以来|至今)|建成(?!以来)|组建(?!以来)|合并|撤并|出生|生[，。]|入党|毕业|退休|落成|揭牌|同期|相比|净资产|(?:全年)?的(?:大?约|近|超过?|将近)?[\d.一两二三四五六七八九十]+[多余]?倍)"
)
# What stands between a time and the number that it is said of: 2023年|的近|866小时.
ATTRIBUTIVE = re.compile(r"的(?:大?约|近|超过?|将近)?(?=[\d一二两三四五六七八九十百])")
# A body named with what it brought together, whose own time begins, after a figure of another: 社区发展基金|共收到.
NEW_ACTOR = re.compile(r"(?:基金|协会|联合会|服务队|社工站|合作社|慈善超市)[^，。；\d]{0,6}(?:共(?![同建治享产])|累计)")


def find_time_expressions(passage: Passage, as_of: date | None) -> TimeExpressions:
    """Return every time expression; of overlapping ones the form listed first in _FORMS wins."""
    readings: list[tuple[re.Match[str], WindowReader]] = []
    covered: set[int] = set()
    for pattern, reader in _FORMS:
        for match in pattern.finditer(passage.text):
            if not covered.intersection(range(*match.span())):
                covered.update(range(*match.span()))
                readings += [] if _is_no_window(passage, match) else [(match, reader)]
    expressions: list[TimeExpression] = []
    for match, reader in sorted(readings, key=lambda reading: reading[0].start()):
        year_end = year_end_of(passage, match, expressions, as_of) if reader in _OF_A_YEAR else None
        window = years_together(passage, match, expressions) if reader in (together, recent_years) else None
        if year_end or reader is not whole_year:  # 全年 where no year is named says no time
            expressions.append(TimeExpression(*match.span(), window or reader(match, year_end or as_of)))
    return TimeExpressions(tuple(expressions))


def window_of(passage: Passage, times: TimeExpressions, start: int) -> TimeWindow | None:
    """Return the window that governs a figure: the nearest dated one before it in its sentence, else in its paragraph, else 累计 or 目前."""
    sentence = passage.sentence(start)[0]
    near = _of_the_figure(passage, times, sentence, start) or _in_brackets_after(passage, times, start)
    if near and near[-1].window.kind == "current":
        return near[-1].window
    if not _last_dated(near) and NEW_ACTOR.search(passage.text, sentence, start):
        return TimeWindow(None, None, "cumulative")
    is_sum = bool(near) and near[-1].window.kind == "cumulative"
    if not near or is_sum or _last_dated(near):
        earlier = _of_the_figure(passage, times, max(passage.paragraph_start(start), start - REACH), start)
        return _last_dated(near, is_sum) or _last_dated(earlier, is_sum) or (near[-1].window if near else None)
    return near[-1].window


def window_before(passage: Passage, times: TimeExpressions, start: int) -> TimeWindow | None:
    """Return the time of the text for a figure whose sentence names none: the year of the title, else the longest named before."""
    sentence = passage.sentence(start)[0]
    if _last_dated(_of_the_figure(passage, times, sentence, start) or _in_brackets_after(passage, times, start)):
        return None
    if year := report_year(passage):
        return TimeWindow(date(year, 1, 1), date(year, 12, 31), "report")
    return times.longest_before(sentence)


def _of_the_figure(passage: Passage, times: TimeExpressions, begin: int, start: int) -> tuple[TimeExpression, ...]:
    """The times before a figure but for those of other numbers: |2024年|的228场, of which 由……增加到 makes the first end of a change."""
    return tuple(
        expression
        for expression in times.between(begin, start)
        if not _is_of_another_number(passage, expression, start)
        and (passage.before(expression.start, 1) not in FROM or not is_second_end(passage.text, expression.end, start))
    )


def _is_of_another_number(passage: Passage, expression: TimeExpression, start: int) -> bool:
    """Whether a time is said of the number right behind it, and a figure stands farther off: 一季度|的|197场增至四季度的254场."""
    attributive = ATTRIBUTIVE.match(passage.text, expression.end)
    return attributive is not None and start > attributive.end()


def _last_dated(expressions: tuple[TimeExpression, ...], is_sum: bool = False) -> TimeWindow | None:
    """The last window that is more than 累计 or 目前; a sum (累计) is one from the beginning, be it introduced by 近年来."""
    weak = WEAK_KINDS | {"lately"} if is_sum else WEAK_KINDS
    windows = (expression.window for expression in reversed(expressions))
    return next((window for window in windows if window.kind not in weak), None)


def _in_brackets_after(passage: Passage, times: TimeExpressions, start: int) -> tuple[TimeExpression, ...]:
    """The times that open a bracket later in the clause: 服务300人（截至2023年底）."""
    following = times.between(start, passage.clause(start)[1])
    return tuple(expression for expression in following if passage.text[expression.start - 1] in "（(")


def _is_no_window(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a date is one in someone's life or one compared with, not the time of the figures: 成立于2019年, 1985年生, 比去年同期."""
    return bool(
        COMPARED_OR_FOUNDED_BEFORE.search(passage.before(match.start(), 4))
        or FOUNDED_AFTER.match(passage.text, match.end())
    )


_DATE = day_pattern()
_TO = "[-—–~至到]{1,2}"
_MONTH_NUMBER = "1[0-2]|[1-9]|[一二三四五六七八九十]{1,2}"
_OF_A_YEAR = (single_date, between_months, between_days, whole_year, recent_years)
# Every form of a time expression with its reader; of two that overlap the first counts.
_FORMS: list[tuple[re.Pattern[str], WindowReader]] = [
    (re.compile(pattern), reader)
    for pattern, reader in (
        # 2021年至2023年 · 2021-2023年度
        (rf"(?P<from>(?:19|20)\d{{2}})年?{_TO}(?P<to>(?:19|20)\d{{2}})年度?(?!\d{{1,2}}月)", between_years),
        # 2024年和2025年 · 2023、2024、2025年; not 2025年与2024年相比
        (r"(?<!\d)(?:20\d{2}年?[、和与及])+20\d{2}年度?(?!\d|同期|全年|相比|[^，。；]{0,4}持平)", listed_years),
        # 2022年1月至10月 · 今年3-5月; not 3月至5月18日
        (
            rf"(?:(?P<year>(?:19|20)\d{{2}})年|今年|本年)?(?P<from>{_MONTH_NUMBER})月?份?{_TO}(?P<to>{_MONTH_NUMBER})月份?(?!\d|[一二三四五六七八九十]+[日号])",
            between_months,
        ),
        # 2020年3月到2021年5月 · 5月18日至6月3日
        (rf"{day_pattern('1')}{_TO}{day_pattern('2')}", between_days),
        # 截至2023年8月底 · 截止目前 · ，到2022年底
        (
            rf"(?:截[至止]到?|(?<=[，。；])(?:到|至)){_DATE.replace('(?:', f'(?:(?P<today>{_TODAY})|', 1)}(?:24时)?为?止?",
            until,
        ),
        (r"今年以来|年初以来|今年至今|今年来", year_to_date),
        # 自2019年成立以来 · 2021年5月起
        (
            rf"(?:自|从)?{_DATE}[^，。；\d]{{0,14}}?(?:以来|至今|迄今|(?<![一发引掀建搭树撑兴])起(?![点步草义诉到来源])|开始)",
            since,
        ),
        # 三年来 · 近五年间 · 过去两年
        (
            rf"(?:近|过去|最近|前)?(?P<n>{_COUNT})(?:余|多)?年(?:多)?(?:来|间|以来|内|时间里?)|(?:近|过去|最近)(?P<m>{_COUNT})年",
            recent_years,
        ),
        # “十四五”规划期间
        (r"“?(?P<nth>十[一二三四五六])五”?(?:规划)?(?:期间|时期|以来)?", five_year_plan),
        # 2024年228场、2025年264场，两年|共492场
        (rf"(?<![一-鿿\d])(?P<years>{_COUNT})年(?=[一总合]?共|合计|总计|累计|加起来|相加)", together),
        (r"(?<![\d年度])全年(?![龄级段度])", whole_year),
        (r"上个?月", last_month),
        (_DATE, single_date),
        # 项目启动以来 · 社工站成立后
        (
            r"[一-鿿“”]{0,6}(?:成立|启动|开展|实施|运行|设立|创建|建成|上线|投用|启用|开业|建站|运营|组建|入驻|落地)(?:以来|至今|后)",
            undated("since"),
        ),
        (r"近年来|多年来|近几年|这些年|长期以来|几年来|历年来?|一直以来", undated("lately")),
        # 疫情期间
        (r"[一-鿿“”]{2,6}(?:期间|时期)", undated("open")),
        (r"累[计積积]|迄今|至今", undated("cumulative")),
        (r"目前|现有|现已|如今|当前|现在", undated("current")),
        # 日前，社区召开了议事会; not 日前，记者获悉
        (r"(?:日前|近日)(?=[^。；\n]{0,40}?(?:召开|举行|举办)了)", lately),
        (r"当天|当日|当晚|现场|本次|此次|活动中|当场", undated("event")),
    )
]
