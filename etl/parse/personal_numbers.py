"""Masks the numbers and addresses inside any text by which a person can be found, however they are written."""

import re
import unicodedata
from functools import lru_cache

ASCII_TWINS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width forms
_DIGITS = {  # of other scripts, as Uyghur writes them, and those of formulas: ١٣٨, 𝟭𝟯𝟴
    code: ord("0") + unicodedata.decimal(chr(code))
    for code in (*range(0x660, 0xABFA), *range(0x1D7CE, 0x1D800))
    if chr(code).isdecimal()
}
_TWINS = {**_DIGITS, **ASCII_TWINS}

_S = r"[ ._·•/—–-]{0,2}"  # what people put between the groups of a number
_GROUPS = r"[ ._·•/—–,*()-]{0,2}"  # the same between the groups of a mobile number
_DIGIT = "[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖⓪①②③④⑤⑥⑦⑧⑨]"
# 440106199001011234, 44010619900101123X, 440106 1990 0101 1234, 440106 19900101 123 X
LONG_NUMBER = re.compile(
    rf"(?<![0-9]\.)[0-9]{{15,}}[Xx]?|(?<![0-9])[0-9]{{6}}{_S}(?:18|19|20)[0-9]{{2}}{_S}[0-9]{{4}}{_S}[0-9]{{3}}{_S}[0-9Xx]"
)
CARD_NUMBER = re.compile(  # 6222 0212 3456 7890 123, not 2021 2022 2023 2024 nor 1000 2000 3000 4000
    r"(?<![0-9])(?!(?:(?:19|20)[0-9]{2}[ -]?){3}|(?:[0-9]{2}00[ -]?){3})[0-9]{4}(?:[ _—–-]{0,2}[0-9]{4}){3}(?:[ _—–-]{0,2}[0-9]{1,3})?(?![0-9])"
)
UNEVEN_CARD_NUMBER = re.compile(  # 6222 02 1234 5678 901 2, 62220 21234 56789 01234: of UnionPay, in any groups
    rf"(?<![0-9])(?<![0-9]\.)62[0-9]{{2}}(?!00)(?:{_S}[0-9]){{12,15}}(?![0-9])"
)
# 13812345678, 138-1234-5678, 138.1234.5678, +86 138 1234 5678
# 139(1234)5678, 139，1234，5678, 139*1234*5678 too, not 150*2000*3000mm
MOBILE = re.compile(
    rf"(?<![0-9])(?<![0-9]\.)((?:\+?86{_S}|0)?1[3-9][0-9]){_GROUPS}[0-9]{{4}}{_GROUPS}([0-9]{{4}})(?![0-9]|[ ]?(?:mm|cm|毫米|厘米))"
)
LETTERED_MOBILE = re.compile(  # l39I2345678, 139O2345678: letters in place of 1 and 0
    r"(?<![A-Za-z0-9])(?!1[0-9 -]{10,12}(?![A-Za-z0-9]))[1lI][3-9][0-9lIOo][ -]?[0-9lIOo]{4}[ -]?[0-9lIOo]{4}(?![A-Za-z0-9])"
)
SPACED_MOBILE = re.compile(r"(?<![0-9])1([ ._·-])[3-9](?:\1[0-9]){9}(?![0-9])")  # 1 3 8 1 2 3 4 5 6 7 8
SPLIT_MOBILE = re.compile(  # 1 39 8765 4321, 139 876 54321: up to four groups, one of them long, none a year
    r"(?<![0-9])(?<![0-9][ .,])(?=(?:[0-9]+ ){1,3}[0-9]+(?! ?[0-9]))(?=[0-9 ]*[0-9]{4})(?![0-9 ]*(?<![0-9])(?:19|20)[0-9]{2}(?![0-9]))"
    r"1 ?[3-9](?: ?[0-9]){9}(?! ?[0-9])"
)
WRITTEN_OUT = re.compile(rf"{_DIGIT}(?:[ -]?{_DIGIT}){{10,}}")  # 一三八一二三四五六七八
_EITHER = f"[0-9{_DIGIT[1:]}"  # a digit as a figure or as a word
MIXED_MOBILE = re.compile(  # 1398765四三二一; 一三九，八七六五，四三二一
    rf"(?<!{_EITHER[:-1]}.])[1一幺壹①][3-9三四五六七八九叁肆伍陆柒捌玖③④⑤⑥⑦⑧⑨]{_EITHER}"
    rf"[ ,-]?{_EITHER}{{4}}[ ,-]?{_EITHER}{{4}}(?!{_EITHER}|[ ]?(?:mm|cm|毫米|厘米))"
)
LANDLINE = re.compile(
    r"(?<![0-9])(?<![0-9]\.)(\(?0(?:10|2[0-9]|[3-9][0-9]{2})\)?)[ -]?[0-9]{3,4}[ -]?[0-9]{4}(?![0-9])"
)  # (020)12345678, (020)1234-5678
TELEPHONE = re.compile(r"((?:电话|手机|座机|联系方式|[Tt]el)(?:号码?)?[:. ]*)[0-9][0-9 -]{5,}[0-9]")  # 电话：8765 4321
EMAIL = re.compile(  # meihong88@qq.com, meihong88艾特qq点com, meihong88(at)qq.com
    r"[A-Za-z0-9._%+-]{1,64} ?(?:@|艾特|[(\[][Aa][Tt][)\]]) ?([A-Za-z0-9-]+(?:(?:\.|点)[A-Za-z0-9-]+)+)"
)
_CHAT = (  # how people write 微信 and QQ: 薇信, V信, 企鹅号, Q Q, 加扣
    r"[Qq] ?[Qq]|扣扣|企鹅|(?<=加)[Qq扣Vv微薇]|(?<![A-Za-z])[Qq](?=号|[0-9]{7})|[微薇威] ?信|[Vv][❤♥]\ufe0f?|[Ww]e[Cc]hat|(?<![A-Za-z])(?:[Vv][Xx]|[Vv]信|wx)"
    r"|(?:抖音|快手|支付宝|微博|钉钉)(?=账?号)"
)
CHAT = re.compile(  # 加微：liudehua1970, 微信：王大姐wdj_6688, QQ：12345678, QQ 1234 5678, QQ 1 2 3 4 5 6, QQ：五八一七三三二零, 微信号是 li_xiaoming
    rf"((?:{_CHAT})(?:(?:群主?|账?号码?|ID|群)[是为]?|加)?(?:[:=. ]*|[:：][一-鿿]{{1,4}}(?=[A-Za-z]*[-_0-9])))"
    rf"(?:[0-9]{{5,11}}|[0-9]{{3,5}}(?: [0-9]{{3,5}}){{1,3}}|[0-9](?: [0-9]){{4,10}}|{_DIGIT}{{5,11}}|[A-Za-z][-_A-Za-z0-9]{{5,19}})(?![A-Za-z0-9])"
)
PASSPORT = re.compile(  # 护照E12345678, 通行证H1234567890; without such a word where its digits are no date
    r"((?:护照|通行证|回乡证|军官证|士兵证|警官证|居住证)(?:号码?)?[:. ]*)[A-Za-z]{1,2}(?:[ -]?[0-9]){7,10}"
    r"|(?<![A-Za-z0-9])[EG](?!(?:19|20)[0-9])[0-9]{8}(?![0-9])"
)
CERTIFICATE = re.compile(  # of an officer: 南字第12345678号, 士兵证1234567; not 记字第000123号
    r"((?<![记收付转银现凭])字第(?=[0-9]{6,8}号)|(?:军官|士兵|警官|残疾人?)证(?:号码?)?[:. ]*)[0-9]{6,20}(?![0-9])"
)
_NO_DATE = r"(?!(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9](?![0-9]))"
CARD_OF_A_PERSON = re.compile(  # 台胞证01234567, 社保卡号：A12345678, 医保号 44012345678, 卡号 62220212; not 医保缴费380000
    r"((?:(?:台胞|驾驶|行驶|老年|优待|退休|居住|结婚|房产|学生|健康|献血)证|驾照|(?:社保|医保|社会保障|医疗保险)(?:卡|证|号|账户|个人编号|编号)|户口[簿本]|一卡通|银行卡|存折|卡号|[账帐]号)"
    rf"(?:号码?|编号)?[是为]?[:. ]*){_NO_DATE}[A-Za-z]{{0,2}}[0-9][0-9 -]{{4,22}}[0-9Xx](?![0-9])"
    r"|((?:社保|医保|身份证)[:. ]*)[0-9]{10,20}(?![0-9])"  # 社保44010619660307
)
_PART = "(?:后|末|尾)(?:[三四五六七八]|[3-8])位(?:数字?|号码?)?"
LAST_DIGITS = re.compile(  # 身份证后六位123456, 手机尾号1234, 031234（身份证后六位）
    rf"((?:{_PART}|尾号)(?:是|为)?[^0-9A-Za-z一-鿿]{{0,3}})[0-9]{{3,7}}[0-9Xx](?![0-9])"
    rf"|(?<![0-9])[0-9]{{3,7}}[0-9Xx](?=[^0-9A-Za-z一-鿿]{{0,2}}(?:身份证|证件|手机|电话|银行卡)(?:号码?)?的?(?:{_PART}|尾号))"
)
PLATE = re.compile(  # 甘A·12345, 粤a12345, 粤Z1234港, 甘A-12345, 甘 A 12345, 粤 B D 1 2 3 4 5
    r"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-HJ-NP-Za-hj-np-z])[·• -]?(?=[A-HJ-NP-Za-z ]*[0-9])"
    r"(?:[A-HJ-NP-Za-hj-np-z0-9]{5,6}|[A-HJ-NP-Z0-9](?: [A-HJ-NP-Z0-9]){4,5}|[A-HJ-NP-Z0-9]{4}(?:[港澳警挂领]|学(?![年期校生习])))(?![A-Za-z0-9])"
)
_ONES = "[零〇一二三四五六七八九]"
_COUNT = "(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[甲乙丙丁A-Z])"
_ROOM = rf"(?:[0-9]{{3,4}}(?![0-9年])|{_ONES}{{3,4}}(?!{_ONES}|年))(?:室|房|号|户)?"
_BUILDING = "(?:[0-9A-Z]{1,4}|[一二三四五六七八九十]{1,3})(?:栋|幢|座|号楼)"
_NO_COUNT = "(?![人户位名元件本份次])"  # 15号院302人
_DOOR = r"(?<![0-9A-Za-z.#共有计约达-])(?!(?:19|20)[0-9]{2})[1-9][0-9]?(?:0[1-9]|1[0-2])"  # 502, 1203, not 150
DWELLING = re.compile(  # 3栋2单元501室, 5号楼1201, 18栋3-1202, 三栋二单元一二零三, 12幢甲单元301, 7座A梯2003, 三单元501, 3-2-501室, 6#1203, 12#2-601
    rf"{_BUILDING}(?:{_COUNT}(?:单元|门|梯)|(?:[0-9]{{1,2}}-){{1,2}})?{_ROOM}|{_COUNT}(?:单元|梯){_ROOM}"
    rf"|[0-9]{{1,3}}-(?:[0-9]{{1,2}}-)?[0-9]{{3,4}}(?:室|房)|(?<![0-9A-Za-z])[0-9A-Z]{{1,3}}#楼?-?(?:[0-9A-Z]{{1,2}}#?(?:门|单元)|(?:[0-9]{{1,2}}-){{1,2}})?{_ROOM}"
    # 号 in front of 3楼301, A栋12楼B室, 12楼B室
    rf"|(?:(?:{_BUILDING}|(?<=号)){_COUNT}[楼层]{_ROOM}(?!会议|教室|活动|办公)|(?:{_BUILDING})?{_COUNT}[楼层][A-Z][0-9]{{0,3}}(?:室|房))"
    # 2单元6楼东户, 15号院302, 502住户, 502室, 4区12号楼, what follows 12号: 甲3室
    rf"|(?:{_BUILDING})?(?:{_COUNT}单元)?{_COUNT}[楼层][东西南北中左右]{{1,2}}户(?!外)"
    rf"|(?<![0-9])[0-9]{{1,4}}号院[0-9]{{3,4}}(?![0-9年]){_NO_COUNT}(?:室|房)?"
    rf"|{_DOOR}住户(?!数)|(?<![0-9A-Za-z.#-])[1-9][0-9]{{2,3}}室(?![内外温])"
    rf"|(?<![0-9A-Za-z])(?:[0-9A-Z]{{1,2}}|[一二三四五六七八九十])区[0-9]{{1,3}}(?:栋|幢|号楼)|(?<=号)[甲乙丙丁A-Z]?[0-9]{{1,4}}(?:室|房)"
    # what follows 门牌号 and the like: 501, 2-501
    rf"|(?:(?<=门牌)|(?<=门牌号)|(?<=房号)|(?<=房间号)|(?<=家住)|(?<=门牌号[: ])|(?<=房号[: ])|(?<=家住[: ]))(?:[0-9]{{1,2}}-){{0,2}}(?!(?:19|20)[0-9]{{2}})[0-9]{{3,4}}(?![0-9年-]){_NO_COUNT}"
)
_CODE = r"[0-9]{1,3}[-–—][0-9]{1,2}[-–—](?!(?:19|20)[0-9]{2})[0-9]{3,4}(?![0-9-])"  # 58-2-301, not 3-5-2024
DWELLING_CODE = re.compile(  # 住58-2-301, A区58-2-301, 58-2-301的住户, not GA-58-2-301
    rf"((?:栋|幢|单元|楼|小区|[0-9A-Z一二三四五六七八九东西南北]区|花园|苑|院|家|住|址|访|户|门牌)[^0-9A-Za-z-]{{0,6}}){_CODE}"
    rf"|(?<![0-9A-Za-z.-]){_CODE}(?=的?[^0-9A-Za-z一-鿿]?(?:室|房|住|户|家|号|门))"
)
BARE_DWELLING = re.compile(rf"(?<![0-9A-Za-z.-]){_CODE}")
HOUSE_NUMBER = re.compile(  # 幸福路972号, 三社12号, 南华街十八号; not 幸福路3号院, 幸福路十八号线
    r"((?:路|街|巷|弄|道|胡同|里|村|庄|社区|小区|花园|号院|[0-9一二三四五六七八九十]社)第?)[0-9]{1,5}(?:-[0-9]{1,4})?号(?![楼院])"
    r"|((?:路|街|巷|弄|大道|胡同)第?)[一二三四五六七八九十百零〇]{1,5}号(?![楼院线馆站文])"
)
# What each of these needs: a digit, many digits as words, or what stands before a name in a chat.
_MAY_HOLD_ONE = re.compile(
    rf"[0-9@]|艾特|[Aa][Tt][)\]]|{_DIGIT}[ -]?{_DIGIT}[ -]?{_DIGIT}|[十百]{_DIGIT}?号|{_DIGIT}号|[楼层][东西南北中左右A-Z]|{_CHAT}"
)


@lru_cache(maxsize=1 << 14)  # the same activities and places come again in ledger after ledger
def without_identifiers(text: str) -> str:
    """Return a text with every number by which a person can be found masked (138****5678), and all else as it was written.

    Digits in a row from fifteen on are taken for identity or bank cards: no quantity in a ledger is that long.
    """
    half_width = text.translate(_TWINS)
    if not _MAY_HOLD_ONE.search(half_width):
        return text
    for pattern, mask in MASKS:
        if pattern.search(half_width):
            text = _masked(pattern, mask, text)
            half_width = text.translate(_TWINS)
    return text


def without_dwellings(text: str) -> str:
    """Return a text that names a place without codes of dwellings, which elsewhere may be codes of anything: 58-2-301."""
    return _masked(BARE_DWELLING, "***", text)


def _masked(pattern: re.Pattern[str], mask: str, text: str) -> str:
    """Return a text with the mask in place of every match; other digits match like those of ASCII."""
    # Of the same length, so that its matches are places in the text as written.
    half_width = text.translate(_TWINS)
    pieces, end = [], 0
    for match in pattern.finditer(half_width):
        pieces += [text[end : match.start()], match.expand(mask)]
        end = match.end()
    return "".join(pieces) + text[end:]


MASKS = (
    (LONG_NUMBER, "******"),
    (CARD_NUMBER, "******"),
    (UNEVEN_CARD_NUMBER, "******"),
    (MOBILE, r"\1****\2"),
    (LETTERED_MOBILE, "******"),
    (SPACED_MOBILE, "******"),
    (SPLIT_MOBILE, "******"),
    (WRITTEN_OUT, "******"),
    (MIXED_MOBILE, "******"),
    (LANDLINE, r"\1****"),
    (TELEPHONE, r"\1****"),
    (EMAIL, r"***@\1"),
    (CHAT, r"\1****"),
    (PASSPORT, r"\1******"),
    (CERTIFICATE, r"\1******"),
    (CARD_OF_A_PERSON, r"\1\2******"),
    (LAST_DIGITS, r"\1****"),
    (PLATE, r"\1****"),
    (DWELLING, "***"),
    (DWELLING_CODE, r"\1***"),
    (HOUSE_NUMBER, r"\1\2***号"),
)
