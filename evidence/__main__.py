"""The command line of the evidence: every module of evidence/commands is a command.

Exit codes: 0 done or the same, 1 nothing could be made or something differs, 2 wrong usage or a file that cannot be read.
"""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

import evidence.commands
from evidence.command import FAILED, WRONG_USAGE, Command, WrongUsage
from evidence.pack.manifest import PackError
from evidence.pack.template import BadTemplate
from registry import collect
from warehouse.build import NoBuild
from warehouse.communities import UnknownCommunity


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        usage = self.format_usage().removeprefix("usage: ")
        self.exit(WRONG_USAGE, f"用法不对，请按这个写法：\n{usage}（加 --help 看说明）\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    given = _parser().parse_args(arguments)
    try:
        outcome = given.run(given)
    except (WrongUsage, UnknownCommunity, BadTemplate) as wrong:
        return _refused(str(wrong), WRONG_USAGE)
    except (NoBuild, PackError) as missing:
        return _refused(str(missing), FAILED)
    except OSError as fault:
        return _refused(
            f"磁盘读写失败：{fault.filename or ''}（{fault.strerror or fault}）。原有的文件没有动。", FAILED
        )
    print(outcome.said)
    return outcome.code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m evidence", description="申报材料：生成、校验")
    commands = parser.add_subparsers(required=True, metavar="命令")
    for name, command in collect(evidence.commands, Command).items():
        made = commands.add_parser(name, help=command.words, description=command.words)
        command.add_arguments(made)
        made.add_argument("--data", metavar="目录", help="放 builds 的目录，默认 data（或环境变量 DATA_DIR）")
        made.set_defaults(run=command.run)
    return parser


def _refused(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
