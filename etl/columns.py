"""Declares the column that every ledger has: the community."""

from etl import kinds
from etl.schema import Column

COMMUNITY = Column(
    "community",
    "社区",
    kinds.TEXT,
    (
        "社区名称", "社区名", "村（社区）", "村/社区", "村社区", "社区（村）", "社区/村", "所属社区", "所在社区", "村居", "村（居）",
        "开展社区", "服务社区", "受访社区", "受赠社区", "使用社区", "您所在的社区", "填报社区", "上报社区", "填报单位", "上报单位",
    ),
    is_required=True,
    note="没有这一列时，从标题、工作表名或文件名里认",
)  # fmt: skip
