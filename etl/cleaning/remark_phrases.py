"""Phrases of a remark that say its row does not count: 临时有事没来, 不在家，未领, 作废，重开0012303, 转介区民政，不计本站.

A phrase must fill a clause, from one comma to the next: 未到期, 重复使用 and 不计报酬 hold such words and say nothing of the kind. A remark
that also says that the matter was made good (由邻居代领, 已补办) is left alone, unless that is yet to come. Arrow reads the patterns, too.
"""

import re
from dataclasses import dataclass

from etl.cleaning.row_words import ABSENT, EVENT, NO, VOID, WHY
from etl.deeds import Deed
from etl.schema import RecordType

_CALLED_OFF = "取消|延期|推迟|改期|停办|停课|搁置|暂缓"
_NOT_HELD = (
    rf"((本次|此次|该|本场|此)?(活动|会议|课程|讲座|服务|培训))?{WHY}((临时|暂时|被迫|暂|而)?({_CALLED_OFF})|{NO}(成功)?(举办成?|举行|开展|召开|成行|办成?|开成))"
    rf"(举办|举行|开展|进行|召开|了)?({EVENT})?|(下[月周次]|下个月|择期|另行|改日)再?(开展|举办|举行|召开)|待办"
)
_MONEY_ITSELF = "此笔|本笔|该笔|款项?|资金|捐款|善款|现金|支票|物资|发票"
_TO_GIVER = "给?(捐赠人|捐赠方|捐赠单位|本人|对方|原账户|原单位)"
_RETURNED = (
    rf"((捐赠人|捐赠方|捐赠单位|本人|对方)(要求|申请)?|({_MONEY_ITSELF})|(于)?[0-9]+月([0-9]+[日号])?|因故)?(已|均|被|后)?(全额|全部|原路|银行)?(退款|退捐|退回|退还|撤回|撤销)(了|{_TO_GIVER})?(捐赠|捐款|款项)?"
    rf"|({_MONEY_ITSELF})?(已|被)?(退票|冲红|红冲|冲销)"
)
_NOT_RECEIVED = rf"(仅|只|仅为|口头|现场)?(认捐|承诺|意向)(捐赠|捐款)?|({_MONEY_ITSELF})?(暂|尚|还)?(未|没有?)(实际)?(到账|收到|入账|到位|到|兑现|兑付|收款|交款|缴款|转账|打款)"
_NOT_PAID = (
    rf"({_MONEY_ITSELF})?(暂|尚|还)?(未|没有?)(实际)?(付款?|支付|支出|拨付|转账|打款|报销)|待(付款?|支付|报销|核销)"
)
_PIECE = "(慰问)?(物资|物品|礼品|品)"
_UNGIVEN = rf"{WHY}(暂|尚|还|均)?({NO}(来)?(领取?|领到|签领|发放?|发出|送达|收到)(走)?({_PIECE})?|拒领|拒收|拒绝(领取|接收)|(自愿)?放弃(领取)?|待领取?|待发放?|待送|已?搬走|(下次|改天|明天|下周|回来后?)再?(来|补)?领取?|退回(仓库|库房|社区)|暂存(社区|居委会))"
_UNCHECKED = "(数据|数字|数量|金额|人数|人次|时长)(尚|有)?待(核实|核对|确认)"
_WITH_NUMBERS: tuple[Deed, ...] = ("organised", "came", "received", "handed_out", "spent")
_SHORTER = "(只|仅|实际只?)(做|服务|干|待|参加|完成)?了?([0-9.]+|[一二两三半]+)个?半?(小时|分钟|天)"
_PAID_FOR = (
    "(属|系|为)?有偿(服务)?|(已|按.{1,4})?(领取?|计|付|发)(了)?(报酬|工资|劳务费|误工费)|[0-9.]+元/(天|日|小时|次|人)"
)
_PAID_BY_OTHERS = "(费用|款项?)?由(街道|上级|区里?|市里?|民政局?|企业|对方|个人|捐赠人|物业|居民|合作单位|承办单位)(办事处|自行)?(支付|承担|出资|付款?|报销|自付)"
_OF_OTHERS = "(不是|非)(本|我)(社区|站|街道|辖区)(的)?(活动|主办|举办|组织)|(外|别的|其他)社区(的)?活动"
# Not 退单, 误派 or 不予受理: what was sent back or on was received all the same, as the column of results has it.
_WITHDRAWN = "(市民|群众|居民|诉求人|来电人|投诉人)?(已|自行|要求)?(撤销|撤诉|撤单)|骚扰电话|误拨|测试单"
_BY = "儿子|女儿|子女|老伴|配偶|邻居|家人|家属|亲属|网格员|楼长|组长|志愿者|护工|保姆"
MADE_GOOD = (
    r"(^|[^未没无待])(代(领|收|取|为领取)|补(办|领|发|签|到|录|交|缴|上|齐|课)|照常|如期|转交|邮寄|最[后终]|仍"
    r"|已(经)?(恢复|更正|改正|核实|解决|送|发|领|到|收到|举办|开展|完成|处理|参加|办)|后(来|又|已|于|改)|(送|发放)(货|药|餐)?(上门|到家)|入户(发放|送))"
    rf"|线上(举办|开展|进行)|改(为|到|在|成|由|用)|换(成|为)|({_BY})(代|帮|领|签|来)"
)
YET_TO_COME = (
    "待(补|领|办|定|发|送)|拟|择期|改[日天]|下[周月次回年]|下个月|明[天日年]|回来|另行|(将|再|等|通知).{0,6}(补|代|送|领|办|发|来)"
    "|改[为到在至].{0,6}[0-9一二三四五六七八九十]+[月日号]"
)


@dataclass(frozen=True)
class Phrase:
    """What a clause of a remark may say of its row, which deeds it takes back (any of a row, where none is named), and what to write.

    `is_of_positive` holds for what a negative amount says rightly.
    """

    clause: str
    meaning: str
    advice: str
    deeds: tuple[Deed, ...] = ()
    is_of_positive: bool = False

    @property
    def pattern(self) -> str:
        """Return what a text looks like that holds such a clause."""
        return rf"(?:^|{_BREAK})({self.clause})(?:$|{_BREAK})"

    def shown(self, remark: str) -> str:
        """Return of a remark the clause alone: the rest may name people."""
        found = re.search(self.pattern, remark)
        clause = found[1] if found else ""
        return clause if clause == remark.strip() else f"…{clause}…"


_BREAK = r"[\s，,、；;。.！!：:（）()【】\[\]/]"
_DELETE = "不算的请删去这一行"
PHRASES = (
    Phrase(VOID, "像不要算的", _DELETE),
    Phrase(ABSENT, "像本人没有来", "没有来的请删去这一行", ("came",)),
    Phrase(_NOT_HELD, "像没有做成", _DELETE, ("held",)),
    Phrase(_RETURNED, "像退回的捐赠，金额却是正数", "退回的请把金额写成负数，或删去这一行", ("received",), is_of_positive=True),
    Phrase(_NOT_RECEIVED, "像还没有收到的捐赠", "请加“到账情况”一列，没有收到的写“认捐”", ("received",)),
    Phrase(_NOT_PAID, "像还没有付的钱", "没有付的请删去这一行", ("spent",)),
    Phrase("已?撤(案|销)|(评估后?)?(未|尚未|不予?)(开案|立案|接案?)|重复建档", "像没有立案或撤销的个案", _DELETE, ("case_opened",)),
    Phrase(_WITHDRAWN, "像撤销或无效的诉求", _DELETE, ("requested",)),
    Phrase(_UNGIVEN, "像没有发出去", "没有发出去的请删去这一行", ("handed_out", "redeemed")),
    Phrase("积分已?(退|返)(回|还)?(了|给本人)?", "像退回了积分，不算兑换", _DELETE, ("redeemed",)),
    Phrase(_UNCHECKED, "像还没有核实的数", "请核实后改正，再删去这句备注", _WITH_NUMBERS),
    Phrase(_SHORTER, "和这一行的时长像不是一个数", "请把时长改成实际的，再删去这句备注", ("served",)),
    Phrase(_PAID_FOR, "像有报酬的，不是志愿服务", "有报酬的请删去这一行", ("served",)),
    Phrase(_PAID_BY_OTHERS, "像别人付的钱", "不是这里支出的请删去这一行", ("spent",)),
    Phrase(_OF_OTHERS, "像别的社区的活动", _DELETE, ("organised",)),
)  # fmt: skip


def phrases_of(record: RecordType) -> list[Phrase]:
    """Return the phrases that say of a row of this record type that it does not count."""
    return [phrase for phrase in PHRASES if not phrase.deeds or not {*phrase.deeds}.isdisjoint(record.deeds)]
