"""服务工单：居民诉求从受理到办结，含热线转办、网格上报和窗口登记；它不是个案，只存编号、类别、日期和结果，不存诉求内容。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, Derived, RecordType

RECORD = RecordType(
    label="服务工单",
    row="一行是一件工单（诉求）",
    placed_on="received_on",
    is_optional=True,
    key=("request_no",),
    hints=("工单", "诉求", "热线", "12345", "接诉即办", "民意", "信访", "报事", "报修"),
    groups=("category", "source", "handler", "result"),
    columns=(
        COMMUNITY,
        Column(
            "request_no",
            "工单编号",
            kinds.IDENTIFIER,
            ("编号", "工单号", "诉求编号", "受理编号", "登记编号", "流水号", "案件编号", "事件编号"),
            is_required=True,
        ),
        Column(
            "received_on",
            "受理时间",
            kinds.DATE,
            (
                "受理日期",
                "来电时间",
                "登记时间",
                "登记日期",
                "诉求时间",
                "派单时间",
                "接单时间",
                "创建时间",
                "上报时间",
                "反映时间",
                "提交时间",
                "收件日期",
            ),
            is_required=True,
        ),
        Column(
            "finished_on",
            "办结时间",
            kinds.DATE,
            ("办结日期", "完成时间", "完成日期", "办理完成时间", "结束时间", "处理完成时间", "回复时间", "反馈时间"),
        ),
        Column(
            "due_on",
            "办理期限",
            kinds.DATE,
            ("期限", "截止时间", "截止日期", "办结时限", "办理时限", "要求办结时间", "到期时间"),
        ),
        Column(
            "category",
            "类别",
            kinds.TEXT,
            (
                "诉求类别",
                "诉求类型",
                "工单类型",
                "工单类别",
                "问题类别",
                "问题类型",
                "事项类别",
                "事项分类",
                "类型",
                "分类",
            ),
            is_open=True,
        ),
        Column(
            "source",
            "来源",
            kinds.TEXT,
            ("诉求来源", "工单来源", "来源渠道", "渠道", "受理渠道", "受理方式", "反映渠道"),
            is_open=True,
            choices={
                "热线": ("12345", "12345热线", "市民热线", "热线转办", "电话", "来电"),
                "网格上报": ("网格", "网格员", "网格巡查", "巡查"),
                "线上": ("微信", "小程序", "网络", "APP", "网站", "公众号"),
                "窗口": ("来访", "现场", "前台", "上门"),
            },
        ),
        Column(
            "handler",
            "承办单位",
            kinds.TEXT,
            ("承办部门", "办理单位", "处理部门", "责任单位", "责任部门", "主办单位", "处置部门", "经办部门"),
            is_organisation=True,
        ),
        Column(
            "requester",
            "诉求人",
            kinds.PERSON,
            ("来电人", "反映人", "联系人", "市民姓名", "居民姓名", "姓名", "申请人"),
        ),
        Column(
            "is_finished",
            "是否办结",
            kinds.YES_NO,
            ("是否完成", "是否解决", "办结情况", "完成情况", "是否已办结"),
        ),
        Column(
            "result",
            "办理结果",
            kinds.TEXT,
            ("处理结果", "办结结果", "解决情况", "状态", "工单状态", "办理状态", "处理状态"),
            is_open=True,
            choices={
                "已解决": ("解决", "已处理", "办结", "已办结", "已完成", "已关闭", "完成"),
                "处理中": ("办理中", "在办", "跟进中", "未办结", "待处理", "待办", "进行中"),
                "不予受理": ("不受理", "退回", "已退回", "无效"),
                "转办": ("转其他部门", "已转办", "移交"),
            },
        ),
        Column(
            "rating",
            "满意度",
            kinds.TEXT,
            ("满意情况", "是否满意", "评价", "回访结果", "回访满意度", "满意程度", "办理评价"),
            is_open=True,
            choices={
                "满意": ("非常满意", "很满意", "是", "较满意", "比较满意"),
                "一般": ("基本满意",),
                "不满意": ("否", "很不满意", "非常不满意"),
                "未评价": ("未回访", "无评价", "未表态", "联系不上"),
            },
        ),
    ),
    derived=(
        Derived("days_to_finish", "办结天数", "integer", "date_diff('day', received_on, finished_on)"),
        Derived(
            "is_on_time",
            "是否按时办结",
            "boolean",
            "case when finished_on is not null and due_on is not null then finished_on <= due_on end",
        ),
    ),
    checks=(
        Check(
            "finished_on is null or finished_on >= received_on", "办结时间早于受理时间，请核对两个日期", "finished_on"
        ),
        Check("due_on is null or due_on >= received_on", "办理期限早于受理时间，请核对两个日期", "due_on"),
        Check(
            "not (is_finished = false and finished_on is not null)",
            "写了“未办结”又写了办结时间，请核对",
            "finished_on",
        ),
    ),
)
