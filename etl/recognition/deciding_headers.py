"""Tells headers beside the one that is taken which decide how much or whether a row counts: 实际支出, 认定时长, 退款金额, 审批状态.

A column so headed is read, or its rows are asked about; it is never only named among those that nobody read.
"""

import re
from dataclasses import dataclass

from etl import kinds
from etl.cell_kind import Kind
from etl.recognition.header_cell import name_and_unit
from etl.schema import Column, RecordType

_FINAL = re.compile("实际|实(?=[付支收到发领参捐])|最终|认定|核定|核准|确认|审定|有效|到账(?=金额|数)")
_FINAL_MONEY = re.compile("实|最终|到账")  # 核定金额 beside 支出金额 is what may be spent
_ENDINGS: dict[str, tuple[Kind, ...]] = {
    "金额|额|款|支出|支付|付|支|收|费用|经费|花费|拨付": (kinds.AMOUNT,),
    "时长|时数|小时数?|工时": (kinds.HOURS,),
    "人数|人次": (kinds.HEADCOUNT,),
    "数量|件数|份数|发数|领数": (kinds.QUANTITY,),
    "发|领": (kinds.QUANTITY, kinds.AMOUNT),
}
_TIMES = re.compile(r"(?:参[加与]|到场|出席|签到|活动|参会|到会)?(?:总)?人次")  # of those who came: 受益人次 are others
_TAKEN_OFF = re.compile(
    "(?:已|实)?(?:退款|退回|退还|退货|退费|返还|扣除|扣减|核减|冲销|冲减|剔除)"
    "(?:金额|款|数?额|数量?|件数|时长|时数|小时数?|人数|人次)?"
)
_PEOPLE = re.compile(r"(?:志愿者?|义工|队员|服务队|服务人员|上岗|出勤|参与志愿者)?(?:总)?(?:人数|人次)")

# What cells say by which a row stands; RE2 reads them. An empty cell says no more than that the column is filled in other rows.
WHETHER = re.compile("是否")
YES = r"(?i)^\s*(是|对|√|✓|✔|☑|有|有效|计入|属实|真实|正常|已?(确认|核实|认定)|yes|y|true|1|ok|valid)\s*$"
NOTHING = r"(?i)^\s*(否|无|没有?|不|未.{0,4}|×|✗|x|no|n|none|false|0+(\.0+)?\s*\p{Han}{0,2}|[-－—/／\\]+|正常|有效)\s*$"
_HELD_BACK = "不未待退驳否中拟暂缓撤"
_APPROVED = (
    rf"(?i)^\s*([^{_HELD_BACK}]*(同意|通过|批准|已批|已审|批复|属实|核准|核实|审定|办结|完成|合格|有效)[^{_HELD_BACK}]*"
    r"|(是|√|✓|✔|yes|y|ok|approved|passed|valid))\s*$"
)


@dataclass(frozen=True)
class RowQuestion:
    """Says by which cells (`fine`) a row stands under a header that asks whether it does, and whether by none, too.

    `yes` is what a clerk writes there where the row counts; `is_of_hours` holds for what is asked only of hours served,
    `is_of_people` for what is asked only of rows of one person.
    """

    headers: re.Pattern[str]
    fine: str
    is_fine_empty: bool
    yes: str = "是"
    is_of_hours: bool = False
    is_of_people: bool = False


ROW_QUESTIONS = (
    RowQuestion(
        re.compile("是否(?:有效|生效|计入.{0,4}|认定|确认|属实|真实|核实)|有效性|有效(?:状态|情况)"), YES, False
    ),
    RowQuestion(
        re.compile(
            "(?:审批|审核|批准|核准|核实|复核|认定)(?:状态|结果|情况|结论|进度)|是否(?:已经?)?(?:审批|审核|批准|核准|同意|通过|复核)(?:通过)?"
        ),
        _APPROVED,
        False,
    ),
    RowQuestion(
        re.compile(
            "是否(?:已经?)?(?:退款|退回|退还|退货|退费|取消|作废|撤销|撤回|重复|冲销|冲红|注销|误记|误录|借款|借用|缺席|缺勤|请假|旷工|旷课|未到场?|未参加|爽约)"
            "|(?:退款|退货|退回|作废|冲销|重复)(?:状态|情况|标[记志识])"
        ),
        NOTHING,
        True,
        yes="否",
    ),
    RowQuestion(  # a column to tick who did not come; of an activity it is how many
        re.compile("(?:请假|缺席|缺勤|旷工|旷课|未到场?|未参加)(?:情况|标[记志识])?"),
        NOTHING,
        True,
        yes="否",
        is_of_people=True,
    ),
    RowQuestion(  # as platforms of volunteers export it: 已认定, 待认定, 异常
        re.compile("(?:服务|时长|记录|打卡|考勤|签到)?状态"),
        r"^[^异未待不驳退撤拒废消误]*$",
        True,
        yes="已认定",
        is_of_hours=True,
    ),
)


def is_final(name: str) -> bool:
    """Tell whether a header without its unit says that the numbers beneath are the last word: 实到人数 beside 参加人数."""
    return _FINAL.match(name) is not None


def counts_times(column: Column, name: str) -> bool:
    """Tell whether a header counts how often people came, as its column does: 参加人次 beside 参加人数."""
    return column.label.endswith("人次") and _TIMES.fullmatch(name) is not None


def verdict(header: str, record: RecordType) -> RowQuestion | None:
    """Return what a header asks of each row of a record type, None where it does not ask whether the row counts."""
    has_hours = any(column.kind is kinds.HOURS for column in record.required)
    has_people = any(column.kind.is_personal for column in record.required)
    questions = (
        question
        for question in ROW_QUESTIONS
        if (has_hours or not question.is_of_hours) and (has_people or not question.is_of_people)
    )
    return next((question for question in questions if question.headers.fullmatch(_name(header))), None)


def final_measures(record: RecordType, header: str) -> tuple[Kind, ...]:
    """Return the kinds of quantity of which a header has the last word, none where it has it of nothing that adds up."""
    name = _name(header)
    if not is_final(name):
        return ()
    ending = next((ending for ending in _ENDINGS if re.search(f"(?:{ending})$", name)), "")
    named = _ENDINGS.get(ending, ())
    is_money = kinds.AMOUNT in named and _FINAL_MONEY.match(name) is None
    return tuple(kind for kind in named if kind in counted_kinds(record) and not (is_money and kind is kinds.AMOUNT))


def counted_kinds(record: RecordType) -> tuple[Kind, ...]:
    """Return the kinds of quantity that rows of a record type add up to: money and goods only where they move."""
    moved = (kinds.AMOUNT, kinds.QUANTITY) if record.direction else ()
    return (kinds.HOURS, kinds.HEADCOUNT, *moved)


def takes_off(header: str) -> bool:
    """Tell whether a header says that what stands beneath is to be taken off: 退款金额, 扣除时长."""
    return _TAKEN_OFF.fullmatch(_name(header)) is not None


def counts_people(header: str) -> bool:
    """Tell whether a header counts those who served together: 人数, 志愿者人数."""
    return _PEOPLE.fullmatch(_name(header)) is not None


def are_alike(header: str, other: str) -> bool:
    """Tell whether two headers may hold the same number: 人数 and 人次 need not."""
    endings = {_name(text)[-2:] for text in (header, other)}
    return not endings >= {"人数", "人次"}


def _name(header: str) -> str:
    return name_and_unit(header.split("/")[-1])[0]
