"""四单服务：居民点单、社区派单、团队接单、居民评单的一张服务单，每一步写日期；点单的人换成代码，接单的组织或队伍留名。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, Derived, RecordType

DEFAULT_SCALE = 5  # of a rating whose scale nobody states, as words and stars have it
# The steps in their order: label → the column with its date.
STEPS = {
    "点单": "ordered_on",
    "派单": "dispatched_on",
    "接单": "accepted_on",
    "完成": "completed_on",
    "评单": "rated_on",
}


def _not_before(later: str, earlier: str) -> Check:
    """Return the check that a step was not taken before an earlier one."""
    labels = {column: step for step, column in STEPS.items()}
    return Check(
        f"{later} is null or {earlier} is null or {later} >= {earlier}",
        f"{labels[later]}时间早于{labels[earlier]}时间，请核对两个日期",
        later,
    )


RECORD = RecordType(
    label="四单服务",
    row="一行是一张服务单",
    placed_on="ordered_on",
    further_dates=("dispatched_on", "accepted_on", "completed_on", "rated_on"),
    is_optional=True,
    is_voluntary=True,
    key=("order_no",),
    has_private_remarks=True,
    hints=("四单", "点单", "派单", "评单", "服务单"),
    contrary_hints=("12345", "热线", "诉求", "工单", "信访"),
    look_alikes=("service_request",),
    either=("accepted_on", "dispatched_on", "rated_on", "provider"),
    groups=("category", "channel", "provider_name", "step"),
    columns=(
        COMMUNITY,
        Column(
            "order_no",
            "服务单号",
            kinds.IDENTIFIER,
            ("单号", "点单编号", "服务单编号", "订单编号", "订单号", "编号", "服务编号"),
        ),
        Column(
            "category",
            "服务类别",
            kinds.TEXT,
            ("点单项目", "点单类别", "服务项目", "服务内容", "服务类型", "点单内容", "需求类别", "类别", "项目"),
            is_open=True,
            choices={
                "助老服务": ("助老", "为老服务", "助餐", "陪诊", "送餐", "助浴"),
                "家电维修": ("维修", "水电维修", "小家电维修", "上门维修"),
                "理发": ("义剪", "上门理发", "爱心理发"),
                "健康服务": ("义诊", "健康咨询", "量血压", "测血压"),
                "课业辅导": ("课后辅导", "作业辅导", "四点半课堂", "儿童托管"),
                "法律咨询": ("法律服务", "法律援助"),
                "心理疏导": ("心理咨询", "心理服务"),
                "环境清洁": ("保洁", "家政", "清洁", "大扫除"),
                "物资配送": ("代买代办", "代购", "送药", "跑腿"),
                "文体活动": ("文化活动", "文体", "文艺演出"),
            },
        ),
        Column(
            "channel",
            "点单渠道",
            kinds.TEXT,
            ("点单方式", "下单方式", "下单渠道", "渠道", "来源", "点单来源"),
            is_open=True,
            choices={
                "线上": ("微信", "小程序", "公众号", "微信群", "扫码", "网上点单"),
                "电话": ("来电", "打电话", "电话点单"),
                "现场": ("窗口", "前台", "服务站", "站点", "上门登记"),
                "网格员代点": ("网格员", "代点", "楼栋长", "网格长"),
            },
        ),
        Column(
            "orderer",
            "点单人",
            kinds.PERSON,
            ("下单人", "点单居民", "居民姓名", "姓名", "服务对象", "申请人"),
        ),
        Column(
            "ordered_on",
            "点单时间",
            kinds.DATE,
            ("点单日期", "下单时间", "下单日期", "订单时间", "预约时间", "登记时间", "登记日期"),
            is_required=True,
        ),
        Column(
            "dispatched_on",
            "派单时间",
            kinds.DATE,
            ("派单日期", "派发时间", "派发日期", "分派时间", "分派日期"),
            counted_by="header",
        ),
        Column(
            "accepted_on",
            "接单时间",
            kinds.DATE,
            ("接单日期", "认领时间", "认领日期", "响应时间", "响应日期"),
            counted_by="header",
        ),
        Column(
            "provider",
            "接单方",
            kinds.PARTY,
            (
                "接单人",
                "接单团队",
                "接单队伍",
                "接单单位",
                "接单组织",
                "接单志愿队",
                "服务团队",
                "服务队伍",
                "承接团队",
                "承接队伍",
                "服务人员",
            ),
        ),
        Column(
            "completed_on",
            "完成时间",
            kinds.DATE,
            ("完成日期", "服务完成时间", "服务时间", "服务日期", "办结时间", "办结日期", "结单时间", "结单日期"),
            counted_by="header",
        ),
        Column("rated_on", "评单时间", kinds.DATE, ("评单日期", "评价时间", "评价日期", "回访时间", "回访日期")),
        Column(
            "rating",
            "评单评分",
            kinds.RATING,
            (
                "评单",
                "评分",
                "评星",
                "星级",
                "评价",
                "满意度",
                "居民评价",
                "评单结果",
                "评单星级",
                "评单满意度",
                "服务评价",
                "满意程度",
            ),
            fills=("scale",),
            other_words=("率", "人数", "占比"),
            note="写1到5分；非常满意、满意、一般、不满意、非常不满意记5、4、3、2、1分；10分制的在表头写明，如“评分（10分制）”",
            unit_sets={
                "5分制": ("scale", "5"),
                "五分制": ("scale", "5"),
                "1-5分": ("scale", "5"),
                "10分制": ("scale", "10"),
                "十分制": ("scale", "10"),
                "百分制": ("scale", "100"),
                "100分制": ("scale", "100"),
            },
        ),
        Column("scale", "分制", kinds.SCALE, ("满分", "评分制"), note="没有写的按5分制"),
        Column(
            "progress",
            "状态",
            kinds.TEXT,
            ("订单状态", "服务状态", "进展", "点单状态", "单据状态"),
            is_open=True,
            choices={
                "已评单": ("已评价",),
                "已完成": ("完成", "已办结", "办结", "已服务", "结单"),
                "已接单": ("接单", "服务中", "进行中"),
                "已派单": ("派单", "待接单", "待响应"),
                "待派单": ("已点单", "未派单", "待处理"),
                "已取消": ("取消", "撤单", "退单", "居民取消"),
            },
        ),
    ),
    derived=(
        Derived(
            "step",
            "走到哪一步",
            "varchar",
            "case "
            + " ".join(f"when {column} is not null then '{step}'" for step, column in reversed(STEPS.items()))
            + " end",
        ),
        Derived("days_to_accept", "接单用了几天", "integer", "date_diff('day', ordered_on, accepted_on)"),
        Derived(
            "judged_on",
            "评单日期（没有写的取完成日期）",
            "date",
            "case when rating is not null then coalesce(rated_on, completed_on, accepted_on, ordered_on) end",
        ),
        Derived(
            "stars",
            "评分（5分制的）",
            "double",
            f"case when coalesce(scale, {DEFAULT_SCALE}) = {DEFAULT_SCALE} then rating end",
        ),
        Derived("is_satisfied", "是否满意", "boolean", f"rating >= coalesce(scale, {DEFAULT_SCALE}) * 0.8"),
    ),
    checks=(
        _not_before("dispatched_on", "ordered_on"),
        _not_before("accepted_on", "ordered_on"),
        _not_before("accepted_on", "dispatched_on"),
        _not_before("completed_on", "ordered_on"),
        _not_before("completed_on", "accepted_on"),
        _not_before("rated_on", "ordered_on"),
        _not_before("rated_on", "accepted_on"),
        _not_before("rated_on", "completed_on"),
        Check(
            f"rating is null or rating between 1 and coalesce(scale, {DEFAULT_SCALE})",
            "评分超出1分到满分的范围（没有写分制的按5分制），请核对；是10分制的请在表头写明，如“评分（10分制）”",
            "rating",
        ),
        Check(
            "not (progress = '已完成' and completed_on is null)",
            "状态写“已完成”但没有完成时间，请补填完成时间",
            "completed_on",
        ),
    ),
    remarks=(
        Check(
            "rating is null or completed_on is not null", "有评分没有写完成时间，完成数里没有它，请补填", "completed_on"
        ),
        Check("completed_on is null or accepted_on is not null", "完成了没有写接单时间，请补填", "accepted_on"),
        Check(
            "not (progress = '已取消' and completed_on is not null)", "状态写“已取消”又写了完成时间，请核对", "progress"
        ),
    ),
)
