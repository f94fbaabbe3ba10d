"""The command line of the indicators: list, show, value.

Whoever runs it can open the build itself, so small numbers are not hidden unless --k says so; screens and files always hide
them. What `value` prints is not remembered as sent (docs/adr/0015): with --k it shows what pages show, which no other choice takes
apart, and it writes no file. What is handed in leaves by `python -m evidence` or the pages, which keep the log.
"""

import signal

if __name__ == "__main__":  # until the sentence for it is at hand
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import command_line

if __name__ == "__main__":  # modules take seconds to import
    command_line.end_on_interrupt()

import json
import re
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from command_line import Outcome, Parser, WrongUsage, add_command, check_order, command_parser, day, run_command
from documents.text_table import text_table
from etl import disk_errors
from indicators import engine, engines, lake, tables
from indicators.disclosure.choices import disclosed_figures
from indicators.model import Figure, Filters, Indicator
from warehouse import communities
from warehouse.build import Build, NoBuild, data_folder
from warehouse.build_in_use import read_build
from warehouse.build_option import add_build_option, build_of
from wording import text_output

SHOWS_ALL = "没有隐藏人数很少的数：只供能打开台账的人核对，不要转给别人{rule}。"
RULE = "；加 --k 5 按页面的规则隐藏"  # of DuckDB: other engines hide nothing
NOT_SENT = "这里的数不记入已交出的数，也不与以前交出的核对；要交出去的请用 python -m evidence pack。"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code: 0 done, 1 no data, 2 wrong usage."""
    return run_command(_parser(), arguments, disk_errors.sentence, disk_errors.FAULTS)


def _parser() -> Parser:
    parser, commands = command_parser("indicators", "查看指标的口径和数值")
    listing = add_command(commands, "list", _list, "列出全部指标")
    definition = add_command(commands, "show", _show, "显示一个指标的口径、分子分母和 SQL")
    definition.add_argument("id", metavar="指标")
    value = add_command(commands, "value", _value, "计算指标")
    value.add_argument("ids", nargs="+", metavar="指标")
    value.add_argument("--community", action="append", default=[], metavar="社区", help="可多次；不写则全部")
    value.add_argument("--from", dest="from_on", metavar="日期", help="从哪天起，如 2025-01-01；不写则从最早的记录")
    value.add_argument("--to", dest="to_on", metavar="日期", help="到哪天止，如 2025-12-31；不写则到最晚的记录")
    value.add_argument("--by", choices=("month", "quarter", "year", "community", "category"), help="按什么拆分")
    add_build_option(value)
    value.add_argument(
        "--engine", choices=("duckdb", *engines.NAMES), default="duckdb", help="由哪个引擎统计，默认 duckdb"
    )
    value.add_argument("--lake", metavar="目录", help="各单位交来的数据所在的目录或地址，由 --engine 指明的引擎读取")
    value.add_argument("--k", type=int, default=0, metavar="人数", help=f"隐藏小于这个数的人数，页面用5。{NOT_SENT}")
    export = add_command(commands, "export", _export, "把本单位的数据写进各单位共用的目录，供 --lake 读取")
    export.add_argument("lake", type=Path, metavar="目录")
    export.add_argument("--office", required=True, metavar="单位", help="本单位的名称，再写一次就换下上次的")
    for command in (listing, definition, value):
        command.add_argument("--json", action="store_true", help="输出 JSON")
    return parser


def _list(options: Namespace) -> Outcome:
    indicators = engine.catalogue().values()
    if options.json:
        return _json({"indicators": [text_output.indicator_data(indicator) for indicator in indicators]})
    rows = [(indicator.id, indicator.label, indicator.unit, indicator.section) for indicator in indicators]
    return Outcome(text_table(("指标", "名称", "单位", "板块"), rows))


def _show(options: Namespace) -> Outcome:
    indicator = text_output.named_indicator(options.id)
    return (
        _json(text_output.indicator_data(indicator)) if options.json else Outcome(text_output.indicator_text(indicator))
    )


def _value(options: Namespace) -> Outcome:
    indicators = [text_output.named_indicator(id) for id in options.ids]
    with _opened(options) as build:
        names = tuple(dict.fromkeys(communities.find(build, name) for name in options.community))
        filters = Filters(names or communities.names(build), *_window(options, build))
        figures = [
            figure for indicator in indicators for figure in _figures(build, indicator, filters, options.by, options.k)
        ]
        everybody = _joint_name(filters.communities, communities.names(build))
    if options.json:
        return _json({"build": build.name, "rows": [text_output.figure_data(figure, everybody) for figure in figures]})
    return Outcome("\n".join((text_output.figure_table(figures, everybody), *_privacy_notes(indicators, options))))


def _privacy_notes(indicators: Sequence[Indicator], options: Namespace) -> list[str]:
    """Return what stands below numbers of people: that none is hidden, or that they were not held against what was sent."""
    if not any(indicator.counts_people for indicator in indicators):
        return []
    return [NOT_SENT] if options.k > 1 else [SHOWS_ALL.format(rule=RULE if options.engine == "duckdb" else "")]


@contextmanager
def _opened(options: Namespace) -> Iterator[Build]:
    """Give the build that is asked, with its records counted by the engine that was chosen."""
    if options.engine == "duckdb":
        if options.lake:
            raise WrongUsage("--lake 要和 --engine sail 或 --engine spark 一起写。")
        yield build_of(options)
        return
    if options.k > 1:
        raise WrongUsage("--k 只能和 --engine duckdb 一起写。")
    if options.lake:
        place = lake.Lake.at(options.lake)
        with engines.open_engine(options.engine, place) as row_engine:
            yield lake.build_of(place, row_engine)
        return
    build = build_of(options)
    with lake.lake_of(build) as own, engines.open_engine(options.engine, own) as row_engine:
        yield build.counted_by(row_engine)


def _export(options: Namespace) -> Outcome:
    if not re.fullmatch(r"[\w（）-]+", options.office):
        raise WrongUsage(f"单位“{options.office}”要用作文件名，请只写文字、数字和“-”。")
    build = read_build(data_folder(options.data))
    lake.write(build, options.lake, options.office)
    return Outcome(f"批次 {build.name} 已写进 {options.lake}，每张表一个文件：{options.office}.parquet。")


def _figures(build: Build, indicator: Indicator, filters: Filters, by: str | None, k: int) -> list[Figure]:
    try:
        if k > 1:
            return disclosed_figures(build, [indicator.id], filters, _by(by, indicator), k)
        return engine.figures(build, [indicator.id], filters, _by(by, indicator))
    except ValueError as error:  # an indicator that cannot be split like this says so
        raise WrongUsage(str(error)) from None


def _window(options: Namespace, build: Build) -> tuple[date, date]:
    from_on = day(options.from_on, "--from") if options.from_on else build.first_day
    to_on = day(options.to_on, "--to") if options.to_on else build.last_day
    if not from_on or not to_on:
        raise NoBuild("这个数据批次里还没有台账记录，算不出指标。")
    check_order(from_on, to_on)
    return from_on, to_on


def _by(by: str | None, indicator: Indicator) -> tuple[str, ...]:
    if by != "category":
        return (by,) if by else ()
    groups = tables.groups_of(indicator.numerator.table)
    if not groups:
        raise WrongUsage(f"“{indicator.label}”不能按类别拆分。")
    return groups[:1]


def _joint_name(names: Sequence[str], register: Sequence[str]) -> str:
    """Return what communities counted together are called."""
    return "全部" if len(names) > 1 and set(names) == set(register) else "、".join(names)


def _json(value: Any) -> Outcome:
    return Outcome(json.dumps(value, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    sys.exit(main())
