"""What a command of `python -m evidence` is, and what its arguments share."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from indicators.engine import catalogue
from wording import text_output

DONE, FAILED, WRONG_USAGE = 0, 1, 2


class WrongUsage(Exception):
    """What was asked for makes no sense. Carries a Chinese sentence; the exit code is 2."""


@dataclass(frozen=True)
class Outcome:
    """What a finished command prints, and its exit code."""

    said: str
    code: int = DONE


@dataclass(frozen=True)
class Command:
    """One command: `add_arguments` completes its parser, `run` does it. `id` and `words` come from its module."""

    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], Outcome]
    id: str = ""
    words: str = ""


def day(text: str, option: str) -> date:
    """Return the date of an option; WrongUsage when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUsage(f"{option} “{text}”不是日期，请写成 2025-12-31。") from None


def indicator(name: str) -> str:
    """Return the id of the indicator with this id, label or alias; WrongUsage with a suggestion for another name."""
    for one in catalogue().values():
        if name in (one.id, one.label, *one.aliases):
            return one.id
    raise WrongUsage(text_output.unknown(name, catalogue()))
