"""Phrases of a remark that say its row does not count: 临时有事没来, 不在家，未领, 作废，重开0012303, 转介区民政，不计本站.

A phrase must fill a clause, from one comma to the next: 未到期, 重复使用 and 不计报酬 hold such words and say nothing of the kind. A remark
that also says that the matter was made good (由邻居代领, 已补办) is left alone, unless that is yet to come. Arrow reads the patterns, too.
"""

import re
from dataclasses import dataclass

_THIS = "(此|本|该|这)(一|张)?(行|条|笔|单|项|次|票|张|记录|工单|个案|收据|发票)(记录|数据)?"
_COUNTER = "(号|行|条|笔|单|项|次|场|件|个|天)(工单|记录)?"
_OTHER_ROW = (  # 上一行, 第3行, GD001, 3月5日那条, 别的社区
    f"以?(上|下|前)(一|面|边|述)?({_COUNTER})?|第?[0-9一二三四五六七八九十]+{_COUNTER}"
    rf"|[A-Za-z]{{1,4}}-?[0-9]+|(序号|编号|单号|工单|收据|凭证|票据)?号?[A-Za-z]{{0,8}}[-0-9]{{2,}}({_COUNTER})?"
    rf"|([0-9]+年)?[0-9]+月([0-9]+[日号])?的?那?一?({_COUNTER})?|(别|其他|其它|他|另)的?一?(行|条|单|社区|单位|街道|人)"
)
_SITE = "(本|我|该)?(站|社区|街道|单位|中心|项目|所|辖区)(的)?"
_COUNTED = (
    "(志愿|服务|活动|参与)?(统计|时长|时数|工时|人数|人次|场次|总数|数据|业绩|个案数?|工作量|汇总|合计|台账|总账|计时)"
)
_UNFINISHED = "(中途|提前)(离开|退出|离场)|早退|迟到|(未|没有?)(签退|签到|打卡|完成)|不合格|不符合要求|无效"
_VOID = (
    rf"({_THIS})?(已|均)?(作废|误(录|记|填)|(录|填|登|记)错(了)?|错(录|填|记|登))(重(开|录|填|报|登)|了)?|请?(忽略|删除)({_THIS})?|{_THIS}请?(忽略|删除|取消|无效)"
    "|(系|属|为|是|疑似)?重复(登记|录入|记录|填报|上报|统计|报送|导入|数据|项|行|件|工单|派单|计算)(了)?"
    rf"|(和|与|同|跟)({_OTHER_ROW})(系|为|属|是)?(重复|同一个?(条|笔|单|件|人|事|案|诉求))(登记|录入|记录|填报|工单|件)?"
    rf"|已?(合?并|归|算|计|含)(入|到|至|在)({_OTHER_ROW})(里|中|内)?(了)?"
    rf"|({_UNFINISHED})?不(予|再|作|参与)?(统计|计|算|计入|列入|纳入|算入)(({_SITE})?({_COUNTED})|{_SITE}|在?内)?|(服务)?(时长|时数|工时|人数|数量|金额)(不(予)?(计|算|统计)(入)?|清零|无效|作废)|不(予)?认定|(测试|无效)(工单|记录|数据)?"
    rf"|(审计|核查)?已?剔除|({_THIS})?仅供参考|合并(统计|计算)|(同|与)上一?(场|次)(合并(统计|计算)?)?"
    "|已(在|于)?([0-9]+月份?|上(个?月|年|季度?)|去年|别处|其他.{1,4})已?(上报|报送|统计|计入)(过|了)?"
)
_REASON = (
    "无故|人数(不足|不够|太少)|临时有事|有事|因事|因病|生病了?|病了|感冒|发烧|住院|出差|加班|外出|在外地?|家里?有事|身体(不适|不舒服|原因)|天气原因|下雨|看病|带孩子|单位有事"
    "|联系不上|(电话|手机)(未接|不通|无人接听|关机|停机)|没接电话|已?搬(走|离|家)|已?(去世|过世|病故)|人户分离|(家中?)?(不在家|没在家|无人|没人|没有人)|不在|因(为)?.{1,6}?|由于.{1,8}?"
)
_WHEN = "临时|当天|当日|本次|此次|今天|当晚|上午|下午|本人|户主"
_WHY = f"({_WHEN})?({_REASON})?(已|了)?"  # may be lacking
_NO = "(未|没有?|没能?|未能|无法|不能)"
_EVENT = "(本次|此次|当天|该次|这次|该)?(活动|服务|培训|会议|课程|讲座|值班|上课|巡逻)"
_ABSENCE = rf"请(了)?(事|病)?假(一次)?|缺席|缺勤|爽约|失约|旷工|旷课|(实际)?{_NO}(来参加|到|来|参加|出席|到场|到岗|到会|前来|成行|参与|签到)|(来|去|到)不了|没去"
_ABSENT = (
    rf"{_WHY}({_ABSENCE})+(场|岗|会|了)?({_EVENT})?|事假|病假|人(未|没)到|未服务|不来|缺|放鸽子|报名后取消|已?(取消|放弃)(报名|参加|参与)({_EVENT})?"
    rf"|报了?名(了)?(但|却|后|人)?(未|没)(到|来|参加|出席)场?|只报(了)?名(未|没)(到|来|参加)|(代签|签了到?)(但|却)?(本人|人)?(未|没)(到|来)场?"
)
_CALLED_OFF = "取消|延期|推迟|改期|停办|停课|搁置|暂缓"
_NOT_HELD = (
    rf"((本次|此次|该|本场|此)?(活动|会议|课程|讲座|服务|培训))?{_WHY}((临时|暂时|被迫|暂|而)?({_CALLED_OFF})|{_NO}(成功)?(举办成?|举行|开展|召开|成行|办成?|开成))"
    rf"(举办|举行|开展|进行|召开|了)?({_EVENT})?|(下[月周次]|下个月|择期|另行|改日)再?(开展|举办|举行|召开)|待办"
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
_UNGIVEN = rf"{_WHY}(暂|尚|还|均)?({_NO}(来)?(领取?|领到|签领|发放?|发出|送达|收到)(走)?({_PIECE})?|拒领|拒收|拒绝(领取|接收)|(自愿)?放弃(领取)?|待领取?|待发放?|待送|已?搬走|(下次|改天|明天|下周|回来后?)再?(来|补)?领取?|退回(仓库|库房|社区)|暂存(社区|居委会))"
_UNCHECKED = "(数据|数字|数量|金额|人数|人次|时长)(尚|有)?待(核实|核对|确认)"
_COUNTED_ROWS = ("activity", "attendance", "volunteer_service", "donation", "distribution", "fund_use")
_SHORTER = "(只|仅|实际只?)(做|服务|干|待|参加|完成)?了?([0-9.]+|[一二两三半]+)个?半?(小时|分钟|天)"
_PAID_FOR = (
    "(属|系|为)?有偿(服务)?|(已|按.{1,4})?(领取?|计|付|发)(了)?(报酬|工资|劳务费|误工费)|[0-9.]+元/(天|日|小时|次|人)"
)
_PAID_BY_OTHERS = "(费用|款项?)?由(街道|上级|区里?|市里?|民政局?|企业|对方|个人|捐赠人|物业|居民|合作单位|承办单位)(办事处|自行)?(支付|承担|出资|付款?|报销|自付)"
_OF_OTHERS = "(不是|非)(本|我)(社区|站|街道|辖区)(的)?(活动|主办|举办|组织)|(外|别的|其他)社区(的)?活动"
_WITHDRAWN = "(市民|群众|居民|诉求人|来电人|投诉人)?(已|自行|要求)?(撤销|撤诉|撤单)|骚扰电话|误拨"
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
    """What a clause of a remark may say of its row, for which record types (every one where none is named), and what to write.

    `is_of_positive` holds for what a negative amount says rightly.
    """

    clause: str
    meaning: str
    advice: str
    records: tuple[str, ...] = ()
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
    Phrase(_VOID, "像不要算的", _DELETE),
    Phrase(_ABSENT, "像本人没有来", "没有来的请删去这一行", ("attendance", "volunteer_service")),
    Phrase(_NOT_HELD, "像没有做成", _DELETE, ("activity", "consultation", "volunteer_service", "attendance")),
    Phrase(_RETURNED, "像退回的捐赠，金额却是正数", "退回的请把金额写成负数，或删去这一行", ("donation",), is_of_positive=True),
    Phrase(_NOT_RECEIVED, "像还没有收到的捐赠", "请加“到账情况”一列，没有收到的写“认捐”", ("donation",)),
    Phrase(_NOT_PAID, "像还没有付的钱", "没有付的请删去这一行", ("fund_use",)),
    Phrase("已?撤(案|销)|(未|尚未|不予?)(开案|立案|接案)", "像没有立案或撤销的个案", _DELETE, ("casework",)),
    Phrase(_WITHDRAWN, "像撤销或无效的诉求", _DELETE, ("service_request",)),
    Phrase(_UNGIVEN, "像没有发出去", "没有发出去的请删去这一行", ("distribution", "redemption")),
    Phrase("积分已?(退|返)(回|还)?(了|给本人)?", "像退回了积分，不算兑换", _DELETE, ("redemption",)),
    Phrase(_UNCHECKED, "像还没有核实的数", "请核实后改正，再删去这句备注", _COUNTED_ROWS),
    Phrase(_SHORTER, "和这一行的时长像不是一个数", "请把时长改成实际的，再删去这句备注", ("volunteer_service",)),
    Phrase(_PAID_FOR, "像有报酬的，不是志愿服务", "有报酬的请删去这一行", ("volunteer_service",)),
    Phrase(_PAID_BY_OTHERS, "像别人付的钱", "不是这里支出的请删去这一行", ("fund_use",)),
    Phrase(_OF_OTHERS, "像别的社区的活动", _DELETE, ("activity",)),
)  # fmt: skip


def phrases_of(record: str) -> list[Phrase]:
    """Return the phrases that say of a row of this record type that it does not count."""
    return [phrase for phrase in PHRASES if not phrase.records or record in phrase.records]
