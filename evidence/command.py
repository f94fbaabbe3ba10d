"""What a command of `python -m evidence` is."""

from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass

from command_line import Run


@dataclass(frozen=True)
class Command:
    """One command: `add_arguments` completes its parser, `run` does it. `id` and `words` come from its module."""

    add_arguments: Callable[[ArgumentParser], None]
    run: Run
    id: str = ""
    words: str = ""
