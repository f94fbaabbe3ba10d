"""Invented people and organisations: the middle syllable (例, 拟, 仿, 样, 试, 虚) says that nobody bears the name."""

from itertools import product
from random import Random

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎"
INVENTED = "例拟仿样试虚"
LAST = "禾舟云砚竹松梅兰菊荷桐槿棠榆枫溪泉汀沙石岩岭川河湖星月晨曦霞虹雪霜露雨帆桥灯琴笛墨笺棋歌茶米豆糖"
TRADES = (
    "超市",
    "药房",
    "餐饮店",
    "物业服务公司",
    "建材商行",
    "农业合作社",
    "商会",
    "口腔门诊部",
    "培训学校",
    "理发店",
    "汽车维修店",
    "食品公司",
    "花木合作社",
    "志愿者协会",
    "文化传播公司",
    "公益基金会",
    "装饰工程公司",
    "幼儿园",
)
MASKED = ("*瑛", "李*", "爱心人士", "匿名", "王**", "*先生")


def people(rng: Random, count: int) -> list[str]:
    """Return distinct names; one in eight has two characters only."""
    long = ["".join(parts) for parts in product(SURNAMES, INVENTED, LAST)]
    short = ["".join(parts) for parts in product(SURNAMES, INVENTED)]
    few = min(count // 8, len(short))
    names = rng.sample(short, few) + rng.sample(long, count - few)
    rng.shuffle(names)
    return names


def organisations(rng: Random, count: int) -> list[str]:
    """Return distinct organisations, each recognisable as one by its trade."""
    every = [f"{first}{second}{trade}" for first, second, trade in product(LAST, INVENTED, TRADES)]
    return rng.sample(every, count)


def phoned(rng: Random, name: str) -> str:
    """Return a donor's name with the (invented) mobile number a transfer slip leaves in it."""
    return f"{name}1380013{rng.randrange(10_000):04d}"


def registered(organisation: str) -> str:
    """Return a company under the name of its registration: 禾例食品公司 is 禾例食品有限公司; others stay as they are."""
    return f"{organisation.removesuffix('公司')}有限公司" if organisation.endswith("公司") else organisation
