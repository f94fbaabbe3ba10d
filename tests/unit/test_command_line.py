"""What every command line has in common: usage in Chinese, exit codes, errors that carry a sentence."""

import re
import signal
from argparse import Namespace

import pytest

from command_line import INTERRUPTED, Outcome, Parser, UserError, WrongUsage, add_command, command_parser, run_command


def parser(error: Exception | None = None) -> Parser:
    """Return the parser of a program with one command, which raises the error."""

    def run(options: Namespace) -> Outcome:
        if error:
            raise error
        return Outcome("做好了", options.k)

    parser, commands = command_parser("program", "试一试")
    command = add_command(commands, "try", run, "试")
    command.add_argument("--k", type=int, default=0, choices=(0, 1))
    command.add_argument("--kind")
    command.add_argument("--kin")
    command.add_argument("file", nargs="?")
    return parser


def test_the_help_is_in_chinese():
    text = parser().format_help()

    assert text.startswith("写法：")
    assert not re.search("usage|positional|options|show this", text)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "缺少 命令。"),
        (["fly"], "命令 没有“fly”，可以写 .*try"),
        (["try", "--k"], "--k 后面缺少内容。"),
        (["try", "--k", "一"], "--k 要写整数，收到的是“一”。"),
        (["try", "--k", "7"], "--k 没有“7”，可以写 0, 1。"),
        (["try", "--ki", "7"], "--ki 可以是 --kind, --kin，请写全。"),
        (["try", "a", "b"], "不认识 b。"),
    ],
)
def test_wrong_usage_is_said_in_chinese(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit, match="2"):
        run_command(parser(), arguments, str)
    assert re.match(f"用法不对：{sentence}", capsys.readouterr().err)


@pytest.mark.parametrize(
    ("error", "exit_code"), [(UserError("没有数据。"), 1), (WrongUsage("写错了。"), 2), (OSError("磁盘已满。"), 1)]
)
def test_an_error_with_a_sentence_ends_without_a_traceback(
    error: Exception, exit_code: int, capsys: pytest.CaptureFixture[str]
):
    assert run_command(parser(error), ["try"], str) == exit_code
    assert capsys.readouterr().err == f"{error}\n"


def test_the_outcome_is_printed_and_its_code_returned(capsys: pytest.CaptureFixture[str]):
    assert run_command(parser(), ["try", "--k", "1"], str) == 1
    assert capsys.readouterr().out == "做好了\n"


def test_an_interrupt_that_a_library_turns_into_its_own_error_ends_with_the_same_sentence(
    capsys: pytest.CaptureFixture[str],
):
    def query(_options: Namespace) -> Outcome:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise OSError("Query interrupted") from None
        return Outcome("做好了")

    parser, commands = command_parser("program", "试一试")
    add_command(commands, "query", query, "查")
    before = signal.getsignal(signal.SIGINT)

    assert run_command(parser, ["query"], str) == INTERRUPTED
    assert capsys.readouterr() == ("", "已中断，没有改动正在使用的数据。\n")
    assert signal.getsignal(signal.SIGINT) is before
