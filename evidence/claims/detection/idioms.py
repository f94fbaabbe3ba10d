"""Words with a number in them that count nothing: sayings, terms of policy, names of places, clock times."""

import re

from evidence.claims.detection.passage import Passage, Spans, joined

_DIGIT = "[一二两三四五六七八九十]"

SAYINGS = """
三番[五两]次 三餐 三五成群 五花八门 三天两头 三头六臂 一家[两三四五六七八]口 [三四]口之家 两口子 小两口 [一两三四五六七八九]世同堂 三个臭皮匠 三个和尚
一分一[秒毫] 一分钱 五脏六腑 七嘴八舌 十个指头 两手抓 两条腿 两头[跑堵难空] 三心二意 四个轮子 一举[两多]得 万分(?!之) 十分(?![钟之]) 三分钟热 一百八十度 三百六十[行五]
四面八方 千[家门]万[户家] 百[家花]齐?[争放宴] 红十字 十字[路街] [一两三四]天[一两三四]夜 两人三足
"""
POLICY_TERMS = rf"""
两个(?:维护|确立|结合|一百年|务必|毫不动摇|健康|责任) 三个(?:代表|务必|面向|文明) 四个(?:意识|自信|全面|伟大|服务|最严|善于) 五个(?:认同|必由|到位|统筹) 六个必须 十个明确
四项基本 八项规定 两项补贴 两免一补 门前三包 三支一扶 四套班子 {_DIGIT}单制 [三五]项机制 {_DIGIT}个一(?![个名位支]) {_DIGIT}[步字](?:工作)?[法诀] {_DIGIT}步走
{_DIGIT}{{1,2}}届{_DIGIT}中全会 {_DIGIT}、?{_DIGIT}?级 \d{{1,2}}对\d{{1,2}} [一二三四五六七八九十\d]{{1,3}}分钟?[一-鿿]{{0,5}}[圈图]
"""
PLACE_NAME = (
    r"[一二三四五六七八九十百千万]{1,4}[家户元里门台道间座条][渠湾集里沟庄子店岗塘桥巷营坡垸洼村坝河墩屯堡口街院山岭湖港井园岸甲]?"
    r"(?:社区|村|街道|镇|乡|市(?!民)|县|区|路|巷|胡同|小区|苗寨|桥|站)"
)
CLOCK = r"\d{1,2}[时点:：]\d{1,2}分?|[一二三四五六七八九十]+[时点][一二三四五六七八九十]+分"

UNCOUNTED = re.compile("|".join([*SAYINGS.split(), *POLICY_TERMS.split(), PLACE_NAME, CLOCK]))


def sayings(passage: Passage) -> Spans:
    """Where such words stand."""
    return joined(found.span() for found in UNCOUNTED.finditer(passage.text))
