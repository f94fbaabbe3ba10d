"""What every command line has in common: usage in Chinese, exit codes, errors that carry a sentence."""

import io
import re
import signal
import sys
from argparse import Namespace
from pathlib import Path

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


def printing(text: str) -> Parser:
    """Return the parser of a program with one command, which prints the text."""
    parser, commands = command_parser("program", "试一试")
    add_command(commands, "say", lambda _options: Outcome(text), "说")
    return parser


def test_what_the_encoding_of_a_terminal_lacks_is_replaced(monkeypatch: pytest.MonkeyPatch):
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="gbk")
    monkeypatch.setattr(sys, "stdout", terminal)

    assert run_command(printing("✓ 凤二村"), ["say"], str, (OSError, UnicodeError)) == 0
    assert terminal.buffer.getvalue().decode("gbk") == "? 凤二村\n"  # type: ignore[attr-defined]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_is_no_fault_of_the_data(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        exit_code = run_command(printing("做好了"), ["say"], str)

    assert exit_code == 1
    assert capsys.readouterr().err.startswith("命令已经做完，只是结果写不到屏幕或文件里。")


def test_no_terminal_is_handed_control_characters(capsys: pytest.CaptureFixture[str]):
    run_command(printing("甲\x1b[2J\r\u202e乙\udc80\x8f\t丙\n丁"), ["say"], str)
    assert capsys.readouterr().out == "甲\\u001b[2J\\r\\u202e乙\\udc80\\u008f\t丙\n丁\n"
