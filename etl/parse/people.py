"""Reads names of people and organisations. A sentence that refuses a name does not repeat it: names go no further."""

import re
from collections.abc import Sequence
from typing import Literal

from etl.parse.as_above import AS_ABOVE_SIGN, means_as_above
from etl.parse.name_characters import COMPOUND, SURNAMES, WORDLY_SURNAMES
from etl.parse.person_keys import KEY, is_keyed_organisation
from etl.parse.personal_numbers import LONG_NUMBER, MOBILE
from etl.parse.plain_names import plainness
from etl.parse.texts import BLANK_SIGN, BLANK_WORD, FORMULA_ERROR, content, normalised, simplified, squeezed

TITLES = (
    "先生|女士|小姐|太太|同志|老师|师傅|医生|阿姨|叔叔|伯伯|婆婆|公公|大爷|大妈|大姐|大哥|奶奶|爷爷"
    "|女生|男生|同学|小朋友|家长"
)
KIN = "姐|哥|叔|伯|姨|婆|嫂|妈|爸"
# 姓名：张三, 联系人：李四
ROLE = re.compile(r"^(?:姓名|志愿者|义工|社工|党员|联系人|负责人|居民|村民):")
REMARK = re.compile(  # 张三(女), 李四(组长), 王五()
    r"\((?:男|女|组长|队长|副队长|党员|志愿者|社工|居民|村民|本人|代签|代|电话|手机|联系电话|联系人)?:?\)"
)
# The 先生 of 张国华先生; not the 老师 of 张老师 and 欧阳老师, which would leave no full name.
TITLE = re.compile(rf"(?<=..)(?<!^(?:{COMPOUND}))(?:{TITLES})$")
# 张三、李四
SEVERAL = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:[、,;/&和与][\u4e00-\u9fff·]{2,4})+")
_COUNT = "[0-9一二两三四五六七八九十百]"
# 王五等5人, 张三等, 3人, 5名志愿者, 全体党员: people together; 一名党员 is one; 某某小学全体师生
GROUP = re.compile(
    rf".+等(?:{_COUNT}*(?:多|余)?(?:人|名|位|户).{{0,4}})?|(?!一[名位]){_COUNT}+(?:多|余)?个?(?:人|名|位).{{0,4}}|.*全体.+"
)
# 李秀英（2人）, 王桂兰+1, 张三 共3人, 张建国（带孙子）, 王五（及家人）: a name and those who came along; （1人） is one, （带队） leads
_KIN = "孙子|孙女|外孙|小?孩子?|儿子?|女儿?|老伴|爱人|妻子|丈夫|父母|父亲|母亲|家属|家人|宝宝|朋友"
_WITH_OTHERS = re.compile(
    rf".+\((?:共|等|计|合计|一家|全家)?(?![1一][人名位口户]){_COUNT}+(?:人|名|位|口|户)\)|.+(?:[+＋]|外加|另加)(?:[0-9]+(?:人|名|位|口)?|{_KIN})"
    r"|[一-鿿·]{1,8}(?<!第)(?!1[人名位口户])(?:[0-9]+[余多来]?[人名位口]|[0-9]+[余多来]户|(?<![栋幢座元苑楼号])[0-9]{1,2}户|(?<=[户庭众民])[0-9]+户)"  # no dwelling: 三栋302户
    rf"|.+\((?:带|含|携|及|和|与|加|另带|陪同?)(?:(?:{_KIN})|[0-9]+).{{0,4}}\)"
)
_OF_SEVERAL = (SEVERAL, GROUP, _WITH_OTHERS)
LEAST_NAMES = 2  # between spaces, beginning with a surname that begins more names than words
_BETWEEN_NAMES = re.compile(r"[、,，;；/\n]+")  # 甲社工站、乙银行；丙医院
MIDDLE_DOTS = str.maketrans("•・‧∙⋅˙", "······")
LETTER = re.compile(r"[^\W\d_]|\*")
LONGEST = 40
_GIVES = re.compile(r"(?<=..)(?:捐款|捐赠|捐助|赠送|资助|赞助)$")  # 某某公司捐款: what was done is no part of the name
# *瑛, 李XX, 匿名捐款人; letters before sets, since a search for one of several letters is fast
MASK = re.compile(
    r"\*|＊|×|○|●|□|■|※|_|\?|？|xx|xX|Xx|XX|[Aa]nonymous|ANONYMOUS|匿名|无名氏|佚名|不愿透露|不具名|未署名|隐名"
)
_KIND_OF_PEOPLE = (  # 困难群众, 环卫工人, 志愿者若干: people together, and no name
    r"(?:(?:困难|低保|特困|贫困|残疾|残障|高龄|独居|空巢|孤寡|失独|失能|留守|困境|流动|优抚|计生|一线|户外|本?社区|小区|辖区|周边|部分|广大|退役|退休){0,2}"
    r"(?:群众|居民|村民|家庭|老人|老年人|长者|儿童|学生|党员|职工|员工|工人|劳动者|人员|妇女|青少年|军人|住户|居民户|低保户|志愿者)"
    r"|(?:环卫|保洁|建筑|外卖|快递|清洁)(?:工人?|员|小哥|骑手)|农民工|骑手|保安员?|门[卫岗]|保洁|护工|[交民辅]警|医护|网格员)(?:们|等|若干[人名位]?|数[人名位])?"
)
# 空调维修工人, 辖区商户: where nobody's name stands before the word
_MORE_PEOPLE = re.compile(
    r"([一-鿿]{2,8})(?:工人|人员|员工|职工|群众|老人|长者|家庭|住户|困难户|低保户|学生|儿童|师生|党员|队员|骑手|小哥|司机"
    r"|民警|城管|教师|护士|军人|妇女|残疾人|志愿者|业主|商户|租户)(?:们|等|若干[人名位]?|数[人名位])?"
)
_OF_AN_AGE = re.compile("[0-9]+周?岁.{0,3}(?:老人|老年人|长者|居民|村民|人员|儿童|学生|群众)")  # 60岁以上老人
_WORKERS = re.compile(
    "(?:社区|街道|居委会?|村委会?|社工站|机构|中心)?(?:全体)?(?:工作人员|职工|员工|干部|社工|网格员|两委(?:成员|干部)?)们?"
)
_HOW_MANY = re.compile(rf"\(?(?:(?:等|共|每户|户均)?{_COUNT}+[余多来]?个?[人名位口户]\)?|等[人户]?|全体)|[+＋][0-9]+")
_KNOWN_PEOPLE = re.compile(_KIND_OF_PEOPLE)
# One of them may stand for somebody not named: 居民, 一名党员
_ANYBODY = re.compile("居民|村民|群众|党员|家庭|住户|志愿者|老人|学生|员工|职工")
# S, 李X, 张某某, 小王, 李女士, 陈姐; 热心居民们; 一名党员, 村民
MASKED = re.compile(
    rf".?|[\u4e00-\u9fff]?[A-Za-z]|.{{0,2}}某{{1,2}}(?:{TITLES}|居民|人|群众|市民|爱心人士|党员)?"
    rf"|[小老阿].|(?:.|{COMPOUND}|[A-Za-z])(?:{TITLES})|[^阿](?:{KIN})"
    r"|(?:.{0,6})(?:爱心|热心|好心|善心)(?:人士|居民|市民|群众|人|村民|网友|街坊|个人|党员|家庭)(?:们)?"
    r"|(?:一位|一名|某位|某|各)?(?:居民|村民|群众|市民|街坊|党员|志愿者|老人|网友|微信用户|路人|本人|个人|散客|其他|其它)(?:们|等)?"
    r"|.{0,4}(?:捐款|募捐|爱心|功德|乐捐)箱"  # what many gave, and nobody's name
    rf"|{_KIND_OF_PEOPLE}"
)
# A name taken for an organisation's stays readable, so the short endings ask for a longer name: 陈国会 is a person.
KINDS_OF_ORGANISATION = (  # words that end the name of an organisation and hardly that of anything else
    r"公司|集团|银行|学校|小学|中学|大学|学院|幼儿园|医院|养老院|敬老院|福利院|护理院|法院|检察院|书院|图书馆|博物馆|文化馆|卫生站|卫生院|诊所|药房|协会|商会|学会|联合会|基金会?|慈善会"
    r"|中心|社区|居委会|村委会|村委|村民小组|居民小组|委员会|街道|办事处|政府|支部|党委|总支|联社|经济社|合作社|超市|商店|门店|餐厅|酒店|饭店|酒楼|茶楼|工厂"
    r"|事务所|研究院|研究所|派出所|服务站|工作站|社工站|服务队|志愿队|工作室|物业|商行|企业|机构|单位"
)
# 历下区, 商河县: a place in a list of donors stands for its people, and is nobody
ORGANISATION = re.compile(
    rf"[^、,;/&·]+(?:{KINDS_OF_ORGANISATION})|[^、,;/&·]{{2,}}(?:[区县市]|面包房|花房|眼科|牙科|快递|工会|支行|分行|门市|酒家)|[^、,;/&·]{{4,}}[镇乡]"
    r"|[^、,;/&·]{3,}[店厂局团社馆部会队铺坊厅站]|[^、,;/&·]{1,6}\([一二三四五六七八九十0-9]+\)班|中国[一-鿿]{2,6}|中石[化油]|[^、,;/&·]+(?:妇联|残联|工商联|团委|义工联)"
)


def person(text: str) -> str | None:
    """Return the name of one person as names are compared: 张 三 (女), 張三 and 张三13800138000 are all 张三.

    A mobile or identity number written into the name is dropped: the same person must stay the same where it is
    lacking. A title goes when a full name remains. Two names in a cell are refused.
    """
    if is_plain_name(text):
        return text
    name = party(text)
    if name and (any(kind.fullmatch(name) for kind in _OF_SEVERAL) or _are_names(text.split())):
        raise ValueError("姓名一格里不止一个人，请一人写一行。")
    if name and _NOT_ONE_PERSON.fullmatch(name):
        raise ValueError("这一格写的不是一个人的姓名，请一人写一行；说不出姓名的，一人一行写“匿名”。")
    return name and TITLE.sub("", name)


def party(text: str) -> str | None:
    """Return the name of a person or an organisation, or of people giving together, as names are compared."""
    if is_plain_name(text):
        return text
    if content(text) is None:
        return None
    if key := KEY.fullmatch(text.strip()):
        return key[1] + (key[2] or "")
    name = simplified(squeezed(text).translate(MIDDLE_DOTS))  # 买买提•阿不都
    name = MOBILE.sub("", LONG_NUMBER.sub("", ROLE.sub("", name)))
    name = _GIVES.sub("", name)
    name = REMARK.sub("", name).replace("()", "").strip(",;:、/。.-").upper()
    if not name or len(name) > LONGEST or not LETTER.search(name) or means_as_above(name):
        raise ValueError("这一格不是姓名或名称，请写姓名或单位全称。")
    return name


# 全体, 李四夫妇, 社区工作人员, 待补: several people, or nobody named yet
_NOT_ONE_PERSON = re.compile(
    r"全体|大家|众人|(?:多|数)[人名位]|若干[人名位]?|.{1,6}(?:夫妇|夫妻|一家|全家)(?:[0-9两二三四五]+[人口])?|待[补填录定]|补录"
    rf"|{_WORKERS.pattern}"
)

# Of a name that is plain all that follows is known: it is what it is, of one person, and not masked.
is_plain_name = plainness(
    *(BLANK_SIGN, BLANK_WORD, FORMULA_ERROR, re.compile(AS_ABOVE_SIGN), KEY, MOBILE, LONG_NUMBER, ROLE, REMARK, TITLE),
    *(_GIVES, *_OF_SEVERAL, _NOT_ONE_PERSON, MASK, MASKED, _KNOWN_PEOPLE, _OF_AN_AGE, _WORKERS, _MORE_PEOPLE),
)

_WORD_OF_NAMES = re.compile(r"[一-鿿·]{2,4}")
_NAME = re.compile(rf"(?:{COMPOUND}|[{SURNAMES}])[一-鿿]{{1,2}}")  # 张三, 欧阳娜娜
_OF_COMPOUND = re.compile(rf"(?:{COMPOUND})(?:{KINDS_OF_ORGANISATION})")  # 东方超市: a whole word behind the surname


def looks_like_name(text: str) -> bool:
    """Tell whether a whole text may be the name of one person: a surname and one or two characters."""
    return _NAME.fullmatch(simplified(squeezed(text))) is not None


def _are_names(words: Sequence[str]) -> bool:
    """Tell whether words between spaces are names of people, two of them surely: 张伟 李丽萍, but not 张 伟 and 李明 党员."""
    sure = [word for word in words if looks_like_name(word) and word[0] not in WORDLY_SURNAMES]
    return len(sure) >= LEAST_NAMES and all(map(_WORD_OF_NAMES.fullmatch, words))


_COMMUNITY = re.compile(r"[^\d、,;/]{1,12}(?:社区|村|居委会|村委会)(?:[(（]演示[)）])?")  # 凤二村, 社东社区


def is_community_name(text: str) -> bool:
    """Tell whether a text ends as names of communities do."""
    return _COMMUNITY.fullmatch(normalised(text)) is not None


def is_masked_name(text: str) -> bool:
    """Tell whether a name cannot tell one person from another: *瑛, S*, 张某, 李女士, 爱心人士, 张三等12人."""
    if is_plain_name(text):
        return False
    name = normalised(text)
    is_known = MASK.search(name) or any(kind.fullmatch(name) for kind in (MASKED, GROUP, _WITH_OTHERS))
    return bool(is_known) or is_kind_of_people(name)


def is_kind_of_people(text: str) -> bool:
    """Tell whether a text stands for people together: 困难群众, 环卫工人, 志愿者若干, 辖区商户; 李小明老人 is one."""
    name = normalised(text)
    more = _MORE_PEOPLE.fullmatch(name)
    is_open = more is not None and not looks_like_name(more[1])
    return is_open or any(kind.fullmatch(name) for kind in (_KNOWN_PEOPLE, _OF_AN_AGE, _WORKERS))


def are_several_people(text: str) -> bool:
    """Tell whether a text stands for more people than one, how many said or not: 环卫工人, 独居老人12人, 张三等5人."""
    if is_plain_name(text):
        return False
    name = normalised(text)
    is_counted = GROUP.fullmatch(name) or _WITH_OTHERS.fullmatch(name)
    return bool(is_counted) or (is_kind_of_people(name) and not _ANYBODY.fullmatch(name))


def words_of_group(text: str) -> str:
    """Return what a name says of people together, without who is named: 环卫工人, …等5人, …队员; "…" of what says nothing more."""
    name = normalised(text)
    tells = _HOW_MANY.search(name)
    if any(kind.fullmatch(name[: tells.start()] if tells else name) for kind in (_KNOWN_PEOPLE, _WORKERS)):
        return name[: tells.end()] if tells else name
    if _OF_AN_AGE.fullmatch(name):
        return name
    more = _MORE_PEOPLE.fullmatch(name)
    return "…" + (tells[0] if tells else name[more.end(1) :] if more else "")


def is_organisation(text: str) -> bool:
    """Tell whether a name reads as that of an organisation, which stays named, by the word it ends with."""
    name = normalised(text)
    is_sure = name[-1:] in ("区", "县", "市") or _OF_COMPOUND.fullmatch(name) is not None
    return ORGANISATION.fullmatch(name) is not None and (is_sure or _NAME.fullmatch(name) is None)


Nature = Literal["单位", "个人"]  # what a party is
# 捐赠单位, 接收部门, 爱心企业; not 捐赠单位及个人, 捐赠人（单位）, 单位/姓名
_OF_ORGANISATIONS = re.compile(r"[^人者员/及和、或户]*(?:单位|企业|部门|机构|团体|公司|商家)(?:名称|全称)?")
_OF_ONE_HOUSE = re.compile("夫妇|夫妻|一家|全家|父[子女]|母[子女]|兄弟|姐妹|同学|同志")


def heads_organisations(header: str) -> bool:
    """Tell whether a header says that what stands beneath are organisations and no people."""
    return _OF_ORGANISATIONS.fullmatch(normalised(header)) is not None


def nature(text: str, of_organisations: bool = False) -> Nature | None:
    """Return what the parties in one cell are, None where an organisation and a person stand side by side: 甲公司、张三.

    Below a header `of_organisations` a name that is none of a person is one of an organisation: 腾讯公益, 环卫一班.
    """
    parts = [part for part in _BETWEEN_NAMES.split(text) if part]
    are_organisations = {
        is_keyed_organisation(part) or is_organisation(part) or (of_organisations and _is_no_person(part))
        for part in parts
    }
    if len(are_organisations) > 1:
        return None
    return "单位" if True in are_organisations else "个人"


def _is_no_person(name: str) -> bool:
    """Tell whether a name of Chinese characters can hardly be one of a person: neither of the form of one, nor masked, nor of people of one house."""
    bare = TITLE.sub("", normalised(name))
    is_of_people = bool(
        _NAME.fullmatch(simplified(bare)) or is_masked_name(bare) or "·" in bare or _OF_ONE_HOUSE.search(bare)
    )
    return not is_of_people and re.search("[一-鿿]{2}", bare) is not None


def organisations(text: str) -> str | None:
    """Return the organisations among several names in one cell, in their order, with 、 between; people among them are left out."""
    names = [normalised(part) for part in _BETWEEN_NAMES.split(content(text) or "")]
    known = list(dict.fromkeys(name for name in names if is_organisation(name)))
    if any(names) and not known:
        raise ValueError("这一格看不出是哪些单位，请写单位的全称，几个单位用顿号隔开；个人不写在这里。")
    return "、".join(known) or None
