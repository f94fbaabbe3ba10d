"""生成佐证材料包：Word、Excel、网页、CSV 和清单，一个 zip"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tqdm import tqdm

from command_line import Outcome, WrongUsage, check_order, day
from documents.whole_file import durably_replacing
from evidence.command import Command
from evidence.pack.assembly import STEPS
from evidence.pack.content import Attachment
from evidence.pack.publishing import publish_pack
from evidence.pack.request import Request, clip_filters
from evidence.pack.template import Template, templates
from indicators.model import Filters
from warehouse import communities
from warehouse.build import Build, data_folder
from warehouse.build_option import add_build_option, build_of
from wording.text_output import named_indicator

LINKS = ("http://", "https://")
WHOLE, FIGURES = "application", "figures"  # the template without and with indicators named


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--community", nargs="+", action="extend", required=True, metavar="社区")
    parser.add_argument("--from", dest="from_on", required=True, metavar="日期", help="从哪天起，如 2021-01-01")
    parser.add_argument("--to", dest="to_on", required=True, metavar="日期", help="到哪天止，如 2023-08-31")
    parser.add_argument("--out", type=Path, required=True, metavar="文件.zip")
    parser.add_argument("--template", metavar="模板", help="模板编号；不写则用申报书十节，只选指标时用数据模板")
    parser.add_argument("--indicator", nargs="+", action="extend", default=[], metavar="指标", help="只要这些指标")
    parser.add_argument(
        "--attach", nargs="+", action="extend", default=[], metavar="文件=指标", help="佐证照片、扫描件或链接"
    )
    add_build_option(parser)


def _run(options: Namespace) -> Outcome:
    build = build_of(options)
    request = _request(options, build)
    with tqdm(total=len(STEPS), unit="步", disable=None, leave=False) as bar:
        data = data_folder(options.data)
        content, withheld = publish_pack(build, request, data, lambda step: _advance(bar, step))
    _write(options.out, content)
    count = len(request.template.indicators)
    former = f"与以前送出的数相差不足{request.k}人的{withheld}个数已隐藏。" if withheld else ""
    return Outcome(f"已生成 {options.out}：{count}个指标，统计期{request.period.label}，数据批次{build.name}。{former}")


def _request(options: Namespace, build: Build) -> Request:
    from_on, to_on = day(options.from_on, "--from"), day(options.to_on, "--to")
    check_order(from_on, to_on)
    places = tuple(dict.fromkeys(communities.find(build, name) for name in options.community))
    ids = tuple(dict.fromkeys(named_indicator(name).id for name in options.indicator))
    template = _template(options.template or (FIGURES if ids else WHOLE))
    filters = clip_filters(Filters(places, from_on, to_on), build)
    return Request(template, filters, ids, tuple(map(_attachment, options.attach)))


def _template(id: str) -> Template:
    known = templates()
    if id not in known:
        names = "、".join(f"{template.id}（{template.title}）" for template in known.values())
        raise WrongUsage(f"没有模板“{id}”。现有模板：{names}。")
    return known[id]


def _attachment(text: str) -> Attachment:
    """Return the attachment of an option such as 合影.jpg=参与人次, a file or a link."""
    place, sign, name = text.rpartition("=")
    if not sign or not place:
        raise WrongUsage(f"--attach “{text}”看不懂，请写成 文件=指标，如 合影.jpg=参与人次。")
    figure = named_indicator(name).label
    if place.startswith(LINKS):
        return Attachment(place, figure, place, link=place)
    path = Path(place)
    return Attachment(path.name, figure, path.stem, path)


def _advance(bar: tqdm, step: str) -> None:
    bar.set_description(step)
    bar.update()


def _write(out: Path, content: bytes) -> None:
    """Write all or nothing: a pack of the same name stays as it was until the new one is whole."""
    if not out.parent.is_dir():
        raise WrongUsage(f"--out 的文件夹“{out.parent}”不存在，请先建好，或换一个位置。")
    with durably_replacing(out) as partial:
        partial.write_bytes(content)


COMMAND = Command(_add_arguments, _run)
