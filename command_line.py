"""The one dialect of our command lines: usage errors in Chinese, four exit codes, and errors that carry the reader's sentence."""

import argparse
import io
import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

DONE, FAILED, WRONG_USAGE = 0, 1, 2
PARTLY_DONE = 3  # done, but for a part that was refused and is named
INTERRUPTED = 130  # as shells count it: 128 and the number of the signal of Ctrl-C

# What argparse says → what we say; the first pattern that fits the whole message counts.
_USAGE = (
    (r"the following arguments are required: (.+)", r"缺少 \1"),
    (r"unrecognized arguments: (.+)", r"不认识 \1"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 可以是 \2，请写全"),
    (r"argument (.+?): invalid choice: '?(.+?)'? \(choose from (.+)\)", r"\1 没有“\2”，可以写 \3"),
    (r"argument (.+?): invalid int value: '(.+)'", r"\1 要写整数，收到的是“\2”"),
    (r"argument (.+?): expected .+", r"\1 后面缺少内容"),
)

# Control characters but tab and line feed, marks of direction, lone surrogates: \x1b[2J, \u202e
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy starts threads for linear algebra, which nothing here uses
_UNWRITTEN = "命令已经做完，只是结果写不到屏幕或文件里。请看看写到的地方是否已满，再用 list、problems 等命令查看。"


class UserError(Exception):
    """Something a reader can act on, said in one Chinese sentence and shown without a traceback."""

    exit_code = FAILED


class WrongUsage(UserError):
    """What was asked for makes no sense."""

    exit_code = WRONG_USAGE


@dataclass(frozen=True)
class Outcome:
    """What a finished command prints, and its exit code."""

    text: str
    exit_code: int = DONE


Run = Callable[[argparse.Namespace], Outcome]


@dataclass(frozen=True)
class Interruption:
    """What to say after Ctrl-C: `unchanged` where the state is what it was before the command, else `changed`.

    `state` returns what the command is there to change.
    """

    unchanged: str = "已中断，没有改动正在使用的数据。"
    changed: str = ""
    state: Callable[[argparse.Namespace], object] = lambda _options: None


READING = Interruption()


def end_on_interrupt() -> None:
    """End the program at Ctrl-C with a sentence: for the seconds in which modules are imported and nothing is held."""
    signal.signal(signal.SIGINT, _end)


def _end(_signal: int, _frame: object) -> NoReturn:
    os.write(2, f"{READING.unchanged}\n".encode())
    os._exit(INTERRUPTED)


class _ChineseHelp(argparse.HelpFormatter):
    """Help text that opens with 写法 in the place of usage."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "写法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese, and answers wrong usage with a sentence and exit code 2."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, formatter_class=_ChineseHelp)
        self._positionals.title, self._optionals.title = "要写的内容", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        for english, chinese in _USAGE:
            message = re.sub(f"^{english}$", chinese, message)
        self.exit(WRONG_USAGE, f"用法不对：{message}。\n{self.format_usage()}（加 --help 看说明）\n")


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # to which a program adds its commands


def command_parser(program: str, description: str) -> tuple[Parser, Commands]:
    """Return the parser of `python -m program` and the action to which its commands are added."""
    parser = Parser(prog=f"python -m {program}", description=description)
    return parser, parser.add_subparsers(required=True, metavar="命令")


def add_command(
    commands: Commands,
    name: str,
    run: Run,
    description: str,
    interruption: Interruption = READING,
) -> argparse.ArgumentParser:
    """Add a command that takes --data, as every command does, and return its parser."""
    parser = commands.add_parser(name, help=description, description=description)
    parser.add_argument(
        "--data", metavar="目录", help="放 inbox、clean、builds 的目录，默认 data（或环境变量 DATA_DIR）"
    )
    parser.set_defaults(run=run, interruption=interruption)
    return parser


def run_command(
    parser: Parser,
    arguments: Sequence[str] | None,
    disk_sentence: Callable[..., str],
    disk_faults: tuple[type[Exception], ...] = (OSError,),
) -> int:
    """Run the command that the arguments name, print its outcome, and return its exit code.

    An error that carries a sentence is printed as such; `disk_sentence` says what went wrong with a disk or what lies on it, which
    shows as one of `disk_faults`.
    """
    _prepare_streams()
    options = parser.parse_args(arguments)
    interruption: Interruption = options.interruption
    before = _state(interruption, options)
    try:
        outcome = _run(options)
    except BrokenPipeError:  # the reader of our output has seen enough
        _close_output()
        return DONE
    except UserError as error:
        return _refuse(str(error), error.exit_code)
    except disk_faults as error:
        return _refuse(disk_sentence(error), FAILED)
    except KeyboardInterrupt:
        is_same = _state(interruption, options) == before
        return _refuse(interruption.unchanged if is_same else interruption.changed, INTERRUPTED)
    return int(outcome.exit_code)


def _state(interruption: Interruption, options: argparse.Namespace) -> object:
    """Return what an interruption is judged by; None where it cannot be read, which the command itself tells."""
    try:
        return interruption.state(options)
    except (OSError, UserError):
        return None


def _run(options: argparse.Namespace) -> Outcome:
    """Run the command and print its outcome; raise KeyboardInterrupt after Ctrl-C, whatever became of it: DuckDB puts an error of its own in its place."""
    with _noting_interrupts() as is_interrupted:
        try:
            outcome: Outcome = options.run(options)
            _write(outcome.text)
        except Exception as error:
            if is_interrupted.is_set():
                raise KeyboardInterrupt from error
            raise
    return outcome


@contextmanager
def _noting_interrupts() -> Iterator[threading.Event]:
    """Give what is set once Ctrl-C was pressed; it raises KeyboardInterrupt as ever. Only the main thread is told of signals."""
    is_interrupted = threading.Event()

    def interrupt(_signal: int, _frame: object) -> NoReturn:
        is_interrupted.set()
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield is_interrupted
        return
    former = signal.signal(signal.SIGINT, interrupt)
    try:
        yield is_interrupted
    finally:
        # A program has only to end then: what it did is said.
        signal.signal(signal.SIGINT, signal.SIG_IGN if former is _end else former)


def day(text: str, option: str) -> date:
    """Return the date of an option; WrongUsage when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUsage(f"{option} “{text}”不是日期，请写成 2025-12-31。") from None


def check_order(from_on: date, to_on: date) -> None:
    """Raise WrongUsage when a stretch of time ends before it begins."""
    if from_on > to_on:
        raise WrongUsage(f"--from {from_on} 晚于 --to {to_on}，请对调。")


def printable(text: str) -> str:
    """Return a text with control characters and marks of direction as JSON does, \\u001b: a file name may hold what a terminal obeys."""
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode().replace("\\x", "\\u00"), text)


def _prepare_streams() -> None:
    """Let what the encoding of a terminal or log lacks be written as ? (GBK has no ✓), and write nowhere where a stream is closed."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the program ends
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _write(text: str) -> None:
    """Print a text; raise BrokenPipeError when its reader has gone, UserError when it could not be written."""
    try:
        if text:
            sys.stdout.write(f"{printable(text)}\n")
        sys.stdout.flush()  # so that a reader who has gone is noticed here
    except BrokenPipeError:
        raise
    except OSError as error:
        _close_output()
        raise UserError(_UNWRITTEN) from error


def _close_output() -> None:
    """Send what is still to be written nowhere, so that the end of the program does not try once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(sentence: str, exit_code: int) -> int:
    sys.stderr.write(f"{printable(sentence)}\n")
    return exit_code
