"""What a command of `python -m evidence` is, and the options that several commands share."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from command_line import Run, WrongUsage
from indicators.engine import catalogue
from warehouse.build import Build, data_folder
from warehouse.build_in_use import read_build
from wording import text_output


@dataclass(frozen=True)
class Command:
    """One command: `add_arguments` completes its parser, `run` does it. `id` and `words` come from its module."""

    add_arguments: Callable[[ArgumentParser], None]
    run: Run
    id: str = ""
    words: str = ""


def add_build_option(parser: ArgumentParser) -> None:
    parser.add_argument("--build", type=Path, metavar="文件", help="数据批次文件，默认正在使用的批次")


def build_of(options: Namespace) -> Build:
    """Return the build that --build names, else the one in use in --data; NoBuild when there is none."""
    return Build(options.build) if options.build else read_build(data_folder(options.data))


def indicator_id(name: str) -> str:
    """Return the id of the indicator with this id, label or alias; WrongUsage with a suggestion for another name."""
    for indicator in catalogue().values():
        if name in (indicator.id, indicator.label, *indicator.aliases):
            return indicator.id
    raise WrongUsage(text_output.unknown_indicator(name, catalogue()))
