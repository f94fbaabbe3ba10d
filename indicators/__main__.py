"""The command line of the indicators: list, show, value.

Whoever runs it has the build itself before him, so small numbers are not hidden unless --k asks for it; screens and files
hide them always.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from documents.text_table import text_table
from indicators import engine, tables
from indicators.disclosure import disclose
from indicators.model import Filters, Indicator
from warehouse import communities
from warehouse.build import Build, NoBuild, current, data_folder
from warehouse.communities import UnknownCommunity
from wording import text_output

DONE, NO_DATA, WRONG_USAGE = 0, 1, 2


class WrongUsage(Exception):
    """What was asked for makes no sense. Carries a Chinese sentence."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"用法不对，请按这个写法：\n{self.format_usage().removeprefix('usage: ')}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code: 0 done, 1 no data, 2 wrong usage."""
    given = _parser().parse_args(arguments)
    try:
        print(given.run(given))
    except (WrongUsage, UnknownCommunity, ValueError) as wrong:
        return _say(str(wrong), WRONG_USAGE)
    except NoBuild as missing:
        return _say(str(missing), NO_DATA)
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m indicators", description="查看指标的口径和数值")
    commands = parser.add_subparsers(required=True, metavar="命令")

    def command(name: str, run: Callable[[argparse.Namespace], str], words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words)
        made.set_defaults(run=run)
        made.add_argument("--json", action="store_true", help="输出 JSON")
        made.add_argument("--data", metavar="目录", help="放 builds 的目录，默认 data（或环境变量 DATA_DIR）")
        return made

    command("list", _list, "列出全部指标")
    command("show", _show, "显示一个指标的口径、分子分母和 SQL").add_argument("id", metavar="指标")
    asking = command("value", _value, "计算指标")
    asking.add_argument("ids", nargs="+", metavar="指标")
    asking.add_argument("--community", action="append", default=[], metavar="社区", help="可多次；不写则全部")
    asking.add_argument("--from", dest="from_on", metavar="日期", help="从哪天起，如 2025-01-01；不写则从最早的记录")
    asking.add_argument("--to", dest="to_on", metavar="日期", help="到哪天止，如 2025-12-31；不写则到最晚的记录")
    asking.add_argument("--by", choices=("month", "quarter", "year", "community", "category"), help="按什么拆分")
    asking.add_argument("--build", type=Path, metavar="文件", help="数据批次文件，默认正在使用的批次")
    asking.add_argument(
        "--k", type=int, default=0, metavar="人数", help="隐藏小于这个数的人数，屏幕上用5，对外材料用10"
    )
    return parser


def _list(given: argparse.Namespace) -> str:
    chosen = engine.catalogue().values()
    if given.json:
        return _json({"indicators": [text_output.described(one) for one in chosen]})
    return text_table(("指标", "名称", "单位", "板块"), [(one.id, one.label, one.unit, one.section) for one in chosen])


def _show(given: argparse.Namespace) -> str:
    indicator = _known(given.id)
    return _json(text_output.described(indicator)) if given.json else text_output.in_words(indicator)


def _value(given: argparse.Namespace) -> str:
    chosen = [_known(id) for id in given.ids]
    build = Build(given.build or current(data_folder(given.data)))
    asked = tuple(dict.fromkeys(communities.find(build, name) for name in given.community)) or communities.names(build)
    filters = Filters(asked, *_window(given, build))
    rows = [figure for one in chosen for figure in engine.figures(build, [one.id], filters, _by(given.by, one))]
    shown = disclose(rows, given.k) if given.k > 1 else rows
    everybody = _named(asked, communities.names(build))
    if given.json:
        return _json({"build": build.name, "rows": [text_output.row(figure, everybody) for figure in shown]})
    return text_output.figures(shown, engine.catalogue(), everybody)


def _known(id: str) -> Indicator:
    if found := engine.catalogue().get(id):
        return found
    raise WrongUsage(text_output.unknown(id, engine.catalogue()))


def _window(given: argparse.Namespace, build: Build) -> tuple[date, date]:
    from_on = _day(given.from_on, "--from") if given.from_on else build.first_day
    to_on = _day(given.to_on, "--to") if given.to_on else build.last_day
    if not from_on or not to_on:
        raise NoBuild("这个数据批次里还没有台账记录，算不出指标。请先运行 python -m etl load。")
    if from_on > to_on:
        raise WrongUsage(f"--from {from_on} 晚于 --to {to_on}，请对调。")
    return from_on, to_on


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUsage(f"{option} “{text}”不是日期，请写成 2025-12-31。") from None


def _by(by: str | None, indicator: Indicator) -> tuple[str, ...]:
    if by != "category":
        return (by,) if by else ()
    groups = tables.groups_of(indicator.numerator.table)
    if not groups:
        raise WrongUsage(f"“{indicator.label}”不能按类别拆分。")
    return groups[:1]


def _named(asked: Sequence[str], known: Sequence[str]) -> str:
    return "全部" if len(asked) > 1 and set(asked) == set(known) else "、".join(asked)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
