"""A bare 人数 or 金额 below cells that speak of others is none of those who came, or none of what was spent."""

import pytest

from etl.declarations import record_types
from etl.recognition import header_cell


@pytest.mark.parametrize(
    ("record", "path", "column"),
    [
        ("activity", ("志愿者服务人数及时长统计", "合计", "人数"), None),
        ("activity", ("报名情况", "人数"), None),
        ("activity", ("参加情况", "人数"), "headcount"),
        ("activity", ("受益群众", "总人数"), "headcount"),
        ("activity", ("报名情况", "总人数"), None),
        ("activity", ("报名情况", "实际参加人数"), "headcount"),
        ("activity", ("志愿者", "参与人数"), None),
        ("activity", ("志愿者", "实到人数"), None),
        ("activity", ("年度计划", "服务人次"), None),
        ("activity", ("社工站活动情况", "人数"), "headcount"),
        ("activity", ("社工服务", "人次"), "headcount"),
        ("activity", ("志愿者协会活动", "参与人数"), "headcount"),
        ("activity", ("四点半课堂计划完成情况", "人数"), "headcount"),
        ("activity", ("社工", "人数"), None),
        ("activity", ("志愿者", "时长"), None),
        ("activity", ("活动情况", "时长"), "activity_hours"),
        ("activity", ("活动计划及完成情况", "实际参加人数"), "headcount"),
        ("volunteer_service", ("志愿者", "人数"), None),
        ("volunteer_service", ("志愿者", "时长"), "service_hours"),
        ("consultation", ("工作人员", "人次"), None),
        ("fund_use", ("预算", "金额（元）"), None),
        ("fund_use", ("预算", "支出金额"), None),
        ("fund_use", ("资金使用计划执行情况", "金额（元）"), "amount_yuan"),
        ("fund_use", ("支出", "金额（元）"), "amount_yuan"),
    ],
)
def test_what_a_bare_quantity_counts_is_said_above_it(record: str, path: tuple[str, ...], column: str | None):
    match = header_cell.match(record_types()[record], path)
    assert (match[0].name if match else None) == column
