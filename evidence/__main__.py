"""The command line of the evidence: every module of evidence/commands is a command.

Exit codes: 0 done or the same, 1 nothing could be made or something differs, 2 wrong usage or a file that cannot be read.
"""

import signal

if __name__ == "__main__":  # Ctrl-C while modules are imported ends a program that holds nothing yet
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import sys
from collections.abc import Sequence

import evidence.commands
from command_line import Parser, add_command, command_parser, run_command
from evidence.command import Command
from registry import collect


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    return run_command(_parser(), arguments, _disk_sentence)


def _parser() -> Parser:
    parser, commands = command_parser("evidence", "申报材料：生成、校验")
    for name, command in collect(evidence.commands, Command).items():
        command.add_arguments(add_command(commands, name, command.run, command.words))
    return parser


def _disk_sentence(error: OSError) -> str:
    return f"磁盘读写失败：{error.filename or ''}（{error.strerror or error}）。原有的文件没有动。"


if __name__ == "__main__":
    sys.exit(main())
