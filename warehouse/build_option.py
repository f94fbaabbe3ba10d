"""The option of command lines that names a build."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from warehouse.build import Build, data_folder
from warehouse.build_in_use import read_build


def add_build_option(parser: ArgumentParser) -> None:
    """Add --build to a command."""
    parser.add_argument("--build", type=Path, metavar="文件", help="数据批次文件，默认正在使用的批次")


def build_of(options: Namespace) -> Build:
    """Return the build that --build names, else the one in use in --data; NoBuild when there is none."""
    return Build(options.build) if options.build else read_build(data_folder(options.data))
