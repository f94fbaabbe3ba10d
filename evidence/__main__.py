"""The command line of the evidence: every module of evidence/commands is a command.

Exit codes: 0 done or the same, 1 nothing could be made or something differs, 2 wrong usage or a file that cannot be read.
"""

import signal

if __name__ == "__main__":  # until the sentence for it is at hand
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import command_line

if __name__ == "__main__":  # modules take seconds to import
    command_line.end_on_interrupt()

import sys
from collections.abc import Sequence

import evidence.commands
from command_line import Parser, add_command, command_parser, run_command
from etl import disk_errors
from evidence.command import Command
from registry import collect


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    return run_command(_parser(), arguments, disk_errors.sentence, disk_errors.FAULTS)


def _parser() -> Parser:
    parser, commands = command_parser("evidence", "申报材料：生成、校验")
    for name, command in collect(evidence.commands, Command).items():
        command.add_arguments(add_command(commands, name, command.run, command.words))
    return parser


if __name__ == "__main__":
    sys.exit(main())
