"""接案数：接案日期落在统计期内的个案数，一例个案一行。

咨询、走访没有立案的不计；个案编号重复的，第二行在入库时拒收；结案后重新打开的，用新编号另立一行，算新的一例。某月只有结案、没有接案的，台账那个月是记了的，接案数是报送了的0。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import CASES_OPENED

INDICATOR = Indicator(
    label="接案数",
    unit="例",
    section="个案",
    why="看个案服务的需求和承接量。",
    good="none",
    numerator=CASES_OPENED,
    phrase="接案{n}",
    owner="个案社工",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "个案",
        "个案服务",
        "开展个案",
        "个案数",
        "接案",
        "立案",
        "新开个案",
        "个案例数",
        "个案工作",
        "跟进个案",
        "服务个案",
        "个案管理",
        "专业个案",
    ),
    wordings=(
        Wording(nouns="个案", verbs="开展 跟进 服务 帮扶 新开 接案", units="个 例 宗 件 名 起 人", unless="结案 档案"),
        Wording(nouns="个案", verbs="完成", units="个 例 宗 件 名 起", unless="评估 档案"),
        Wording(verbs="接案 开案", units="个 例 宗 件 名 起"),
        Wording(nouns="经济困难 健康照护 家庭关系 心理情绪 儿童成长", units="例"),
        Wording(nouns="档案", verbs="建立 建档", units="份 户 人 名 个", unless="健康 房屋", but="建立的档案"),
    ),
)
