"""Finds names of people inside any text: by words beside them, and as a surname and a given name that no words explain.

A surname alone tells little: 王府井 is no person. So a name is told where words beside it say so (志愿者张桂芳, 张桂芳阿姨, 张三138…),
by a compound surname, with which few words begin (慕容晓霜), or where the text, cut into the words of a dictionary, leaves a surname
and characters of given names over: 走访|困难户|张|桂|芳|家.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from types import ModuleType

from etl.parse.people import COMPOUND, KINDS_OF_ORGANISATION, SURNAMES, TITLES
from etl.parse.script import simplified_by_character

GIVEN_NAME = (  # characters that most given names are written with
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国庆志文辉鹏飞龙凤春秋冬夏雪雨云霜露月星阳晨晓旭东南北西海江河湖波"
    "浩瀚博学思雅琴琪瑶瑞珍珠珊玲琳瑛莹萍莉莲菊荷蓉薇茹菲芬芝芸苗茜蕾蓝青松柏林森桐枫楠彬斌武威猛雄豪俊凯旋胜利永远久安康健福禄"
    "寿喜乐欢悦怡婷婉淑贤惠慧聪颖智仁义礼信德忠孝诚实正直良善美丹彤燕莺鹤鸿雁翔宇宙宏光耀辰景昊天亮晶鑫金银铭锋钢铁锦绣彩虹炎焱"
    "煜炜烨灿熙然子轩梓涵欣妍诗雯倩颜若依诺一小大宝贝家兴旺盛昌荣富贵财源根生世民立成功业进步新希望来有为先祥和吉顺达通才茂发全元"
    "双佳佩君卓卿可嘉园圆培坤垚城堂士声夫奇奎如妹姣姝娇婵媛媚嫣孟季宁定宜宗宽容宾寒尧山岩岚峰岳川州帆帅常广庭廷弘弟彦彪影征心忆怀"
    "恒恩悠情惜愉意慈慕懿扬抒振捷承拓挺政敬斯方昕昱晖晴曼朋朗朝本权李杏杨柔柯栋梁树楚榕槐模欧歌毅水泉泓泽洁洪津洲流浦润淼清渊温滢"
    "潇潮澄澜灵炳烈焕照牧物献珂珏珑理琛琦琬琼瑜瑾璇璐璟璞甜田甲申男畅白百皓益真知石硕碧祖祺禾秉稳竹笑笛纪纯纲素紫维绍经绪绮缘翠翰"
    "耘育胤能臣至致舒航艺艾芙芮苑苏苓茵荃荔莎莫菁菱萌萱葳蒙蓓蔓薪藤虎行衡裕言语谦豫贞赞赫越跃路轶辛迎运逸道遥邦邵郁郎采重野钊钧钰铃"
    "爱卫赐沐宸沛苒玥钦铄杭蔚丞骞蕴栩翊铎锐镇阔阿陆陵陶隆集雷霄霆霖靖非韦韬音韵项颂领风飘馨馥香骁骏高魁鲁鸣麒麟黎默齐姐"
)
# Surnames so usual that they are believed with less around them.
USUAL_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙朱胡郭罗郑梁谢宋唐许韩冯邓曹彭曾肖萧董袁潘蒋蔡余杜苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖贾马何林高田金石方白江夏叶龙毛"
    "万严武戴莫孔汤邹秦邱尹薛阎段雷侯史陶黎贺郝龚邵钱孟熊覃闫倪翁伍游柳俞樊柯甘程韦付欧傅"
)
# Surnames that begin more words than names: believed only behind 姓名： and beside a number of a person.
WORDLY_SURNAMES = "家党全从都时能相公那空连应步向水经房花车班计平权利真越干强能盖后同国有满游查养益沙巢红双厉通边充终衡饶解支井成关别幸和于"
NOT_GIVEN = (  # characters of words that stand beside a surname's character by chance
    "的了在是和与于等及或有为被把让向往从到给对以其之而且但又也都就才只还再最更很没未个名位次场节份元年月日时分岁号第两二三四五六七八九十百千万亿"
    "组团会队村营厅区县街路巷站馆社院店厂部党课们者员办类版款项级层楼栋单双套型量率额数某他她它我你这那哪啊吗呢做看说讲听读写请去来回返送收领"
    "买卖关上下左右内外前后里间处所"
)
# What could be a name by its characters, and is none: places, words.
NO_NAMES = frozenset(
    (
        "白云山", "白石洲", "白银", "陈坪", "东方红", "范文", "高峰", "高中生", "古田路", "顾问", "管理", "韩国", "黄河源", "黄湖", "黄山", "黄石", "金山路",
        "江门", "江南春", "江海洋", "金点子", "金塔", "金银花", "居家", "居民", "景德镇", "康乐园", "雷锋", "黎明", "连云港", "梁山", "龙岩", "陆生", "吕梁", "罗斯",
        "石河子", "石家庄", "石柱", "时间", "苏黎世", "唐山", "唐诗", "田秀才", "万家灯", "万家福", "万家乐", "万宁", "万意", "文明城", "文明家", "吴忠", "武威",
        "徐汇", "许昌", "许可", "许可证", "高海拔", "高光谱", "何意见", "杨浦", "张家川", "张家口", "张家湾", "周五", "周一", "周六", "周折", "任务", "彭水", "秦岭", "秦皇岛", "王老师", "莫言", "贺兰山",
    )
)  # fmt: skip

_SURNAME = rf"(?:{COMPOUND}|[{SURNAMES}付欧])"
_USUAL = rf"(?:{COMPOUND}|(?![{WORDLY_SURNAMES}])[{SURNAMES}付欧])"
_ANY = rf"{_SURNAME}[一-鿿]{{1,2}}"
_LIKELY = rf"{_USUAL}[{GIVEN_NAME}]{{1,2}}"
_END = r"(?![一-鿿])"
_ROLE = (
    "姓名|联系人|负责人|经办人|经手人|记录人|填表人|填报人|审核人|志愿者|义工|社工|居民|村民|党员|书记|主任|组长|队长|队员|老人|长者|学生|患者"
    "|残疾人|户主|捐赠人|捐款人|受助人|受益人|案主|服务对象|家属|签收人|领取人|收款人|申请人|主讲人|讲师|老师|医生|律师|教练|司机|网格员|楼长"
    "|作者|记者|编辑"
)
_VERB = "走访|慰问|看望|帮扶|帮助|探访|陪同|护送|探望|资助|救助|回访|家访|感谢|联系|邀请"
_BEHIND = (
    rf"(?:{TITLES}|老人|书记|主任|律师|教授|教练|长者|的?家[里中]|一家|夫妇|夫妻|母女|母子|父子|父女|本人|等\d*人)"
)
_DIGITS = (
    r"(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{14,17}[\dxX]|\d{3}\*{4}\d*|\*{6})"  # a number of a person, masked or not yet
)
_PATTERNS = tuple(  # each finds a name in its group `name`, in a text in simplified script
    map(
        re.compile,
        (
            rf"(?P<name>(?!东方)(?:{COMPOUND})(?:[一-鿿]{{2}}|[一-鿿]{_END}))(?![一-鿿]{{0,2}}(?:大学|学院))",  # 由慕容晓霜主讲
            rf"(?:{_ROLE})[:：=\s]+(?P<name>{_ANY}){_END}",  # 联系人：张三
            rf"(?:{_ROLE}|{_VERB}|由|给|为|与|跟)(?P<name>{_LIKELY})(?={_BEHIND}|[^一-鿿]|$)",  # 慰问张桂芳一家
            rf"(?P<name>{_ANY})\W?(?={_DIGITS})",  # 张三13812345678
            rf"{_DIGITS}\W?(?P<name>{_ANY}){_END}",  # 138****5678张三
            r"(?<![一-鿿])(?P<name>[张李王赵钱孙吴郑陈刘杨][三四五六七八九])(?![一-鿿月日号])",  # 李四
        ),
    )
)
_ORGANISATION = re.compile(rf"(?:{KINDS_OF_ORGANISATION})$")
LONGEST_KIND = 5  # characters that say what kind of organisation it is: 爱心超市, 志愿者协会
_PLACE = re.compile(  # what follows a name of a place: 石湫|街道
    "省|市|区|县|镇|乡|村|街|路|巷|弄|里|社区|小区|庄|屯|寨|营|湾|桥|山|湖|河|江|公园|花园|苑|站|厅|馆|院|校|店|厂|杯|号|牌|坪|沟|岭|楼|寺|庙|泉"
)
_CHINESE = re.compile("[一-鿿]+")
_TITLE = re.compile(TITLES)
_SURNAMES = frozenset(SURNAMES + "付欧") - frozenset(WORDLY_SURNAMES)
_NOT_GIVEN = frozenset(NOT_GIVEN)
_MAY_BE_NAME = re.compile(f"[{''.join(sorted(_SURNAMES))}][一-鿿]")  # a surname and a character: most texts hold none


@lru_cache(maxsize=1 << 14)  # the same few words of organisers, places and methods come again and again
def names_in(text: str) -> tuple[str, ...]:
    """Return the names of people that can be told in a text, as they are written there."""
    simple = simplified_by_character(text)
    spans = [*_told(simple), *(span for span in _unexplained(simple) if not _is_in_organisation(simple, *span))]
    return tuple(dict.fromkeys(text[start:end] for start, end in spans))


def told_names_in(text: str) -> tuple[str, ...]:
    """Return those names that words beside them or a compound surname tell; of a place, 白石洲 must stay what it is."""
    return tuple(dict.fromkeys(text[start:end] for start, end in _told(simplified_by_character(text))))


def without_names(text: str, names: Iterable[str]) -> str:
    """Return a text with 张某某 in place of each of these names."""
    for name in names:
        text = text.replace(name, _masked(name))
    return text


def _is_in_organisation(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands in that of an organisation which is not called after it: 江埔禾荷农业合作社, not 李小明爱心超市."""
    return bool(_ORGANISATION.search(text)) and (start > 0 or len(text) - end > LONGEST_KIND)


def _told(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands that is told by what is beside it."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if match["name"] not in NO_NAMES:
                yield match.span("name")


def _masked(name: str) -> str:
    surname = re.match(COMPOUND, simplified_by_character(name))
    return name[: surname.end() if surname else 1] + "某某"


def _unexplained(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a surname and a given name stand that are no part of the words into which a dictionary cuts the text."""
    if not _MAY_BE_NAME.search(text):
        return
    words = _words(text)
    for start in words:
        if text[start] not in _SURNAMES:
            continue
        for end in (start + 3, start + 2):
            if end in words or end == len(text):
                pieces = [words[place] for place in range(start, end) if place in words]
                if _is_name(text[start:end], pieces) and not _PLACE.match(text[end:]):
                    yield start, end
                    break


def _words(text: str) -> dict[int, str]:
    """Return {place: word} of a text cut by a dictionary alone; what it does not know stays single characters."""
    words, place = {}, 0
    for word in read_dictionary().cut(text, hmm=False):
        words[place] = word
        place += len(word)
    return words


def _is_name(text: str, pieces: list[str]) -> bool:
    """Tell whether two or three characters that a dictionary cuts into these pieces are a name."""
    surname, given_name = text[0], text[1:]
    if (
        not _CHINESE.fullmatch(given_name)
        or _NOT_GIVEN.intersection(given_name)
        or text in NO_NAMES
        or _TITLE.fullmatch(given_name)
    ):
        return False
    likely, is_usual = sum(character in GIVEN_NAME for character in given_name), surname in USUAL_SURNAMES
    match len(given_name), len(pieces):
        case 2, 3:  # 张|桂|芳
            return is_usual or likely > 0
        case 1, 2:  # 李|娜
            return is_usual and likely == 1
        case 2, 2:  # 马|俊杰, not 高|中生
            return is_usual and likely > 0 and pieces[0] == surname
        case _:  # 李国强 is in the dictionary, marked as a name
            return is_usual and likely == len(given_name) and _is_marked_as_name(text)


def _is_marked_as_name(word: str) -> bool:
    """Tell whether the dictionary marks a word of its own as a name of a person."""
    return str(read_dictionary().tag(word)[0][1]) == "nr"


def read_dictionary() -> ModuleType:
    """Return the library that cuts texts into words; its dictionary takes a tenth of a second, the first time."""
    import rjieba  # a process that only shows figures cuts no text

    return rjieba
