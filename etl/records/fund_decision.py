"""资金决议：社区基金的管理委员会或监督委员会议定的一件事，哪天、几人到会、几票、定了多少钱、用在哪个项目；责任人换成代码。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, Derived, RecordType

COMMITTEE, SUPERVISORS = "管理委员会", "监督委员会"
PASSED = "通过"
LEAST_MEMBERS = (
    5  # of a committee that manages a community fund, and their number is odd (湖南省社区慈善基金指引, 2025)
)
_VOTES = "coalesce(votes_for, 0) + coalesce(votes_against, 0) + coalesce(votes_abstained, 0)"

RECORD = RecordType(
    label="资金决议",
    row="一行是一件议定的事",
    placed_on="decided_on",
    is_work=True,
    is_optional=True,
    is_voluntary=True,
    is_roster=True,
    begins_on="decided_on",
    key=("decision_no",),
    hints=("决议", "管委会", "管理委员会", "监委会", "监督委员会"),
    contrary_hints=("支出明细", "议事会", "议题", "课堂", "课程", "培训", "签到", "小组"),
    either=("amount_yuan", "member_count", "body"),
    groups=("body", "result", "project"),
    columns=(
        COMMUNITY,
        Column("decision_no", "决议编号", kinds.IDENTIFIER, ("决议号", "决议文号", "会议纪要编号", "纪要编号")),
        Column(
            "decided_on",
            "决议日期",
            kinds.DATE,
            ("议定日期", "决议时间", "会议日期", "会议时间", "召开日期", "表决日期", "审议日期", "日期"),
            is_required=True,
        ),
        Column(
            "body",
            "决议机构",
            kinds.TEXT,
            ("议定机构", "会议类型", "审议机构", "委员会"),
            choices={
                COMMITTEE: ("管委会", "基金管理委员会", "基金管委会", "管理委员会会议", "管委会会议"),
                SUPERVISORS: ("监委会", "监事会", "基金监督委员会", "监督小组", "监督委员会会议", "监督员"),
            },
            note="没有写的按管理委员会",
        ),
        Column("fund", "基金", kinds.TEXT, ("基金名称", "所属基金", "列支基金", "资金来源"), example="社区慈善基金"),
        Column(
            "subject",
            "决议事项",
            kinds.TEXT,
            ("议定事项", "审议事项", "决议内容", "事项", "会议议题"),
            is_required=True,
            example="为独居老人购买棉被",
        ),
        Column("project", "项目", kinds.TEXT, ("项目名称", "资助项目", "列支项目", "支持项目"), example="爱心食堂"),
        Column(
            "amount_yuan",
            "决议金额",
            kinds.AMOUNT,
            ("议定金额", "批准金额", "审批金额", "同意金额", "资助金额", "安排资金", "涉及金额", "涉及资金", "金额"),
            other_words=("实付", "支付", "实际", "申请"),
            note="没有写金额的决议不限金额",
        ),
        Column("member_count", "委员人数", kinds.SIZE, ("委员总数", "应到委员", "应到人数", "委员会人数"), example="5"),
        Column(
            "present_count",
            "到会委员",
            kinds.SIZE,
            ("到会人数", "实到人数", "实到委员", "出席委员", "出席人数"),
            example="5",
        ),
        Column(
            "supervisor_count",
            "列席监督员",
            kinds.SIZE,
            ("监督员", "监督员人数", "列席监督员人数", "到会监督员"),
            example="1",
        ),
        Column("votes_for", "同意票", kinds.SIZE, ("同意", "赞成", "赞成票", "同意票数", "赞成票数"), example="4"),
        Column("votes_against", "反对票", kinds.SIZE, ("反对", "反对票数", "不同意"), example="1"),
        Column("votes_abstained", "弃权票", kinds.SIZE, ("弃权", "弃权票数"), example="0"),
        Column(
            "vote_result",
            "表决结果",
            kinds.TEXT,
            ("决议结果", "结果", "是否通过", "审议结果"),
            choices={PASSED: ("已通过", "是", "同意"), "未通过": ("不通过", "否", "否决"), "暂缓": ("缓议", "再议")},
            note="没有写的看票数，没有写票数的按通过",
        ),
        Column(
            "minutes", "会议纪要", kinds.TEXT, ("纪要", "会议记录", "纪要名称", "附件"), example="2023年第3次管委会纪要"
        ),
        Column("responsible", "责任人", kinds.PERSON, ("负责人", "经办人", "落实责任人")),
    ),
    told_by_either={"subject": ("decision_no", "project")},
    derived=(
        Derived("is_of_committee", "是否管理委员会的决议", "boolean", f"coalesce(body, '{COMMITTEE}') = '{COMMITTEE}'"),
        Derived(
            "result",
            "表决结果（没有写的看票数）",
            "varchar",
            f"coalesce(vote_result, case when votes_for <= coalesce(present_count, {_VOTES}) / 2.0 then '未通过' else '{PASSED}' end)",
        ),
        Derived("is_passed", "是否通过", "boolean", f"result = '{PASSED}'"),
    ),
    checks=(
        Check(
            "present_count is null or member_count is null or present_count <= member_count",
            "到会委员比委员人数多，请核对两个数",
            "present_count",
        ),
        Check(
            f"{_VOTES} <= coalesce(present_count, member_count, {_VOTES})",
            "票数加起来比到会委员多，请核对票数和到会人数",
            "votes_for",
        ),
        Check("amount_yuan is null or amount_yuan > 0", "决议金额不是正数，请核对", "amount_yuan"),
        Check(
            f"vote_result is null or vote_result <> '{PASSED}' or votes_for is null or votes_for > coalesce(votes_against, 0)",
            "表决结果写“通过”，同意票却不比反对票多，请核对",
            "vote_result",
        ),
    ),
    remarks=(
        Check(
            f"member_count is null or coalesce(body, '{COMMITTEE}') <> '{COMMITTEE}' or member_count >= {LEAST_MEMBERS}",
            f"管理委员会少于{LEAST_MEMBERS}人，请核对，或增补委员",
            "member_count",
        ),
        Check(
            f"member_count is null or coalesce(body, '{COMMITTEE}') <> '{COMMITTEE}' or member_count % 2 = 1",
            "管理委员会人数是双数，票数可能打平，请核对，或调整委员",
            "member_count",
        ),
        Check(
            "present_count is null or member_count is null or present_count * 2 > member_count",
            "到会委员没有过半，请核对这次会议的决议是否有效",
            "present_count",
        ),
    ),
)
