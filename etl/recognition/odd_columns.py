"""Asks about columns that may mean another thing than they are read as: whoever is paid, a team as a volunteer, a list of anything as a register.

Cells merged over several people or visits are asked about, too.
"""

import re
from collections.abc import Iterator

from etl import kinds
from etl.columns import COMMUNITY
from etl.parse import without_personal_data
from etl.reading.grid import Sheet
from etl.recognition import title
from etl.recognition.cells_below import are_numbers, cells_below
from etl.recognition.header_cell import is_telling
from etl.recognition.meanings import CHECKED, NOT_READ
from etl.recognition.merged_hours import merged_hours
from etl.recognition.merged_visits import merged_visits
from etl.recognition.table_header import NOT_MISSED, TableHeader

_PAYEE = re.compile("收款(?:单位|人|方|账户)")
_MOSTLY = 0.5  # of the rows: what is passed on to others is told in single ones
_SERVED = re.compile("老人|老年人|学生|儿童|孩子|患者|病人|残疾人|服务对象|受助|被服务")
_AT_WORK = re.compile("[上下加]班|旷工|应出勤|早退分钟|迟到分钟")
_SUM_OF_A_DAY = re.compile("(?:当[日天]|每[日天]|本日|单日)(?!登记|现场)")
_OTHER_MEETING = re.compile(
    "党员|支部|党课|党日|党委|党组|例会|工作会|部署会|调度会|培训|动员会|班子会|办公会|职工|团支部"
)
_DELIBERATED = re.compile("议事|协商|恳谈|听证|圆桌|居民会|居民代表|村民会|村民代表|业主")
_TEAM = re.compile("队伍?(?:名称)?$|团队|团体|组织|小组|机构")


def odd_columns(header: TableHeader, sheet: Sheet, file: str) -> Iterator[str]:
    """Yield which column needs a word of what it means, in a sentence with what to write."""
    yield from _payees(header, sheet)
    yield from _teams(header)
    yield from _two_people(header)
    yield from _cared_for(header, sheet)
    yield from _at_work(header, sheet, file)
    yield from _sums_of_a_day(header)
    yield from _other_meetings(header, sheet, file)
    yield from _numbers_for_names(header, sheet)
    yield from _bare_register(header)
    yield from merged_hours(header, sheet)
    yield from merged_visits(header, sheet)


def _payees(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield the question whether money went to another organisation to be used there, where every row names who was paid."""
    dates = header.sources.get(header.record.placed_on, ())
    for match in (match for match in header.matches if match.how == "spelled" and _PAYEE.fullmatch(match.header)):
        label = header.label(match.column)
        filled = len(cells_below(header, sheet, match.index).drop_null())
        rows = max((len(cells_below(header, sheet, index).drop_null()) for index in dates), default=0)
        if filled > _MOSTLY * rows:
            yield (
                f"“{match.header}”几乎每行都写了，会都算成“{label}”，没有入库。只是付给谁的，"
                f"请加 --map {match.header}={NOT_READ}；确实都是转拨给别的组织去用的，加 --map {match.header}={label}。"
            )


def _teams(header: TableHeader) -> Iterator[str]:
    """Yield which header over volunteers is of teams: the hours of a team are those of several people."""
    hours = [name for name in header.sources if header.record.column(name).kind is kinds.HOURS]
    people = [c.name for c in header.record.required if c.kind.is_personal and c.name in header.sources]
    for index in (index for name in people if hours for index in header.sources[name]):
        if _TEAM.search(header.text(index)):
            yield (
                f"“{header.text(index)}”像队伍，不是一个人，一队的时长会算在一个人头上，没有入库。请一人一行，写上姓名和各自的时长；"
                f"只有合计的，用 --record 汇总上报；下面写的确实是人的，加 --set {CHECKED}=是。"
            )


def _people_with_hours(header: TableHeader, *places: str) -> list[int]:
    """Return the columns of people whose hours are read where no place around the table says 志愿."""
    hours = [name for name in header.sources if header.record.column(name).kind is kinds.HOURS]
    people = [c.name for c in header.record.required if c.kind.is_personal and c.name in header.sources]
    says_so = any("志愿" in line or "义工" in line for line in places)
    return [index for name in people if hours and not says_so for index in header.sources[name]]


def _at_work(header: TableHeader, sheet: Sheet, file: str) -> Iterator[str]:
    """Yield which header says that people are at work: hours between 上班打卡 and 下班打卡 are no voluntary service."""
    lines = title.lines_over(sheet, header.rows[0])
    people = [header.text(index) for index in _people_with_hours(header, file, sheet.name, *lines)]
    at_work = next((m.header for m in header.matches if _AT_WORK.search(m.header)), None)
    if at_work and people and not any("志愿" in text or "义工" in text for text in people):
        yield (
            f"“{at_work}”像员工考勤，上班的时间会算成“{header.record.label}”，没有入库。员工考勤不用导入；"
            f"确实是{header.record.label}的，加 --set {CHECKED}=是。"
        )


def _other_meetings(header: TableHeader, sheet: Sheet, file: str) -> Iterator[str]:
    """Yield which meeting of a list is of a party branch or of the staff: where no word around it says 议事, they are no deliberations."""
    around = (file, sheet.name, *title.lines_over(sheet, header.rows[0]))
    if "deliberated" not in header.record.deeds or any(map(_DELIBERATED.search, around)):
        return
    texts = (
        text
        for index in header.sources.get("title", ())
        for text in cells_below(header, sheet, index).drop_null().to_pylist()
    )
    others = (text for text in texts if _OTHER_MEETING.search(text) and not _DELIBERATED.search(text))
    for text in others:
        yield (
            f"“{without_personal_data(text)[:20]}”像党组织或工作人员的会，不是“{header.record.label}”，会算成一场，没有入库。"
            f"请只留下{header.record.label}再导入；都是的，加 --set {CHECKED}=是。"
        )


def _sums_of_a_day(header: TableHeader) -> Iterator[str]:
    """Yield which header over money or goods says that a row is the sum of a day: 当日收到捐款 is no single gift."""
    record = header.record
    names = [name for name in header.sources if record.direction and record.column(name).kind.is_quantity]
    texts = (header.text(index) for name in names for index in header.sources[name])
    for text in filter(_SUM_OF_A_DAY.search, texts):
        yield (
            f"“{text}”像一天的合计，一天会算成一笔“{record.label}”，没有入库。是汇总表的请写 --record 汇总上报；"
            f"确实一行是一笔的，加 --set {CHECKED}=是。"
        )


def _cared_for(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which header over volunteers is of those who were served or looked after: 老人姓名, 学生姓名 where nothing says 志愿."""
    for index in _people_with_hours(header, sheet.name, *title.lines_over(sheet, header.rows[0])):
        if _SERVED.search(header.text(index)):
            yield (
                f"“{header.text(index)}”像被服务的人，不是志愿者，时长会算在他们头上，没有入库。请指明哪一列是志愿者；"
                f"有报酬的服务不是志愿服务；确实是志愿者的，加 --set {CHECKED}=是。"
            )


def _two_people(header: TableHeader) -> Iterator[str]:
    """Yield the question who a row counts where 姓名 stands beside another header for the same person: 服务人员 is who served."""
    for column in header.record.required:
        read = [m.header for m in header.matches if m.column == column.name and m.how == "spelled"]
        if not column.kind.is_personal or any(is_telling(column, text) for text in read):
            continue
        beside = (m.header for m in header.matches if m.column == column.name and m.how == "surplus")
        for text in (text for text in beside if is_telling(column, text)):
            yield (
                f"“{read[0]}”和“{text}”都像{column.label}，看不出这一行算谁的，没有入库。"
                f"请指明哪一列是{column.label}，例如 --map {text}={column.label}；都不是的，这不是“{header.record.label}”。"
            )


def _numbers_for_names(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which column of names holds nothing but numbers: 活动内容（满分5分） is a question, and 5 no activity."""
    for column in header.record.required:
        is_of_words = column.kind is kinds.TEXT and not column.choices and column is not COMMUNITY
        for index in header.sources.get(column.name, ()) if is_of_words else ():
            cells = cells_below(header, sheet, index).drop_null()
            if len(cells) and are_numbers(cells):
                yield (
                    f"“{header.text(index)}”下面都是数，不像{column.label}，没有入库。是别的台账（例如满意度评分）的，请用 --record 指明，"
                    f"再用 --map 表头=列 指明各列；确实是{column.label}的，加 --set {CHECKED}=是。"
                )


def _bare_register(header: TableHeader) -> Iterator[str]:
    """Yield why a table is taken for no register of which nothing is known but communities and a day, beside other columns."""
    others = [match.header for match in header.matches if match.how == "unknown"]
    others = [name for name in others if not NOT_MISSED.fullmatch(name)]
    is_bare = header.record.is_register and {*header.sources} <= {COMMUNITY.name, header.record.placed_on}
    if is_bare and others and not any(match.how in ("stated", "remembered") for match in header.matches):
        yield (
            f"只认出了社区和日期，“{'”“'.join(others[:3])}”不认得，不像“{header.record.label}”，没有入库。"
            f"请用 --record 指明是哪一种台账，用 --map 表头=列 指明各列；确实是{header.record.label}的，加 --set {CHECKED}=是。"
        )
