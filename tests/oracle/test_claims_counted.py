"""Sentences of an application whose verdicts were written down from a count of the raw files, before anything was checked: true ones, and such
as are false by a little, by the year, the unit, the place, a share, a growth, a multiple or a mean."""

from datetime import date

from evidence.claims.verification.check import check
from evidence.claims.verification.guards import PageGuard
from warehouse.build import Build

SENTENCES = """
阳明山庄社区2025年共接案109例，同比增长1.9%。|相符 相符
阳明山庄社区2025年接案110例。|偏高
阳明山庄社区2025年接案108例。|偏低
2025年，阳明山庄社区新立个案109个，其中健康照护类26例、家庭关系类22例。|相符 相符 相符
2025年，阳明山庄社区接案109例，其中健康照护类占23.9%。|相符 相符
2025年，阳明山庄社区接案109例，其中家庭关系类个案占两成。|相符 相符
2025年，阳明山庄社区接案109例，其中健康照护类占三成。|相符 偏高
阳明山庄社区2025年上半年接案55例。|相符
阳明山庄社区2025年上半年接案109例。|偏高
阳明山庄社区2025年结案110例。|相符
阳明山庄社区2025年结案110余例。|偏高
阳明山庄社区2025年结案超过100例。|相符
截至2025年底，阳明山庄社区累计接案632例。|相符
截至2025年底，阳明山庄社区累计接案超700例。|偏高
截至2025年底，阳明山庄社区累计接案632例，累计结案573例，累计结案率90.7%。|相符 相符 相符
2021年至2025年，阳明山庄社区年均接案126.4例。|相符
2021年至2025年，阳明山庄社区年均接案130例。|偏高
2025年，阳明山庄社区开展活动913场，比上年增加12场。|相符 相符
2025年，阳明山庄社区开展活动913场，比上年增长3.1%。|相符 偏高
2025年，阳明山庄社区开展活动901场。|偏低
2024年，阳明山庄社区开展活动901场，服务27914人次。|相符 相符
2024年，阳明山庄社区开展活动913场，服务居民3.05万人次。|偏高 偏高
2025年，阳明山庄社区平均每场活动33.4人次参与。|相符
2025年，阳明山庄社区场均参与35人次。|偏高
2025年，阳明山庄社区开展小组188节，同比下降3.6%。|相符 相符
2025年，阳明山庄社区参与人次3.05万，同比增长9.2%。|相符 相符
2025年，阳明山庄社区参与人次3.05万，是2023年的1.07倍。|相符 相符
2025年，阳明山庄社区参与人次是2023年的1.2倍。|偏高
2023年至2025年，阳明山庄社区共服务居民86991人次。|相符
2025年，阳明山庄社区幸福基金募集善款2.57万元。|相符
2025年，阳明山庄社区幸福基金募集善款3万余元。|偏高
2025年，阳明山庄社区幸福基金募款比上年增长44.2%。|相符
2025年，阳明山庄社区幸福基金募款比上年增长30.6%。|偏低
2025年，阳明山庄社区支出善款17387元。|相符
2025年，阳明山庄社区支出善款25660元。|偏高
截至2025年底，阳明山庄社区累计募集善款99230元。|相符
截至2025年底，阳明山庄社区累计募集善款10万余元。|偏高
截至2025年底，阳明山庄社区累计支出善款71419元，善款使用率72.0%。|相符 相符
2025年，阳明山庄社区受理居民诉求327件。|偏低
2025年，凤二村召开议事会19场，1594人次参加。|相符 相符
2025年，凤二村召开议事会21场，1594人次参加。|偏高 相符
2024年，凤二村召开议事会21场，1594人次参加。|相符 偏高
2025年，凤二村志愿服务时间1667小时，比上年增长6.7%。|相符 相符
2025年，凤二村志愿服务时间1667小时，比上年增长16.7%。|相符 偏高
2025年，凤二村志愿服务1562.5小时。|偏低
2025年，凤二村社区慈善基金收到捐款49480元，75笔。|相符 相符
2025年，凤二村社区慈善基金收到捐款49480元，47笔。|相符 偏低
2026年，阳明山庄社区接案91例，比2025年下降16.5%。|相符 口径未明
阳明山庄社区每年接案超过100例。|相符
2025年，阳明山庄社区和凤二村共募集善款75140元。|相符
"""


def test_every_sentence_gets_the_verdict_of_a_hand_count(build: Build):
    expected = dict(line.split("|") for line in SENTENCES.strip().splitlines())
    judged = {text: check(build, text, None, date(2026, 10, 31)).claims for text in expected}

    assert {text: " ".join(claim.verdict for claim in claims) for text, claims in judged.items()} == expected


def test_the_share_of_a_category_tells_no_small_number(build: Build):
    text = "2025年，凤二村接案28例，其中健康照护类占14.3%、心理情绪类占17.9%。"
    assert [claim.verdict for claim in check(build, text).claims] == ["相符", "相符", "相符"]

    hidden = check(build, text, guard=PageGuard(5)).claims
    assert [(claim.verdict, claim.computed) for claim in hidden[1:]] == [("已隐藏", None)] * 2
