"""What was promised: the contract of 凤二村社工站 for 2025 and 2026 with its points, and the year's tasks of 阳明山庄社区."""

from dataclasses import dataclass
from datetime import date

SIGNED = {2025: date(2025, 1, 15), 2026: date(2026, 1, 20)}
CHANGED_ON = date(2026, 7, 1)


@dataclass(frozen=True)
class Target:
    """`promise` is the value as a contract words it: ≥120场."""

    group_one: str
    group_two: str
    indicator: str
    year: int
    promise: str
    weight: int | None
    set_on: date
    reason: str | None = None
    measures: str | None = None
    project: str | None = None


# first and second level, indicator, promise of 2025, promise of 2026, points
CONTRACT = (
    ("预算执行", "预算执行率", "支出金额", "45000元", "3.2万元", 10),
    ("产出指标", "数量指标", "活动场次", "≥120场", "≥130场", 10),
    ("产出指标", "数量指标", "参与人次", "≥4500人次", "≥4500人次", 10),
    ("产出指标", "数量指标", "小组节数", "≥16节", "≥20节", 5),
    ("产出指标", "数量指标", "走访户次", "≥48户次", "≥48户次", 10),
    ("产出指标", "数量指标", "接案数", "≥25例", "≥25例", 5),
    ("产出指标", "时效指标", "平均结案天数", "≤60天", "≤75天", 10),
    ("效益指标", "社会效益指标", "志愿服务时间", "≥1500小时", "≥1800小时", 10),
    ("效益指标", "社会效益指标", "解决议题数", "≥15个", "≥12个", 10),
    ("效益指标", "可持续影响指标", "心愿点亮率", "≥85%", "≥85%", 10),
    ("满意度指标", "服务对象满意度指标", "总体满意率", "≥90%", "≥90%", 10),
)
REASONS = {
    "参与人次": ("9月、10月连续台风，三场大型活动改为线上，未计入人次", "大型活动避开汛期"),
    "走访户次": ("一名驻村社工离职两个月，走访少了一轮", "两名社工交叉走访"),
    "平均结案天数": ("三例困境儿童个案由多部门接续服务，时间较长", None),
    "总体满意率": ("问卷里对停车位不足的意见较多", "已列入议事会议题"),
}
YANGMING = (
    ("活动场次", "1000场", None),
    ("参与人次", "3.5万人次", None),
    ("小组节数", "200节", None),
    ("志愿服务时间", "4000小时", None),
    ("参与人数", "900人", None),
    ("解决议题数", "10个", None),
    ("支出金额", "12000元", None),
    ("支出金额", "5000元", "长者关爱"),
)


def fenger(year: int) -> list[Target]:
    """Return the targets of 凤二村社工站 for a year; of 2026 the number of visits was lowered in July."""
    targets = [_promised(line, year) for line in CONTRACT]
    if year == 2026:
        targets.append(Target("产出指标", "数量指标", "走访户次", 2026, "≥42户次", 10, CHANGED_ON))
    return targets


def _promised(line: tuple[str, str, str, str, str, int], year: int) -> Target:
    group_one, group_two, indicator, earlier, later, weight = line
    reason, measures = REASONS.get(indicator, (None, None)) if year == 2025 else (None, None)
    promise = earlier if year == 2025 else later
    return Target(group_one, group_two, indicator, year, promise, weight, SIGNED[year], reason, measures)


def yangming() -> list[Target]:
    """Return the tasks of 阳明山庄社区 for 2026, without points; the last is of one project."""
    return [
        Target("", "", indicator, 2026, promise, None, date(2026, 2, 10), project=project)
        for indicator, promise, project in YANGMING
    ]
