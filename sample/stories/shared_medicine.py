"""阳明山庄社区's sharing of spare medicine (余药共享) in the winter of 2022: 44 kinds and 520 portions given, 420 people helped."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from sample import names
from sample.amounts import split
from sample.days import STEADY, draw
from sample.records import Gift, Handout

NAME = "余药共享"
FIRST_DAY, LAST_DAY = date(2022, 12, 12), date(2022, 12, 31)
KINDS = [
    "布洛芬片",
    "对乙酰氨基酚片",
    "连花清瘟胶囊",
    "感冒灵颗粒",
    "板蓝根颗粒",
    "小柴胡颗粒",
    "双黄连口服液",
    "穿心莲片",
    "止咳糖浆",
    "急支糖浆",
    "川贝枇杷膏",
    "复方甘草片",
    "氨溴索口服液",
    "藿香正气水",
    "蒙脱石散",
    "口服补液盐",
    "维生素C片",
    "西瓜霜含片",
    "金嗓子喉片",
    "咽炎片",
    "清开灵胶囊",
    "退热贴",
    "小儿退热栓",
    "小儿感冒颗粒",
    "小儿止咳糖浆",
    "抗病毒口服液",
    "银翘片",
    "桑菊感冒片",
    "防风通圣丸",
    "氯雷他定片",
    "开瑞坦",
    "碘伏棉签",
    "医用酒精棉片",
    "创可贴",
    "体温计",
    "抗原检测试剂",
    "医用外科口罩",
    "防护手套",
    "免洗洗手液",
    "消毒湿巾",
    "氧气袋",
    "血氧仪",
    "暖宝宝",
    "红糖姜茶",
]
PORTIONS, LINES, PEOPLE = 520, 150, 420


def given(rng: Random) -> list[Gift]:
    """Return the portions that residents gave, in lines of one kind each, unvalued; every kind comes up."""
    donors = names.people(rng, 96)
    kinds = [*KINDS, *rng.choices(KINDS, k=LINES - len(KINDS))]
    rng.shuffle(kinds)
    portions = split(rng, PORTIONS, LINES, 1, 0.6)
    days = draw(rng, LINES, FIRST_DAY, LAST_DAY, STEADY)
    plain = Gift(FIRST_DAY, "", "个人", "物资", None, "", purpose=NAME, unit="份")
    return [
        replace(plain, donated_on=day, donor=rng.choice(donors), goods=kind, quantity=quantity)
        for day, kind, quantity in zip(days, kinds, portions, strict=True)
    ]


def handed_on(rng: Random, gifts: Sequence[Gift]) -> list[Handout]:
    """Return who took a portion of what, some days after it was given; each of 420 people at least once."""
    people = names.people(rng, PEOPLE)
    takers = [*people, *rng.choices(people, k=56)]
    rng.shuffle(takers)
    portions = [gift for gift in gifts for _ in range(gift.quantity or 0)][: len(takers)]
    return [
        Handout(
            gift.donated_on + timedelta(rng.randrange(1, 9)),
            gift.goods or "",
            1,
            "份",
            None,
            taker,
            rng.choice(("老人", "困难家庭", "全体居民")),
            1,
            "个人捐赠",
            NAME,
        )
        for gift, taker in zip(portions, takers, strict=True)
    ]
