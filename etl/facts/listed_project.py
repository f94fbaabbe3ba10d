"""在用的项目：项目清单上的一个服务项目，从这一版用到下一版的前一天。"""

from etl.fact import Fact
from etl.lists_in_force import rows_in_force

FACT = Fact(
    label="在用的项目清单",
    row="一行是一版清单上的一个服务项目",
    records=("project",),
    groups=("field", "status", "organisation"),
    columns={
        "community": "社区",
        "version_on": "清单版本",
        "title": "项目名称",
        "organisation": "实施单位",
        "field": "服务领域",
        "status": "项目状态",
        "until_on": "下一版从哪天起",
        "last_on": "这一版用到哪天",
    },
    sql=rows_in_force("project"),
)
