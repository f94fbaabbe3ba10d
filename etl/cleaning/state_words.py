"""Words in a cell that say its row did not take place, was taken back, or is no record of its type: 取消, 冲红（录错）, 借给某某.

Each set is closed, and a cell must hold its words and nothing else: several of them, with brackets behind, but never a text that
merely contains one. Patterns are read by Arrow, too, which knows no lookahead.
"""

import re
from dataclasses import dataclass

from etl.cleaning.row_words import ABSENCE, ABSENT
from etl.deeds import Deed
from etl.schema import RecordType

# 已取消, 延期, 已全额退款, 请假, 审核不通过: what says so in any column that nobody reads
UNDONE = (
    r"^\s*[（(]?((活动)?(已)?(取消|作废|驳回|延期|推迟|请假)(举办|开展)?|(审核|审批)?(未通过|不通过|驳回)|无效"
    r"|(已?认捐)?[，,、]?(尚|还)?[未待](到账?|到位|付款?|支付|支出|拨付|划拨|转账|报销|核销|缴纳?|兑现)"
    r"|已(全额)?退款|交易关闭|支付失败|认捐"
    r"|计划中|筹备中|未开始|待(开展|举办)|拟(开展|举办)"
    r"|待审核|未审核|审核中"
    r"|(?i:cancell?ed|postponed|absent|no[- ]show|revoked|notpay|payerror)"
    r"|未(开展|举办|举行|参加|参与|到场|出席|签到|领取|发放)|缺席|缺勤|没来)[)）]?\s*$"
)
# 讲座（取消）, 义诊【因雨延期】, （取消）露营, 取消-露营, 露营—已延期, 露营已取消: what a title says of itself, and not 取消农业税座谈会
_TITLE_STATE = (
    "(已|因.{1,6}|暂时|临时|暂)?(取消|延期|推迟|改期|作废|停办|停课|流产|未举办|未开展|未成行)(举办|开展|活动)?"
)
_DASH = r"[-—–－_:：·|｜/]"
UNDONE_IN_TITLE = (
    r"[(（【\[][^)）】\]]{0,8}(取消|延期|推迟|作废|停办|未举办|未开展)[^)）】\]]{0,4}[)）】\]]\s*$"
    rf"|[(（【\[]\s*{_TITLE_STATE}\s*[)）】\]]|^\s*{_TITLE_STATE}\s*{_DASH}|^\s*{_TITLE_STATE}\s+\S|({_DASH}|\s)\s*{_TITLE_STATE}\s*$"
    r"|已(取消|延期|推迟|改期|停办)\s*$"
)
RETURNED = r"^\s*((已)?(全额|全部)?(退捐|退款|退回|退还|退货|退)(了|给本人)?|(?i:refund(ed)?))\s*$"  # of an amount above zero: below it takes one back
# 是否已付, 是否发放, 支付情况, 签到: a header that asks whether what its row tells of was done
ASKS_WHETHER_DONE = re.compile(
    r"(?!.*(?:下班|签退)).{0,4}打卡(结果|情况|状态)|(本人)?(签到|签名|签字|签收|到场|出勤|考勤|领取|出席)(情况|状态)?|是否(已经?)?(支付|付款?|发放|领取|完成|开展|举办|到账|入账|报销|核销|参加|到场)|(支付|付款|发放|领取|完成|开展|到账)(状态|情况)"
)
_NO_PUNCH = "缺卡|[未漏](打卡|签)"
NOT_DONE = rf"{UNDONE}|^\s*(否|没有?|未|无|×|✗|N|no)\s*$|^\s*[(（【\[]?\s*({ABSENT}|{_NO_PUNCH})\s*[)）】\]]?\s*$"
# Headers under which a cell speaks of its row: 备注, 审批状态, 活动情况.
SPEAKS_OF_ROW = re.compile(
    r".*(备注|说明|状态|情况|摘要|附言|审核|审批|进度|进展|结果|性质|处理).*|remarks?|status|state|notes?|memo",
    re.IGNORECASE,
)
# Headers under which a cell names the deed itself; a remark (备注) may name whose money was spent.
NAMES_DEED = re.compile("(交易|收支|资金|业务)?(摘要|事由|事项|内容|用途)|款项(内容|用途|名称|说明)")

_PUT_OFF = "改期|延期|推迟|顺延|延后|停办|停课|停止|取消|暂停|暂缓|中止|搁置|撤销"
_VOID = (  # as a whole cell, in titles and purposes as well; row_words.VOID says the same by clause
    "作废|剔除|删除|误记|误录|误填|错录|录错|不计(时长|时数|工时|入|算)?|测试(数据)?|示例"
    "|重复(登记|录入|记录|填报|上报|统计|报送|导入|数据|项|行)?"
)
_UNAPPROVED = "(审批|审核|复核)中|待(审核?|审批|复核|批准)|不(同意|批准|予批准)|未(批准|获批|批|审批|审核|通过)|退回(修改|重报|补充材料)|被拒"
_DAY = "(.{0,4}[0-9一二三四五六七八九十]+[月日号./-])"  # 改到二楼 is no day
_PLANNED = "计划|预告|筹备|策划中|报名中|招募中|尚未(开始|开展|举办)"
_NOT_HELD = (
    rf"(因.{{1,8}})?({_PUT_OFF}|未开展|未举办|未举行)(举办|召开|举行|开展|进行)?([到至为].{{1,12}})?|改[到至在]({_DAY}|下周|下月|明年|次日).{{0,8}}"
    rf"|流产|未成|未办成|没办成|未办|没有?办|(无|没|没有)人(参加|参与|来|报名)|{_PLANNED}|×|✗"
)
_OTHERS = "他人|别人|家属|家人|子女|老伴|配偶|亲属|邻居"
_NOT_THERE = rf"(有事|生病|身体不适|因.{{1,8}})?({ABSENCE})场?"
_INSTEAD = rf"(由)?({_OTHERS})代(签|签到|打卡|参加|服务|劳)?|委托({_OTHERS})(参加|代签|签到)?"
_IN_PLACE_OF = r"(顶替|代替|替)[^换代补，,。；;\s]{2,3}"  # 替张三; who 代替李四值班 came, and counts
_REFUND = "(?i:refund(ed)?)"  # beside a row of what was paid, which stands until both go
_TAKEN_BACK = (
    "(红字)?(冲销|冲红|红冲|冲正|冲账|冲减|冲回)(上笔|上一笔|原单|前单)?|红字"
    "|(全额|部分)?(退款|退还|退回|退捐|撤回|撤销)(捐赠|捐款)?|(支票)?退票|误(付|收|转)(已追回|已退回|已退还)?|已?追回"
    rf"|{_REFUND}"
)
_NOT_RECEIVED = "认捐|(认捐|捐赠|捐款)?(意向|承诺)(捐赠|捐款)?|(预收|代收|暂收)款?"
_OTHER_INCOME = (
    "(存款|银行|活期|定期)?(利息|结息)(收入)?|(上级|政府|财政|街道|区级?|市级?|民政局?)?(拨款|拨付|下拨|补助|补贴)(款|资金|收入)?"
    "|(场地|房屋)?租金(收入)?|会费(收入)?|(收取?|退|.{2})?(押金|保证金)|(归还|收回|还|退还)?借款|往来款|(上年|上月|上期)?(结余|结转)"
)
_NOT_SPENT = (
    "应付款?|挂账|暂付款?|借款|借出.{0,10}|借支.{0,6}|(借给|出借给?|拆借给?).{1,12}|(归还|偿还|还).{0,6}借款|(付|交|退还?|.{2})?(押金|保证金)"
    "|(转存|存入|存)(定期|银行)(存款)?|定期存款|(购买|申购|买入?)?(银行)?理财(产品)?|(内部|账户间?|户间)(转账|划转|调拨|往来)"
    "|上缴(街道|财政|上级|国库|区财政|街道办)|(借支|领取|提取|拨付)?备用金|提现|提取现金|存现|计划|预算|拟支出"
)
# 李总捐款, 收到社会捐赠; not 向灾区捐款, 使用捐款, 购买捐款箱
_GIFT = "(收到|接收|接受|收)[^票据]{0,12}(捐[款赠资]?|善款|赞助)款?|[^向对为给往退用付购买发支感答谢表慰转]{0,12}(捐款|捐赠款?|捐资|善款)(收入|到账|入账)?"
_PAID_OUT = "支付[^宝].{0,12}|付给.{1,12}|(购买|采购|购置|发放|分发|报销|缴纳)[^捐]{0,12}|[^捐]{0,12}(支出|报销|领用)"
_NOT_GIVEN = (
    "未领|待领取?|退回|退货|拒收|拒领|损坏|(过期|损坏|霉变)?报废|过期|借用|借出|出借|归还|库存|结余|结存|剩余|预留|(采购)?入库|调拨.{0,10}|调出"
    "|盘[盈亏点]|报损"
)
_GOODS_BACK = "(退回|退还|退货).{0,8}"
_CLOSED = "(注销|解散|撤销|停止活动|停止使用|停用|停办|关闭|拆除|终止)"
_NOT_YET = "(筹备|规划|建设|装修|改造|施工)(中|阶段)?|在建|拟建|待建|拟成立|未成立|未启用"
_BACK = rf"{_PUT_OFF}|借给|出借|拆借|借出|借支|还.*借款|退回|退还|退货|调拨|委托|顶替|代替|替|改[到至在]"  # of a cell with a name in it: what may be shown


@dataclass(frozen=True)
class StateWords:
    """Words that say one thing of a row: what they mean and what to write, and where they are looked for.

    `deeds` are those that they take back. `is_of_positive` holds for what a negative amount says rightly. `headers` are those over columns
    that nobody reads, `columns` declared columns that are read and may say it, too. An end written in `unless` says it already.
    """

    deeds: tuple[Deed, ...]
    words: str
    meaning: str
    advice: str = ""
    columns: tuple[str, ...] = ()
    is_of_positive: bool = False
    unless: tuple[str, ...] = ()
    headers: re.Pattern[str] = SPEAKS_OF_ROW


_OF_MONEY: tuple[Deed, ...] = ("received", "spent")
MOVED: tuple[Deed, ...] = ("held", *_OF_MONEY, "handed_out")
HOW_TO_TAKE_BACK = "冲销、退款另起一行的，请把金额写成负数，或把冲掉的两行都删去；没有另一行的，只删去这一行"
MEANINGS = (
    StateWords(
        _OF_MONEY, _TAKEN_BACK, "像冲销或退款，金额却是正数",
        HOW_TO_TAKE_BACK, ("purpose",), is_of_positive=True,
    ),
    StateWords(
        ("received",), _NOT_RECEIVED, "像还没有收到的捐赠",
        "请加“到账情况”一列，没有收到的写“认捐”",
    ),
    StateWords(("received",), _OTHER_INCOME, "像拨款、利息、押金等别的收入，不是捐赠", "不是捐赠的，请删去这一行", ("donor", "channel")),
    StateWords(
        ("spent",), _NOT_SPENT, "像借款、存款、押金、内部转账或还没有付的钱，不是花掉的",
        "不是支出的，请删去这一行", ("purpose", "project"),
    ),
    StateWords(
        ("spent",), "退(还|回|给)?.{0,12}(捐款|捐赠款?|善款)", "像退给捐赠人的钱，不是花掉的",
        "请在捐赠台账里写成负数，删去这一行", ("purpose",), is_of_positive=True,
    ),
    StateWords(
        ("spent",), _GIFT, "像收到的捐赠，不是花掉的",
        "收进来的和用出去的请分成捐赠、资金使用两张表", ("purpose",), headers=NAMES_DEED,
    ),
    StateWords(
        ("received",), _PAID_OUT, "像花掉或发出去的，不是收到的捐赠",
        "收进来的和用出去的请分成两张表", headers=NAMES_DEED,
    ),
    StateWords(
        ("handed_out",), "(收到|接收|接受).{1,14}|.{0,12}捐赠入库", "像收到的，不是发出去的",
        "收进来的和发出去的请分成两张表", headers=NAMES_DEED,
    ),
    StateWords(("handed_out",), f"{_NOT_GIVEN}|{_REFUND}", "像没有发出去，或是借用、库存", "没有发出去的，请删去这一行"),
    StateWords(("redeemed",), f"{_GOODS_BACK}|{_REFUND}", "像退回的东西，不是兑换", "请删去这一行和原来兑换的那一行", ("voucher",)),
    StateWords(
        ("founded",), f"{_CLOSED}|{_NOT_YET}", "像已经不在或还没有成立",
        "已经注销、停止活动的，请在“注销日期”写明哪一天；还没有成立的，请删去这一行", unless=("ended_on",),
    ),
    StateWords(
        ("opened",), f"{_CLOSED}|{_NOT_YET}", "像已经停用或还没有启用",
        "已经停用的，请在“停用日期”写明哪一天；还没有启用的，请删去这一行", unless=("closed_on",),
    ),
    StateWords(("came",), f"{_NOT_THERE}|{_INSTEAD}|{_REFUND}", "像本人没有来"),
    StateWords(
        ("came",), _IN_PLACE_OF, "像替别人来的，看不出算谁的",
        "“姓名”写真正来的人，再删去这句备注",
    ),
    StateWords(("held",), _NOT_HELD, "像没有做成", columns=("title", "topic", "activity")),
    StateWords(MOVED, f"{_UNAPPROVED}|{_VOID}|未领取|未发放", "像没有做成，或不要算的", "没有做成、不算的请删去这一行", columns=("title", "topic", "purpose")),
)  # fmt: skip


def words_of(record: RecordType) -> list[StateWords]:
    """Return the words that say of a row of this record type that it is none."""
    return [words for words in MEANINGS if not {*words.deeds}.isdisjoint(record.deeds)]


def is_of_money(record: RecordType) -> bool:
    """Tell whether rows of a record type are money that came in or went out, which a negative row takes back."""
    return not {*_OF_MONEY}.isdisjoint(record.deeds)


def pattern(words: StateWords, record: RecordType) -> str:
    """Return what a cell looks like that begins with these words and holds nothing but words of this record type."""
    every = "|".join(other.words for other in words_of(record))
    more = rf"([，,、；;/\s]+(已经?)?({every}|未到账|未兑现))*"
    return rf"^\s*(已经?)?({words.words}){more}([（(][^（）()]{{0,12}}[)）])?[。.！!]?\s*$"


def shown(cell: str) -> str:
    """Return as much of such a cell as a sentence may repeat: 借给… where a name may follow."""
    word = re.search(_BACK, cell)
    is_whole = word is None or re.match(UNDONE, cell) or cell.removeprefix("已") == word[0]
    return f"{word[0]}…" if word and not is_whole else cell
