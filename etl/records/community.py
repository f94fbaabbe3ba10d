"""名册：社区的名称、别名、所属街道和人口户数，是各项比率的分母。"""

from etl import kinds
from etl.schema import Check, Column, RecordType

RECORD = RecordType(
    label="社区名册",
    row="一行是一个社区在某一日的基本情况；同一社区可按日期登记多行",
    placed_on="as_of_on",
    is_register=True,
    key=("as_of_on",),
    hints=("名册", "基本情况", "社区概况"),
    contrary_hints=("签到",),
    columns=(
        Column(
            "community",
            "社区",
            kinds.TEXT,
            ("社区名称", "村（社区）", "村居", "单位", "名称"),
            is_required=True,
            example="槐荫社区",
        ),
        Column(
            "aliases",
            "别名",
            kinds.TEXT,
            ("其他写法", "曾用名", "简称", "台账写法"),
            note="多个别名用顿号隔开",
            example="槐荫、槐荫社区居委会",
        ),
        Column("city", "市", kinds.TEXT, ("所属市", "地市", "城市"), example="广州市"),
        Column("district", "区", kinds.TEXT, ("所属区", "区县", "县区", "区（县）"), example="某某区"),
        Column("street", "街道", kinds.TEXT, ("所属街道", "镇街", "街道（镇）", "乡镇街道"), example="某某街道"),
        Column(
            "residents_count",
            "常住人口",
            kinds.SIZE,
            ("居民人数", "居民数", "人口", "常住人口数", "常住居民"),
            scales={"万人": 10000, "万": 10000},
        ),
        Column("households_count", "户数", kinds.SIZE, ("总户数", "居民户数", "常住户数")),
        Column(
            "area_km2", "面积（平方公里）", kinds.NUMBER, ("面积", "辖区面积"), scales={"平方米": 1e-6, "亩": 1 / 1500}
        ),
        Column(
            "as_of_on",
            "统计日期",
            kinds.ROUGH_DATE,
            ("截至日期", "统计时点", "数据日期", "填报日期", "时点"),
            is_required=True,
        ),
    ),
    checks=(
        Check(
            "not regexp_matches(community, '并入|合并|撤销|更名|改名|拆分')",
            "“社区”里写着合并、撤销或改名，一个社区会算成两个。只写现在的名称，以前的写到“别名”；确实是现在的名称的，加 --set 已核对=是",
            "community",
            is_doubt=True,
        ),
    ),
)
