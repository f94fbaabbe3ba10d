"""填写项目支出绩效自评表：一份项目指标的完成数和得分，Word 或 Excel"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from command_line import Outcome, WrongUsage, check_order, day
from documents.whole_file import durably_replacing
from evidence.command import Command
from evidence.self_evaluation.form import TITLE, SelfEvaluation
from evidence.self_evaluation.form_workbook import form_workbook
from evidence.self_evaluation.sent_form import form_of, published_progress, sent_form
from evidence.self_evaluation.word_form import word_form
from indicators.model import Filters
from indicators.target_progress import TargetProgress, by_promise
from warehouse import communities
from warehouse.build import data_folder
from warehouse.build_option import add_build_option, build_of
from wording import targets as words

WRITERS: Mapping[str, Callable[[SelfEvaluation], bytes]] = {".docx": word_form, ".xlsx": form_workbook}


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--community", required=True, metavar="社区")
    parser.add_argument("--from", dest="from_on", required=True, metavar="日期", help="从哪天起，如 2025-01-01")
    parser.add_argument("--to", dest="to_on", required=True, metavar="日期", help="到哪天止，如 2025-12-31")
    parser.add_argument("--project", metavar="项目", help="有几份指标时，要哪一个项目的；不写则是社区的")
    parser.add_argument("--out", type=Path, required=True, metavar="文件.docx|文件.xlsx")
    add_build_option(parser)


def _run(options: Namespace) -> Outcome:
    writer = WRITERS.get(options.out.suffix.lower())
    if writer is None:
        raise WrongUsage(f"--out “{options.out.name}”要以{'或'.join(WRITERS)}结尾。")
    if not options.out.parent.is_dir():
        raise WrongUsage(f"--out 的文件夹“{options.out.parent}”不存在，请先建好，或换一个位置。")
    from_on, to_on = day(options.from_on, "--from"), day(options.to_on, "--to")
    check_order(from_on, to_on)
    build = build_of(options)
    window = Filters((communities.find(build, options.community),), from_on, to_on)
    form = form_of(build, _promise(published_progress(build, window), options.project))
    content = sent_form(build, data_folder(options.data), form, writer)
    with durably_replacing(options.out) as partial:
        partial.write_bytes(content)
    points = f"得分{form.points_words}" if form.full_points else "没有分值"
    return Outcome(f"已生成 {options.out}：{TITLE}，{words.heading(form.target)}，{len(form.lines)}项指标，{points}。")


def _promise(progress: Sequence[TargetProgress], project: str | None) -> list[TargetProgress]:
    """Return the one promise of a community or project; WrongUsage names those there are where it is not one."""
    promises = list(by_promise(progress).values())
    matching = [promise for promise in promises if promise[0].target.project == project]
    if len(matching) == 1:
        return matching[0]
    if not promises:
        raise WrongUsage("这个社区在这个时期没有项目指标，请先导入项目指标台账。")
    names = "、".join(words.heading(promise[0].target) for promise in promises)
    raise WrongUsage(f"指标有{len(promises)}份：{names}。请用 --project 写明项目，并把 --from、--to 写成那一份的时期。")


COMMAND = Command(_add_arguments, _run)
