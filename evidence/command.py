"""What a command of `python -m evidence` is, and what its arguments share."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from command_line import Outcome, WrongUsage
from indicators.engine import catalogue
from wording import text_output


@dataclass(frozen=True)
class Command:
    """One command: `add_arguments` completes its parser, `run` does it. `id` and `words` come from its module."""

    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], Outcome]
    id: str = ""
    words: str = ""


def indicator_id(name: str) -> str:
    """Return the id of the indicator with this id, label or alias; WrongUsage with a suggestion for another name."""
    for indicator in catalogue().values():
        if name in (indicator.id, indicator.label, *indicator.aliases):
            return indicator.id
    raise WrongUsage(text_output.unknown(name, catalogue()))
