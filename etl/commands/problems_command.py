"""The command problems: it lists what was not loaded or needs a look, and writes it for Excel, or as sheets to be corrected."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from command_line import Outcome, WrongUsage
from documents.csv_file import csv_for_excel
from etl.inbox.layout import existing_folder
from etl.reporting import load_report
from warehouse.build import Build
from warehouse.build_in_use import read_build


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `problems` takes."""
    parser.add_argument("file", nargs="?", metavar="文件名", help="只写这一份台账的更正单（与 --xlsx 同用）")
    parser.add_argument("--csv", type=Path, metavar="文件", help="写成 Excel 能打开的 CSV")
    parser.add_argument(
        "--xlsx",
        type=Path,
        metavar="文件.xlsx",
        help="写成更正单：每份台账没有入库的行，改好后用 load 导入；写文件夹则一份台账一个",
    )


def run(options: Namespace) -> Outcome:
    """Print the problems of the build in use, or write them where --csv or --xlsx says."""
    folder = existing_folder(options.data)
    build = read_build(folder)
    if options.xlsx:
        return Outcome(_write_correction_sheets(folder, build, options.file, options.xlsx))
    header, lines = load_report.problems(build)
    if options.csv:
        options.csv.write_bytes(csv_for_excel(header, lines))
        return Outcome(f"{len(lines)} 条问题已写入 {options.csv}")
    return Outcome("\n".join("  ".join(str(cell) for cell in line if cell not in (None, "")) for line in lines))


def _write_correction_sheets(folder: Path, build: Build, file: str | None, target: Path) -> str:
    """Write the refused rows of one ledger into a workbook, or of each into a folder; return what was written."""
    from etl.reporting import correction_sheet
    from etl.reporting.refused_rows import refused_files

    rows = refused_files(build)
    if target.suffix.lower() != ".xlsx":
        target.mkdir(parents=True, exist_ok=True)
        paths = {name: target / correction_sheet.file_name(build, name) for name in ([file] if file else rows)}
    elif file or len(rows) == 1:
        paths = {file or next(iter(rows)): target}
    else:
        names = "、".join(rows) or "没有一份"
        raise WrongUsage(f"有拒收行的台账：{names}。请写明是哪一份，或写一个文件夹，一份台账一个更正单。")
    for name, path in paths.items():
        sheet = correction_sheet.correction_sheet(folder, build, name)
        path.touch()
        path.chmod(0o600)  # its cells hold names, like the ledger
        path.write_bytes(sheet)
    return "\n".join(f"“{name}”{rows.get(name, 0)}行没有入库，更正单写入 {path}" for name, path in paths.items())
