"""With whom 天庆新城社区 holds its activities: the six 帮帮团, and the units beside each of them."""

from random import Random

from sample.records import Activity

PARTNERS_SINCE = 2023
# 帮帮团, the units that go with it, the strands it serves
GROUPS = {
    "健康帮帮团": (("例安社区卫生服务站", "仿康中医门诊部", "样康口腔医院"), ("老人", "特殊人群")),
    "维修帮帮团": (("拟和物业公司", "试达电器维修店"), ("老人", "社区共益堂", "社区两委")),
    "金融帮帮团": (("例丰农商银行",), ("老人", "社区两委", "党员")),
    "爱心帮帮团": (("样美理发店", "例心社会工作服务中心", "仿善慈善会"), ("特殊人群", "大型节日", "妇女", "志愿服务")),
    "书香帮帮团": (("拟文图书馆", "试园小学"), ("儿童青少年",)),
    "有爱帮帮团": (("例安派出所", "拟和物业公司"), ("社区社会组织", "大型节日", "妇女")),
}
PERSON = "罗例"  # somebody who helped: written beside the units, and stored nowhere


def partners(activity: Activity) -> str | None:
    """Return the units that held an activity with the organiser as a clerk writes them; of visits and most others nobody is written down."""
    rng = Random(f"天庆/协办/{activity.title}/{activity.held_on}")
    groups = [name for name, (_, strands) in GROUPS.items() if activity.strand in strands]
    if activity.method == "走访" or not groups or rng.random() < 0.45:
        return None
    group = rng.choice(groups)
    units = GROUPS[group][0]
    names = [group, *rng.sample(units, rng.randint(1, min(2, len(units))))]
    if rng.random() < 0.05:
        names.append(PERSON)
    return rng.choice(("、", "，", "；")).join(names)
