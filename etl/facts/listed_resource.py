"""在用的资源：资源清单上的一项资源，从这一版用到下一版的前一天。"""

from etl.fact import Fact
from etl.lists_in_force import rows_in_force

FACT = Fact(
    label="在用的资源清单",
    row="一行是一版清单上的一项资源",
    records=("resource",),
    groups=("kind", "provider_name"),
    columns={
        "community": "社区",
        "version_on": "清单版本",
        "title": "资源名称",
        "kind": "资源类别",
        "provider_name": "提供方",
        "until_on": "下一版从哪天起",
        "last_on": "这一版用到哪天",
    },
    sql=rows_in_force("resource"),
)
