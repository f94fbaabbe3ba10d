"""校验佐证材料包：逐字节对照清单，重新计算每个数"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from command_line import DONE, FAILED, Outcome, WrongUsage
from evidence.command import Command
from evidence.pack.manifest import PackError
from evidence.pack.pack_verification import PackReport, verify_pack
from warehouse.build import data_folder

MOST_DIFFERENCES = 50  # printed of one check


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="文件.zip")


def _run(options: Namespace) -> Outcome:
    try:
        report = verify_pack(options.file, data_folder(options.data))
    except PackError as fault:
        raise WrongUsage(str(fault)) from fault
    return Outcome("\n".join(_lines(report)), DONE if report.is_same else FAILED)


def _lines(report: PackReport) -> Iterator[str]:
    yield f"{report.title}，数据批次{report.build}"
    for check in report.checks:
        yield f"{'✗' if check.differences else '–' if check.is_skipped else '✓'} {check.name}：{check.how}"
        yield from (f"    {difference}" for difference in check.differences[:MOST_DIFFERENCES])
        if len(check.differences) > MOST_DIFFERENCES:
            yield f"    ……共{len(check.differences)}处，只列出前{MOST_DIFFERENCES}处"
    yield f"结论：{report.verdict}"


COMMAND = Command(_add_arguments, _run)
