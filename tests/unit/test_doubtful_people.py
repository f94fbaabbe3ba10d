"""Groups and firms in the place of a person's name are told apart from ordinary names."""

from random import Random

import pytest

from etl import parse
from sample.names import people

GROUPS = """万科 华为 永辉 海尔 美团 三中 一中 附中 2019届校友 98级同学 第一网格 楼栋第三组 环卫队 施工队 舞蹈队 合唱团 高三班 二班 初二3班 物业部 方集团 腾讯公益
李记火锅 三年级家长 丁商行 丙药店 隆兴铺 阳光坊 王中心 狮子会 阳光网格"""

# Made up: usual and rare surnames, given names that are words or end like names of groups, compound surnames, other peoples, posts.
NAMES = """张伟 王芳 李娜 刘洋 王秀英 李桂英 张建国 陈国会 李学社 张登科 赵文团 周立群 吴群 郑联 马国联 陈世连 刘户 王中学 李同学 孙文化 王建设 张科技 王农业 周教育 马能源 宋文会 李学会
王会 张院 李社 黄连 江海连 张家群 李校 赵委 李公益 欧阳文 欧阳娜娜 司马例 上官例云 诸葛例 东方例 慕容雪 令狐例 皇甫例 尉迟例 公孙例 长孙例云 端木例 申屠刚 淳于例 南宫雪 夏侯例 司徒例云
钟离春 轩辕明 濮阳兴 独孤例 呼延例 赫连例 拓跋例 澹台明 鲜于通 欧阳建设 欧阳文会 方正 高峰 江山 平安 黄河 白雪 向阳 高兴 江南 石头 金星 健康 安康 程序 路遥 万里 丁香 古月 林海
周全 严明 万国强 万科举 万美玲 华为民 华国庆 全红梅 谷爱云 郎秀平 孔令春 马小龙 石智强 易建军 刘翔宇 林丹丹 傅海云 莫小言 贾平安 苏童 阿来 阎连生 路内 张连生 张社平 王组贤 于站 乔队 池部 常州
李处 邱局 江班 海涛 阿里木 扎西 卓玛 次仁 才让 达娃 古丽 买买提 帕提古丽 阿依古丽 艾力 巴图 娜仁花 其其格 布和 金社 金小日 朴小树 韦小云 蓝天 农建业 侬智高 牛群 马三喜
贾小玲 宋小轶 宁静 陈数 胡可 佟为民 黄海云 文章 车小晓 于小慧 党爱军 能红梅 时传华 水小霞 揭丽 占大伟 商丽会 查海生 池小莉 铁小凝 方方 白小宇 金晨 单纯 雷小军 丁小磊 王石
杜甫 花木兰 张小泉 郑和 吴忠 徐汇 秦岭 黄山 杨梅 牡丹 桂花 买买提·阿不都 LIHUA 张老师 李女士 爱心人士"""


@pytest.mark.parametrize("name", GROUPS.split())
def test_a_group_or_a_firm_in_the_place_of_a_name_is_told(name):
    assert parse.is_doubtful_person(name)


@pytest.mark.parametrize("name", NAMES.split())
def test_an_ordinary_name_is_none(name):
    assert not parse.is_doubtful_person(name)


def test_no_name_of_the_sample_is_one():
    assert [name for name in people(Random(6), 600) if parse.is_doubtful_person(name)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *(
            ("李明队", "…队"),
            ("张三班", "…班"),
            ("三年级张小明家长", "三年级…"),
            ("张三家长", "…家长"),
            ("古丽班", "…班"),
        ),
        *(("第二网格张伟", "第二网格…"), ("2019级李明", "2019级…"), ("初二3班李明家长", "…3班…"), ("丁商行", "…商行")),
        *(
            ("2019届校友", "2019届校友"),
            ("第一网格", "第一网格"),
            ("三年级家长", "三年级家长"),
            ("三中", "三中"),
            ("万科", "万科"),
        ),
    ],
)
def test_of_a_text_with_a_name_in_it_only_the_words_for_groups_are_repeated(text, words):
    assert parse.is_doubtful_person(text)
    assert parse.words_of_doubtful(text) == words


def test_no_character_of_a_name_before_or_behind_a_word_for_groups_is_repeated():
    for text in (text for name in NAMES.split()[:60] for text in (f"第三网格{name}", f"2019级{name}", f"{name}家长")):
        assert parse.words_of_doubtful(text) in ("第三网格…", "2019级…", "…家长")
