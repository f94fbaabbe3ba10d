"""受理工单：受理时间落在统计期内的服务工单件数，一件工单（诉求）一行。

工单编号重复的，第二行在入库时拒收；个案另计，不相加。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="受理工单",
    unit="件",
    section="工单",
    why="居民提了多少诉求。",
    good="none",
    numerator=Aggregate("service_request", "count(*)", on="received_on", of_people=True),
    phrase="受理居民诉求{n}",
    owner="网格办",
    checked_by="街道办业务科室",
    reviewed="2026-11-25",
    aliases=("受理诉求", "受理工单", "工单", "诉求", "居民诉求", "接诉"),
    wordings=(
        Wording(
            nouns="诉求 工单 热线 来电", verbs="受理 接到 接收 收到 承办 上报 接诉", units="件 条 单 个", unless="办结"
        ),
        Wording(nouns="事件", verbs="受理", units="件 条", unless="办结"),
        Wording(nouns="热线 工单 诉求", verbs="交办 转办 流转", units="件 条 单 个", unless="办结"),
        Wording(verbs="受理", topics="诉求 工单 热线 来电", units="件 条 单", unless="办结 不予"),
        Wording(nouns="群众反映 居民反映", verbs="接到 收到 受理 收集", units="件 条 个", unless="办结 解决"),
        Wording(nouns="类问题 类诉求", topics="诉求 工单 热线 来电", units="件 个", unless="办结", but="一类诉求"),
        Wording(nouns="咨询类 求助类 建议类 举报类", units="件", unless="办结", but="一类诉求"),
        Wording(nouns="投诉", units="件", unless="办结", but="投诉，只是诉求的一部分"),
    ),
)
