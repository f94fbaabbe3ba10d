"""议题：居民提出的一件公共事务，从提出、协商、表决、交办到办结、回访，每一步写日期。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, Derived, RecordType

PASSED, REJECTED = "通过", "未通过"
# The stages in their order: label → the column with its date.
STAGES = {
    "提出": "proposed_on",
    "协商": "discussed_on",
    "表决": "voted_on",
    "交办": "assigned_on",
    "办结": "done_on",
    "回访": "revisited_on",
}
DROPPED = "不采纳"
_REACHED = " ".join(f"when {day} is not null then '{stage}'" for stage, day in reversed(STAGES.items()))


_LABELS = {column: f"{stage}日期" for stage, column in STAGES.items()}


def _not_before(column: str, earlier: str) -> Check:
    return Check(
        f"{column} is null or {earlier} is null or {column} >= {earlier}",
        f"{_LABELS[column]}早于{_LABELS[earlier]}，请核对两个日期",
        column,
    )


RECORD = RecordType(
    label="议题",
    row="一行是一个议题",
    placed_on="proposed_on",
    further_dates=("discussed_on", "voted_on", "assigned_on", "done_on", "revisited_on"),
    is_work=True,
    is_optional=True,
    is_voluntary=True,
    key=("topic_no",),
    hints=("议题", "商议事项", "协商事项"),
    groups=("category", "stage", "vote_method"),
    columns=(
        COMMUNITY,
        Column("topic_no", "议题编号", kinds.IDENTIFIER, ("编号", "议题号")),
        Column(
            "title",
            "议题",
            kinds.TEXT,
            ("议题名称", "议题内容", "协商议题", "商议事项", "协商事项", "议事事项", "议定事项", "决议事项"),
            is_required=True,
            example="3号楼加装扶手",
        ),
        Column(
            "category",
            "议题类别",
            kinds.TEXT,
            ("类别", "议题分类", "议题类型", "分类", "类型", "领域"),
            is_open=True,
            choices={
                "公共设施": ("基础设施", "设施", "设施维修", "道路交通"),
                "环境卫生": ("环境", "卫生", "人居环境"),
                "公共空间": ("空间", "场地", "场地使用"),
                "养老助老": ("养老", "为老", "助老", "长者"),
                "帮扶救助": ("帮扶", "帮困", "困难帮扶"),
                "文化传承": ("文化", "传统文化", "文体"),
                "志愿服务": ("志愿", "志愿者"),
                "社区管理": ("管理", "治理", "物业", "村规民约"),
            },
        ),
        Column(
            "proposed_on",
            "提出日期",
            kinds.DATE,
            ("提出时间", "议题提出日期", "征集日期", "收集日期", "提交日期", "登记日期", "日期"),
            is_required=True,
        ),
        Column("discussed_on", "协商日期", kinds.DATE, ("协商时间", "议事日期", "讨论日期", "商议日期", "上会日期")),
        Column("voted_on", "表决日期", kinds.DATE, ("表决时间", "决议日期", "通过日期"), counted_by="header"),
        Column(
            "vote_method",
            "表决方式",
            kinds.TEXT,
            ("表决办法", "表决形式"),
            is_open=True,
            choices={
                "举手表决": ("举手",),
                "无记名投票": ("投票", "票决", "不记名投票"),
                "协商一致": ("一致同意", "鼓掌通过"),
                "线上投票": ("微信投票", "网上投票"),
            },
        ),
        Column(
            "votes_for",
            "同意票",
            kinds.COUNT,
            ("同意", "赞成", "赞成票", "同意票数", "赞成票数", "同意人数"),
            example="21",
        ),
        Column("votes_against", "反对票", kinds.COUNT, ("反对", "反对票数", "不同意", "反对人数"), example="3"),
        Column("votes_abstained", "弃权票", kinds.COUNT, ("弃权", "弃权票数", "弃权人数"), example="1"),
        Column(
            "vote_result",
            "表决结果",
            kinds.TEXT,
            ("是否通过", "决议结果"),
            choices={PASSED: ("已通过", "是", "同意"), REJECTED: ("不通过", "否", "否决"), "暂缓": ("缓议", "再议")},
        ),
        Column("assigned_on", "交办日期", kinds.DATE, ("交办时间", "分派日期", "派办日期", "落实安排日期")),
        Column(
            "responsible",
            "责任单位（人）",
            kinds.PARTY,
            ("责任单位", "责任人", "落实单位", "牵头单位", "承办单位", "负责人", "责任单位/人", "跟进人"),
        ),
        Column("due_on", "办理期限", kinds.DUE_DATE, ("期限", "完成期限", "计划完成日期", "时限", "办结期限")),
        Column(
            "done_on",
            "办结日期",
            kinds.DATE,
            ("办结时间", "落实日期", "完成日期", "解决日期", "落实时间", "完成时间", "解决时间"),
            counted_by="header",
        ),
        Column(
            "evidence",
            "办结凭证",
            kinds.TEXT,
            ("佐证材料", "落实凭证", "办结材料", "佐证", "凭证", "验收材料", "完成凭证"),
            note="照片、验收单、公示等的编号或名称；没有凭证的不计入解决数",
            example="验收照片",
            counted_by="header",
        ),
        Column("revisited_on", "回访日期", kinds.DATE, ("回访时间", "回头看日期")),
        Column(
            "progress",
            "进展",
            kinds.TEXT,
            ("状态", "议题状态", "办理进展", "落实情况", "办理情况", "是否解决"),
            is_open=True,
            choices={
                "已办结": ("办结", "已解决", "解决", "已完成", "完成", "已落实", "落实", "是"),
                "办理中": ("进行中", "落实中", "推进中", "未解决", "在办", "跟进中", "否"),
                DROPPED: ("未采纳", "终止", "撤回", "不予采纳"),
            },
        ),
    ),
    derived=(
        Derived("stage", "走到哪一步", "varchar", f"case {_REACHED} end"),
        Derived(
            "is_turned_down", "是否不采纳或未通过", "boolean", f"progress = '{DROPPED}' or vote_result = '{REJECTED}'"
        ),
        Derived(
            "resolved_on",
            "解决日期（有凭证的办结）",
            "date",
            "case when evidence is not null and not coalesce(is_turned_down, false) then done_on end",
            told_by=("done_on", "evidence"),
        ),
        Derived("days_to_resolve", "办理天数", "integer", "date_diff('day', proposed_on, resolved_on)"),
        Derived(
            "dropped_on",
            "不再办理的日期",
            "date",
            "case when is_turned_down then coalesce(voted_on, discussed_on, proposed_on) end",
        ),
        Derived(
            "ended_on",
            "结束日期（解决或不再办理）",
            "date",
            "coalesce(resolved_on, dropped_on)",
            told_by=("done_on", "evidence"),
        ),
    ),
    checks=(
        _not_before("done_on", "proposed_on"),
        _not_before("discussed_on", "proposed_on"),
        _not_before("voted_on", "proposed_on"),
        _not_before("assigned_on", "proposed_on"),
        _not_before("voted_on", "discussed_on"),
        _not_before("done_on", "voted_on"),
        _not_before("done_on", "discussed_on"),
        _not_before("done_on", "assigned_on"),
        Check("revisited_on is null or done_on is not null", "写了回访日期，没有写办结日期，请补填", "done_on"),
        _not_before("revisited_on", "done_on"),
        Check(
            "not (progress = '已办结' and done_on is null)", "进展写“已办结”但没有办结日期，请补填办结日期", "done_on"
        ),
        Check(
            f"not (vote_result = '{PASSED}' and votes_for <= votes_against)",
            "表决结果写“通过”，同意票却不比反对票多，请核对",
            "vote_result",
        ),
    ),
    remarks=(
        Check("done_on is null or evidence is not null", "办结了没有写办结凭证，不计入解决数，请补填", "evidence"),
        Check(
            "done_on is null or not coalesce(is_turned_down, false)",
            "没有通过或不采纳的议题写了办结日期，不计入解决数，请核对",
            "done_on",
        ),
        Check("voted_on is null or discussed_on is not null", "没有写协商日期就表决了，请核对", "discussed_on"),
    ),
)
