"""志愿服务时间：统计期内各次志愿服务的实际服务小时数合计。

按《志愿服务记录与证明出具办法（试行）》记录实际服务时间，分钟已折成小时，写几天的不知道是几小时，不收；没有姓名的服务也计入时间；
时长为0、为负或一次超过24小时的行在入库时拒收，不计；同一人同一天合计最多计24小时。
升降和高低按出队检验：一支服务队同一天的服务算一批，没有写服务队的一次服务算一批。
"""

from indicators.model import Aggregate, Indicator, Wording
from indicators.shared_aggregates import SERVICE_HOURS

INDICATOR = Indicator(
    label="志愿服务时间",
    unit="小时",
    section="志愿服务",
    why="志愿服务的总投入，是最常被引用的数字。",
    good="up",
    numerator=SERVICE_HOURS,
    groups=Aggregate("service_outing", "sum(outing_hours * outing_hours)", on="served_on"),
    decimals=1,
    phrase="开展志愿服务{n}",
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-25",
    version=2,
    aliases=(
        "志愿服务时长",
        "服务总时数",
        "志愿服务小时",
        "志愿服务小时数",
        "服务时长",
        "服务时数",
        "志愿时长",
        "志愿服务总时长",
        "累计服务时长",
        "总服务时数",
        "志愿工时",
        "服务小时",
        "总时数",
        "总时长",
        "时数",
        "时长",
        "工时",
        "志愿时数",
        "服务时间",
        "奉献时间",
        "贡献时间",
        "志愿者服务",
    ),
    wordings=(
        Wording(
            nouns="服务时长 时长 服务时间 时数 志愿服务时间 工时 存储时间 存入时间 存款时间",
            units="小时",
            unless="人均 平均 长达 每天 个人 课程 会议",
        ),
        Wording(nouns="累计时间 总时间", topics="志愿 义工", units="小时", unless="人均 平均 个人"),
        Wording(
            nouns="服务 志愿服务 奉献",
            verbs="累计 贡献 提供 记录",
            units="小时",
            unless="人均 平均 长达 每天 每周 个人",
        ),
    ),
)
