"""口径核对：找出文稿里的每个数字和趋势，逐处与记录对照"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from command_line import FAILED, Outcome, WrongUsage, check_order, day
from evidence.claims.checked_claim import ClaimPeriod
from evidence.claims.draft import BadDraft, Draft, read_file
from evidence.claims.report import text_report
from evidence.claims.report.unread_rows import unread_text
from evidence.claims.verification.check import check
from evidence.claims.verification.guards import SendingGuard
from evidence.command import Command
from warehouse import communities
from warehouse.build import Build, data_folder
from warehouse.build_option import add_build_option, build_of

NOTHING = "没有找到可以核对的数字或趋势。请换一段写有数字的文字，或检查文件是否选对。"

NO_DATA: Mapping[str, object] = {"claims": [], "unread": []}


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="文件", help="申报书或报道：.docx 或 .txt")
    parser.add_argument("--community", metavar="社区", help="文中没有写明社区时，按哪个社区核对")
    parser.add_argument("--as-of", metavar="日期", help="文稿写作的日期，如 2023-08-31；不写则到最晚的记录")
    parser.add_argument("--from", dest="from_on", metavar="日期", help="文中没有写明时期时，从哪天起；与 --to 一起写")
    parser.add_argument("--to", dest="to_on", metavar="日期", help="文中没有写明时期时，到哪天止")
    add_build_option(parser)
    parser.add_argument("--k", type=int, default=0, metavar="人数", help="隐藏小于这个数的人数，对外材料用10")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def _run(options: Namespace) -> Outcome:
    as_of = day(options.as_of, "--as-of") if options.as_of else None
    period = _period(options)
    content = _content(options.file)
    build = build_of(options)
    try:
        draft = read_file(options.file.name, content)
    except BadDraft as fault:
        return _nothing(str(fault), options.json)
    return _check_draft(build, draft, as_of, period, options)


def _check_draft(
    build: Build, draft: Draft, as_of: date | None, period: ClaimPeriod | None, options: Namespace
) -> Outcome:
    data = data_folder(options.data)
    guard = SendingGuard.of(data, options.k)
    report = check(build, draft.text, options.community, as_of, period, guard=guard)
    report_data = text_report.report_data(report, communities.names(build))
    if not report.claims:
        return _nothing(NOTHING + unread_text(report), options.json, report_data)
    guard.write_log(data)
    if options.json:
        return Outcome(_json(report_data))
    return Outcome(text_report.report_text(report))


def _period(options: Namespace) -> ClaimPeriod | None:
    if bool(options.from_on) != bool(options.to_on):
        raise WrongUsage("--from 和 --to 要一起写，如 --from 2025-01-01 --to 2025-12-31。")
    if not options.from_on:
        return None
    from_on, to_on = day(options.from_on, "--from"), day(options.to_on, "--to")
    check_order(from_on, to_on)
    return ClaimPeriod(from_on, to_on)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise WrongUsage(f"没有文件“{path}”。请写对文件的位置。") from None
    except IsADirectoryError:
        raise WrongUsage(f"“{path}”是文件夹，请写一个 .docx 或 .txt 文件。") from None


def _nothing(sentence: str, as_json: bool, report_data: Mapping[str, object] = NO_DATA) -> Outcome:
    """Nothing to check: the sentence goes where errors go when a program reads the answer."""
    if not as_json:
        return Outcome(sentence, FAILED)
    sys.stderr.write(f"{sentence}\n")
    return Outcome(_json(report_data), FAILED)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


COMMAND = Command(_add_arguments, _run)
