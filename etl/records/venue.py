"""场地：社区里一处供居民使用的阵地，多大、哪天启用、投入了多少钱；停用的留着，写停用日期。"""

from etl import kinds
from etl.columns import COMMUNITY, ends_after
from etl.schema import Check, Column, RecordType

RECORD = RecordType(
    label="场地",
    row="一行是一处场地",
    placed_on="opened_on",
    further_dates=("closed_on",),
    is_work=True,
    is_optional=True,
    is_voluntary=True,
    is_roster=True,
    key=("name",),
    deeds=("opened",),
    hints=("场地", "阵地", "站点"),
    contrary_hints=("预约", "使用登记", "借用", "签到"),
    groups=("name", "kind"),
    columns=(
        COMMUNITY,
        Column(
            "name",
            "场地名称",
            kinds.TEXT,
            ("阵地名称", "阵地", "场地", "站点名称", "场所名称", "设施名称"),
            is_required=True,
            example="社区活动室",
        ),
        Column(
            "kind",
            "场地类型",
            kinds.TEXT,
            ("阵地类型", "场所类型", "类型", "功能", "用途"),
            is_open=True,
            choices={
                "服务站": ("社工站", "益站", "服务点", "志愿服务站", "综合服务"),
                "活动室": ("活动场所", "活动中心", "文体活动"),
                "食堂": ("长者食堂", "幸福食堂", "助餐点"),
                "超市": ("慈善超市", "爱心超市", "物资兑换"),
                "室外": ("广场", "公园", "花园", "小游园"),
            },
        ),
        Column(
            "area_m2",
            "面积（平方米）",
            kinds.AREA,
            ("面积", "建筑面积", "使用面积", "场地面积", "占地面积"),
            scales={"平方公里": 1e6, "亩": 10000 / 15},
        ),
        Column(
            "opened_on",
            "启用日期",
            kinds.ROUGH_DATE,
            ("启用时间", "建成日期", "建成时间", "开放日期", "开放时间", "投用日期", "投入使用日期"),
            is_required=True,
        ),
        Column("closed_on", "停用日期", kinds.ROUGH_DATE, ("停用时间", "关闭日期", "拆除日期")),
        Column(
            "invested_yuan",
            "投入金额",
            kinds.AMOUNT,
            ("投入资金", "建设投入", "建设资金", "改造投入", "投资金额", "投资额"),
        ),
    ),
    checks=(
        ends_after("closed_on", "opened_on", "停用日期早于启用日期，请核对两个日期"),
        Check("area_m2 is null or area_m2 > 0", "面积为0或负数，请核对", "area_m2"),
    ),
)
