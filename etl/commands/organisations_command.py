"""The command `organisations`: lists names of organisations that may be one, and carries out what is decided of them."""

from argparse import ArgumentParser, Namespace
from getpass import getuser
from pathlib import Path

from command_line import FAILED, Outcome, WrongUsage
from etl import organisations
from etl.inbox import organisation_decisions as decided
from etl.inbox.layout import existing_folder
from etl.inbox.organisation_decisions import Decision
from etl.load import LoadOutcome
from warehouse.build_in_use import read_build

USAGE = (
    "合并：--merge 写法=合并成的名称；不是同一家：--apart 名称=名称；撤销：--undo 写法。"
    "合并只改变怎样计数，台账和每一行的写法都留着。"
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("--merge", action="append", default=[], metavar="写法=名称", help="把一种写法算作另一个名称")
    parser.add_argument("--apart", action="append", default=[], metavar="名称=名称", help="记下：不是同一家，不再提")
    parser.add_argument("--undo", action="append", default=[], metavar="写法[=名称]", help="撤销一次合并或“不是同一家”")


def run(options: Namespace) -> Outcome:
    """Carry out what is asked, and list what is left to decide."""
    folder, who = existing_folder(options.data), getuser()
    for text in options.merge:
        name, other = _two_names(text)
        if (fault := _fault(organisations.decide(folder, name, "合并为", other, who))) is not None:
            return fault
    for text in options.apart:
        name, other = _two_names(text)
        organisations.decide(folder, name, "不是同一家", other, who)
    for text in options.undo:
        name, _, other = text.partition("=")
        if (fault := _fault(organisations.undo(folder, name, other, who))) is not None:
            return fault
    return Outcome(_list(folder))


def _two_names(text: str) -> tuple[str, str]:
    name, equals, other = (part.strip() for part in text.partition("="))
    if not (name and equals and other):
        raise WrongUsage(f"“{text}”要写成 写法=名称。")
    return name, other


def _fault(outcome: LoadOutcome | None) -> Outcome | None:
    """Return what to say where the decision is kept but no build came of it."""
    return None if outcome is None or outcome.path else Outcome("已记下，但没有一行能入库，原批次不变。", FAILED)


def _list(folder: Path) -> str:
    decisions, faults = decided.read(folder)
    pairs = organisations.pairs(read_build(folder), decisions)
    lines = [*faults, f"{len(pairs)}对名称相近的机构，等待确认。" if pairs else "没有名称相近、还没有确认的机构。"]
    for pair in pairs:
        lines.append(f"  {pair.first}（{organisations.where(pair.first_uses)}）")
        lines.append(f"    与 {pair.second}（{organisations.where(pair.second_uses)}）")
    if decisions:
        lines += [f"已确认{len(decisions)}项：", *(f"  {_sentence(decision)}" for decision in decisions)]
    return "\n".join([*lines, USAGE])


def _sentence(decision: Decision) -> str:
    """Return a decision as a line: 例食品公司 合并为 例食品有限公司（张三，2026-11-25）."""
    words = f"{decision.name} {decision.verdict} {decision.other}"
    by = "，".join(filter(None, (decision.by, decision.at[:10])))
    return f"{words}（{by}）" if by else words
