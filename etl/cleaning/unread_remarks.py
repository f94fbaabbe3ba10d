"""Lists the remarks of stored rows by which a row may count otherwise than it does, so that no meaning is lost in silence: 转捐希望小学, 已在别处登记."""

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np

from etl.cleaning.coded_column import CodedColumn
from etl.cleaning.named_rows import rows_at
from etl.cleaning.table_body import TableBody
from etl.parse import without_personal_data
from etl.problem import Problem
from etl.recognition.table_header import UNFED

UNREAD_REMARK = "unread_remark"  # code of the hint
MOST_SHOWN = 5  # clauses
LONGEST = 20  # characters of one
_REMARK = re.compile(".*备注.*|附注|备考|说明|remarks?|notes?|memo", re.IGNORECASE)
# What is remarked of a case or a request goes no further than its ledger, and much of it says that something was not done.
_PRIVATE_CHANGES = "退[单件回]|不予|不接|不受理|重复|误[派录报]|错[派录报]|派错|测试|非本|拒绝|撤[销案单诉]|取消|作废|无效|挂起|并入|合并|不算|不计|转[介出派交]"
# Stems by which a remark changes, takes back or moves elsewhere what its row says, and words with them that do nothing of the kind.
_CHANGES = (
    "退|转[捐赠让给交入出账到至]|重[复报新]|更[正改]|改[为成到由]|[错误漏]|[暂待]|代[领签收付购捐替]|借|撤|取消|延期|推迟|核[实对减]|存疑|疑似|除外|[不未没]|无法"
    "|仅|只|实际|实到|应[为是该]|[多少][发领记报算付计]|扣|减|冲|补[录登记报发领]|合并|已[在报计算登录并]|另[计算报有付行]|其中|包[括含]|含|估|大概|垫|预[付收支]|[赊欠挂]|有偿|工资|报酬"
    "|测试|承诺|预计|计划|作废|去年|上年|过期|走了|已走"
)
_HARMLESS = re.compile(
    "暂?无|没有$|代[领收取]|退[休役伍]|退耕|未[婚成]|不[锈久断同错便限少怕方]|没问题|未发现|没有意见|无?不良|不满|核减|减[肥压少塑灾]|残疾|误餐|取暖|接待|等待|期待|对待|待人|招待|不倒翁|代表|含[糖量]|冲[洗刷锋]|挂[号历画面]"
    "|扣[子肉]|改[善造革]|错[峰落]|借[阅书鉴]|不[到足]?[0-9]+岁|只[^有来做领发算计是]|[0-9一二两三四五六七八九十]只|预[防报警]"
)
# Behind these words of a clause a name may stand: 代领：某某, 由某某代签
_BEFORE_NAME = re.compile("代[领签收付购捐替办]?|[由替给托请交和与跟帮陪]|(?=[:：(（])")
_CLAUSES = re.compile(r"[，,；;。！!\n]+")


def unread_remarks(body: TableBody, is_loaded: np.ndarray) -> Iterator[Problem]:
    """Yield a hint a column of remarks that nobody reads, with the clauses of its stored rows that may change what the row says."""
    record = body.table.record
    is_private = record.has_private_remarks
    if body.table.header.is_checked or record.is_roster or not (is_private or record.deeds):
        return
    is_open = is_loaded & ~_takes_back(body)
    for match in body.table.header.matches:
        if match.how in UNFED and _REMARK.fullmatch(match.header):
            column = body.columns[match.index]
            if is_private:
                yield from _without_words(
                    body, match.header, np.flatnonzero(column.rows_where(_PRIVATE_CHANGES) & is_open)
                )
                continue
            rows = np.flatnonzero(column.rows_where(_CHANGES) & is_open)
            if telling := _telling_clauses(column, rows):
                first = next(row for row in rows.tolist() if column.codes[row] in telling)
                yield _hint(body, match.header, telling, column.codes[rows], first)


def _without_words(body: TableBody, header: str, rows: np.ndarray) -> Iterator[Problem]:
    """Yield the hint on remarks that are not repeated, with the rows in which they stand."""
    if not rows.size:
        return
    message = (
        f"“{without_personal_data(header)}”不读，{rows_at(body, rows.tolist())}像说这一行不该算（退单、重复、不予受理这样的话），仍照常算。"
        "重复登记、从未受理的，请删去那几行再导入；受理过又退回、转出的照常算，不用管。"
    )
    yield body.problem(UNREAD_REMARK, "提示", message, int(rows[0]), header)


def _takes_back(body: TableBody) -> np.ndarray:
    """Return a mask of the rows below zero, of which a remark says rightly what they take back."""
    names = (name for name in body.table.sources if body.table.record.column(name).kind.is_quantity)
    numbers = [body.columns[index].numbers() for name in names for index in body.table.sources[name]]
    return np.logical_or.reduce([number < 0 for number in numbers] or [np.zeros(body.size, bool)])


def _telling_clauses(column: CodedColumn, rows: np.ndarray) -> dict[int, str]:
    """Return {code: the clause of the text that may change what its rows say} of these rows."""
    codes = np.unique(column.codes[rows]).tolist()
    return {code: clause for code in codes if (clause := _telling(column.texts[code].as_py()))}


def _telling(remark: str) -> str:
    """Return the first clause of a remark that may change what its row says, "" where none does."""
    clauses = (clause.strip() for clause in _CLAUSES.split(remark))
    return next((clause for clause in clauses if re.search(_CHANGES, _HARMLESS.sub("", clause))), "")


def _hint(body: TableBody, header: str, telling: dict[int, str], codes: np.ndarray, first: int) -> Problem:
    clauses = Counter(telling[code] for code in codes.tolist() if code in telling)
    shown = [
        f"“{_shown(clause)}”{f'（{count}行）' if count > 1 else ''}"
        for clause, count in clauses.most_common(MOST_SHOWN)
    ]
    more = f"等{len(clauses)}种" if len(clauses) > MOST_SHOWN else ""
    message = (
        f"“{without_personal_data(header)}”不读，这些话没有影响入库，各行照常算：{'、'.join(shown)}{more}，共{clauses.total()}行。"
        "说的是不该算、该改数的，请改正那几行再导入；照常算的不用管。"
    )
    return body.problem(UNREAD_REMARK, "提示", message, first, header)


def _shown(clause: str) -> str:
    """Return as much of a clause as may be repeated: nothing behind a word that a name follows."""
    word = _BEFORE_NAME.search(clause)
    if word is None or word.end() == len(clause):
        return without_personal_data(clause)[:LONGEST]
    return f"{without_personal_data(clause[: word.end()])}…"
