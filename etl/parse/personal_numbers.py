"""Masks the numbers and addresses inside any text by which a person can be found, however they are written."""

import re
from functools import lru_cache

ASCII_TWINS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width forms

_S = r"[ ._·•/—–-]{0,2}"  # what people put between the groups of a number
_GROUPS = r"[ ._·•/—–,*()-]{0,2}"  # the same between the groups of a mobile number
_DIGIT = "[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]"
# 440106199001011234, 44010619900101123X, 440106 1990 0101 1234
LONG_NUMBER = re.compile(
    rf"(?<![0-9]\.)[0-9]{{15,}}[Xx]?|(?<![0-9])[0-9]{{6}}{_S}(?:18|19|20)[0-9]{{2}}{_S}[0-9]{{4}}{_S}[0-9]{{3}}[0-9Xx]"
)
CARD_NUMBER = re.compile(  # 6222 0212 3456 7890 123, not 2021 2022 2023 2024
    r"(?<![0-9])(?!(?:(?:19|20)[0-9]{2}[ -]?){3})[0-9]{4}(?:[ _—–-]{0,2}[0-9]{4}){3}(?:[ _—–-]{0,2}[0-9]{1,3})?(?![0-9])"
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
WRITTEN_OUT = re.compile(rf"{_DIGIT}(?:[ -]?{_DIGIT}){{10,}}")  # 一三八一二三四五六七八
LANDLINE = re.compile(
    r"(?<![0-9])(?<![0-9]\.)(\(?0(?:10|2[0-9]|[3-9][0-9]{2})\)?)[ -]?[0-9]{3,4}[ -]?[0-9]{4}(?![0-9])"
)  # (020)12345678, (020)1234-5678
TELEPHONE = re.compile(r"((?:电话|手机|座机|联系方式|[Tt]el)(?:号码?)?[:. ]*)[0-9][0-9 -]{5,}[0-9]")  # 电话：8765 4321
EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
CHAT = re.compile(  # QQ：12345678, QQ 1234 5678, 微信号是 li_xiaoming
    r"((?:[Qq]{2}|扣扣|微信|[Ww]e[Cc]hat|(?<![A-Za-z])(?:[Vv][Xx]|V信|wx))(?:(?:号码?|ID)[是为]?)?[:=. ]*)"
    r"(?:[0-9]{5,11}|[0-9]{3,5}(?: [0-9]{3,5}){1,3}|[A-Za-z][-_A-Za-z0-9]{5,19})(?![A-Za-z0-9])"
)
PASSPORT = re.compile(  # 护照E12345678, 通行证H1234567890; without such a word where its digits are no date
    r"((?:护照|通行证|回乡证|军官证|士兵证|警官证|居住证)(?:号码?)?[:. ]*)[A-Za-z]{1,2}[0-9]{7,10}"
    r"|(?<![A-Za-z0-9])[EG](?!(?:19|20)[0-9])[0-9]{8}(?![0-9])"
)
CERTIFICATE = re.compile(  # of an officer: 南字第12345678号, 士兵证1234567; not 记字第000123号
    r"((?<![记收付转银现凭])字第(?=[0-9]{6,8}号)|(?:军官|士兵|警官|残疾人?)证(?:号码?)?[:. ]*)[0-9]{6,20}(?![0-9])"
)
_PART = "(?:后|末|尾)(?:[三四五六七八]|[3-8])位(?:数字?|号码?)?"
LAST_DIGITS = re.compile(  # 身份证后六位123456, 手机尾号1234, 031234（身份证后六位）
    rf"((?:{_PART}|尾号)(?:是|为)?[^0-9A-Za-z一-鿿]{{0,3}})[0-9]{{3,7}}[0-9Xx](?![0-9])"
    rf"|(?<![0-9])[0-9]{{3,7}}[0-9Xx](?=[^0-9A-Za-z一-鿿]{{0,2}}(?:身份证|证件|手机|电话|银行卡)(?:号码?)?的?(?:{_PART}|尾号))"
)
PLATE = re.compile(  # 甘A·12345, 甘A-12345, 甘 A 12345
    r"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-HJ-NP-Z])[·• -]?(?=[A-HJ-NP-Z]*[0-9])"
    r"[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
)
DWELLING = re.compile(  # 3栋2单元501室, 5号楼1201, 2单元501, 三单元501, 3-2-501室
    r"[0-9A-Z]{1,4}(?:栋|幢|座|号楼)(?:[0-9]{1,3}(?:单元|门))?[0-9]{3,4}(?:室|房|号|户)?|[0-9]{1,3}单元[0-9]{3,4}(?:室|房|号|户)?"
    r"|[0-9]{1,3}-(?:[0-9]{1,2}-)?[0-9]{3,4}(?:室|房)|[一二三四五六七八九十]{1,3}(?:单元|栋|幢|号楼)[0-9]{3,4}(?![0-9年])(?:室|房|号|户)?"
)
_CODE = r"[0-9]{1,3}[-–—][0-9]{1,2}[-–—](?!(?:19|20)[0-9]{2})[0-9]{3,4}(?![0-9-])"  # 58-2-301, not 3-5-2024
DWELLING_CODE = re.compile(  # 住58-2-301, 58-2-301的住户, not GA-58-2-301
    rf"((?:栋|幢|单元|楼|小区|花园|苑|院|家|住|址|访|户|门牌)[^0-9A-Za-z-]{{0,6}}){_CODE}"
    rf"|(?<![0-9A-Za-z.-]){_CODE}(?=的?[^0-9A-Za-z一-鿿]?(?:室|房|住|户|家|号|门))"
)
BARE_DWELLING = re.compile(rf"(?<![0-9A-Za-z.-]){_CODE}")
HOUSE_NUMBER = re.compile(  # 幸福路972号, not 幸福路3号院
    r"((?:路|街|巷|弄|道|胡同|里|村|庄|社区|小区|花园)第?)[0-9]{1,5}(?:-[0-9]{1,4})?号(?![楼院])"
)
# What each of these needs: a digit, many digits as words, or what stands before a name in a chat.
_MAY_HOLD_ONE = re.compile(
    rf"[0-9@]|{_DIGIT}[ -]?{_DIGIT}[ -]?{_DIGIT}|[Qq]{{2}}|扣扣|微信|[Ww]e[Cc]hat|[Vv][Xx]|V信|wx"
)


@lru_cache(maxsize=1 << 14)  # the same activities and places come again in ledger after ledger
def without_identifiers(text: str) -> str:
    """Return a text with every number by which a person can be found masked (138****5678), and all else as it was written.

    Digits in a row from fifteen on are taken for identity or bank cards: no quantity in a ledger is that long.
    """
    half_width = text.translate(ASCII_TWINS)
    if not _MAY_HOLD_ONE.search(half_width):
        return text
    for pattern, mask in MASKS:
        if pattern.search(half_width):
            text = _masked(pattern, mask, text)
            half_width = text.translate(ASCII_TWINS)
    return text


def without_dwellings(text: str) -> str:
    """Return a text that names a place without codes of dwellings, which elsewhere may be codes of anything: 58-2-301."""
    return _masked(BARE_DWELLING, "***", text)


def _masked(pattern: re.Pattern[str], mask: str, text: str) -> str:
    """Return a text with the mask in place of every match; full-width digits match like half-width ones."""
    # Of the same length, so that its matches are places in the text as written.
    half_width = text.translate(ASCII_TWINS)
    pieces, end = [], 0
    for match in pattern.finditer(half_width):
        pieces += [text[end : match.start()], match.expand(mask)]
        end = match.end()
    return "".join(pieces) + text[end:]


MASKS = (
    (LONG_NUMBER, "******"),
    (CARD_NUMBER, "******"),
    (MOBILE, r"\1****\2"),
    (LETTERED_MOBILE, "******"),
    (SPACED_MOBILE, "******"),
    (WRITTEN_OUT, "******"),
    (LANDLINE, r"\1****"),
    (TELEPHONE, r"\1****"),
    (EMAIL, r"***@\1"),
    (CHAT, r"\1****"),
    (PASSPORT, r"\1******"),
    (CERTIFICATE, r"\1******"),
    (LAST_DIGITS, r"\1****"),
    (PLATE, r"\1****"),
    (DWELLING, "***"),
    (DWELLING_CODE, r"\1***"),
    (HOUSE_NUMBER, r"\1***号"),
)
