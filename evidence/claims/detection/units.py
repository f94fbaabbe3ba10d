"""Reads the measure word that makes a number a count, or the noun that lets a count do without one."""

import re
from dataclasses import dataclass

# Measure words that are never the beginning of another word.
_UNGUARDED = """
人次 户次 场次 批次 班次 车次 节次 家次 人份 件 套 辆 册 篇 盒 箱 袋 桶 瓶 杯 碗 床 棵 株 吨 斤 公斤 千克 毫升 亩 公顷
平方米 平方公里 平方千米 立方米 平米 ㎡ 公里 千米 厘米 幢 课时 学时 小时 钟头 分钟 个月 年 星期 学期 季度 载
美元 港元 港币 日元 欧元 块钱 倍 枚 颗 粒 趟 遍 盏 届 剂 捆 艘 人天 工时 公分 秒 公尺 张床位
"""
# Measure words that another character continues into another word: 3家庭, 10部门 and 2条例 count no 家, 部 or 条.
# measure word → the pattern that must not follow it.
_GUARDED = {
    "人": "均(?!表示|已|为|来自|获|能|有|参|感|得到|通过|按|在|未|可(?!支配))|民(?!间)|次|口|份|才(?!艺)|员|们|性|物(?!业|资|品|流)|类|气|格|数(?!字|学|据|码)|缘|居环境|力资|工智能|大代表|大会|社局", "名": "单(?!身|亲)|称|义(?!工|务|诊)|列",
    "位": "数(?!学|字|据)|于|置|列|居(?!民)|移(?!民)|一体", "户": "外(?!来|地|出|迁|籍)|籍|型|口|均(?!表示|已|为|来自|获|能|有|参|感|得到|通过|按|在|未|可(?!支配))|主们", "家": "庭|长(?!者|期|租)|人(?!力|民)|园(?!区|林)|乡(?!镇|村)|门口|务|政(?!府|法)|属|访|族|里|风|教(?!育|培)|国|具(?!有|备)|电(?!影|力|信|商|子)|常|喻",
    "个": "别|性(?!质)|体(?!育|验|检|系)|中(?!心|小学|学|医|队|型|国|华)", "项": "目(?!标|前|的)", "件": "套", "次": "日(?!常)|要|序|方|性", "场": "地(?!方)|所|馆|景|合(?!唱|作|练)|内(?!部)|外(?!出|地)", "期": "间|限|望|待|刊|末|满|许",
    "批": "准|评|复", "轮": "椅|流|岗|换|胎|值|车|驱", "支": "部|持|付|出|委|撑|援|教(?!育|师)|书(?!法|画)|柱|队(?!伍)", "条": "例|款|线(?!索)|腿", "份": "额|子",
    "台": "账|风|湾|州|下|阶", "张": "贴|罗|皮|网", "本": "次|月|年|地(?!方|图)|社(?!区[一-鿿]{0,6}(?:手册|指南|读本|画册|书))|科(?!普|技|学|幻)|人|市|区|县|镇|村|级|届|期|着|质|土|领|报|项|校|院|街|来|周|账|位",
    "部": "门|分|位|署|队|级|长|委", "幅": "度", "包": "括|含|联|保|村|片|户|容|装|饺|粽|办", "盘": "点|活", "把": "握|手|关|好|脉|锁|尺|火",
    "双": "方|向|拥|报|减|重|月|休|语|联|争|创|提", "顶": "层|级", "块": "钱", "面": "积|对|向|临|粉|食|包|部|试|貌|上|条",
    "通": "过|知|道|讯|信|报|行|常|用|车|告|俗", "副": "主|书|会|市|县|区|镇|所|局|院|理|秘|处|总|部|省|食|业|作|教|研|高", "页": "面", "头": "部|目|上|脑|年|天|发|疼", "匹": "配", "只": "有|要|是|能|为|需|用", "克": "服|隆", "升": "级|至|到|学|高|旗|国|温|值|降", "平方": "方|米", "米": "、|面|粉|油|袋|线",
    "平": "方|米|均|安|台|时|等|价|行|衡|稳|常|坦|凡|息|整", "处": "于|理|置|罚|级|长(?!廊|椅|凳|者)|所|境|方|室|在|分(?!别|布|散)", "所": "有|在|属|以|长(?!者|期)|谓|需|得|辖|做",
    "间": "接|隙|断", "座": "谈|位|右|落|椅", "栋": r"\d", "组": "织|建|成|长(?!者)|员|团|合|内|别|委",
    "对": r"于|接|象|口|话|待|面|应|比|照|此|联|手|外|标|策|\d|一", "门": "口|前|牌|店|诊|类|户|槛|外|球|禁|窗|楼", "堂": "屋",
    "节": "日|目|约|省|点|假|能|水|庆|气|奏", "课": "程|堂|题|后|间|余|本|文", "讲": "座|解|述|师|话|堂|究|好", "天": "津|气|然|文|使|生",
    "周": "岁|年|边|到|期|全|[一二三四五六日末]", "元": "旦|宵|素|老(?!人|年|龄)|件(?!件)|首(?!期|批|笔|付|款|次)",
    "分": "别|钟|为|析|成(?!绩)|工|布|管|享|流|类|配|散|发|局|会|队|之|店|级|层|开|支|离|校|公司|红|段|批|头|期|行|片|组|区|歧|担|解|中心|站",
    "字": "号|样|典|母|幕|(?:工作)?[法诀经]", "句": "式|半", "种": "植(?!物)|子|养|下|花(?!卉|草)|树(?!木|苗)|菜|粮|地(?!方)", "类": "似|型|别", "样": "板|本|式|子", "款": "物|项|待|式",
    "盆": "景|地", "束": "缚", "餐": "厅|饮|桌|具|补", "桌": "面|子", "顿": "时", "回": "收|应|访|复|答|到|家|报|馈|来|族|顾|去|归|乡|升|落|龙|迁|合",
    "步": "行|道|骤|入|伐|调|走|(?:工作)?法", "单": "位|元|身|亲|独|一|项|纯|价|据|词|车|次|人|户|日|双|打|个|张|笔|机制|制|式",
    "笔": "试|者|记|画|会", "股": "份|东|权|长|民", "根": "据|本|治|源", "卷": "入|宗", "片": "区|面|刻|段", "段": "时|位|子|落|锦",
    "票": "据|选|价", "席": "位", "宗": "旨|教|祠|族|亲|地", "例": "如|外(?!伤|来|地)|会|行(?!动|为)|子|题|证", "则": "是|为|由|在|需",
    "起": "来|到|点|步|草|义|诉|初|源|床|伏|飞|码|先|作用|着|因(?:是|为|在于)|于|至|底", "道": "路|德|具|歉|理|口|士|教|别|观", "针": "对|灸|织", "架": "构|设|子", "圈": "子",
    "车": "辆|站|位|主|间|道|厢|展|库|险|程", "岗": "位|亭|前",
    "里": "[^，。；、的路地外长山以]",
    # 6大“社邻帮帮团”, 十大板块; not 六大行动: anything but these kinds must not follow
    "大": "(?![“一-鿿]{0,8}?(?:帮帮团|服务队|志愿队|板块))",
}  # fmt: skip

# How measure words are written, whatever follows, with those of ages and buildings, which no figure has.
MEASURE_WORDS = (*_UNGUARDED.split(), *_GUARDED, "%", "岁", "号楼")
DURATION = frozenset({"年", "个月", "周", "星期", "学期", "季度", "载"})
# Units that a bare 百 千 万 counts in: 百名, 千万人次 are counts; 百场, 万家 are figures of speech.
BARE_COUNTS = frozenset({"人次", "名", "元", "份", "场次", "平方米", "小时", "册", "亩", "户次", "位", "%"})
# Spellings of one measure word.
_CANONICAL = {
    "块钱": "元",
    "块": "块",
    "平米": "平方米",
    "平方": "平方米",
    "㎡": "平方米",
    "平": "平方米",
    "平方千米": "平方公里",
    "千米": "公里",
    "钟头": "小时",
    "港币": "港元",
    "个人": "人",
    "公分": "厘米",
}

# The unit of a count without measure word, by the noun after it: 200余|困难群众 are 人, 300多|低保家庭 are 户.
_NOUNS = {
    "人": "群众|居民|村民|市民|老人|长者|老年人|儿童|孩子|小朋友|学生|青少年|青年|未成年人|志愿者|义工|党员|社工|社会工作者|干部|职工|游客|学员|人员|患者|妇女|残疾人|师生|会员|网友|观众|人口|人才|骨干|业主|骑手|学子",
    "户": "家庭|农户|商户|住户|居民户|困难户|低保户",
    "个": "社区|项目|小区|街道|乡镇|行政村|网格|站点|微心愿|个案|小组",
    "家": "企业|机构|社会组织|单位|商家|爱心企业",
    "份": "物资|礼包|礼品|问卷",
    "元": "善款|资金|经费|捐款|慰问金|救助金|助学金|人民币|现金",
    "场": "活动",
}  # fmt: skip
# What continues such a noun into the name of something else: 志愿者|服务队, 老人|之家.
_NOT_A_NOUN = r"(?!服务队|队|服务站|站|服务中心|中心|协会|联合会|团|之家|日|节|驿站|热线|工作|服务|委员会)"
# The same by the words before it: 募集善款|7700多万 are 元, 个案|400余 are 例.
_NAMED_BEFORE = {
    "元": r"(?:款|资金|收入|支出|经费|金额|总额|价值|投入|募集|筹集|筹得|筹款|募款|捐赠|到账|现金|结余|折合|折价|人民币|[￥¥$])",
    "人次": r"(?:人次|参与量|客流量?)",
    "人": r"(?:人口|人数|居民|志愿者|会员|社工|老人|党员|群众|粉丝|用户|学员|观众|受众|劳动力|职工|儿童|学生|残疾人|学子)",
    "小时": r"(?:时长|时数|工时|志愿服务时间)",
    "例": r"(?:个案)",
    "次": r"(?:次数|小组|走访|探访|活动)",
    "场": r"(?:场次|场数)",
    "户": r"(?:户数|家庭)",
    "件": r"(?:件数|物资)",
    "个": r"(?:个数|总量|数量|总数)",
    "分": r"(?:得分|评分|均分|分数)",
}

# The same in a table cell or list, where a colon parts label and number: 服务人次：|2400.
LABELS_WITH_COLON = {
    "人次：": "人次",
    "人数：": "人",
    "户数：": "户",
    "场次：": "场",
    "时长：": "小时",
    "次数：": "次",
    "金额：": "元",
}

# Units with something inside or behind them.
_VARIANT_FORMS = (
    r"个(?P<infix>多|来)?(?P<after>半)?(?P<span>小时|钟头|月|星期|学期|工作日|学时|课时)",  # 一|个半小时, 两|个多月
    r"个(?P<person>人)(?![和及、与]?(?:家庭|团体|单位|先进|荣誉|奖|所))",  # 30|个人; not 5个个人奖
    r"个(?P<points>百分点|点(?!位|击|子|赞|评|状|单|[一-九]))",  # 12|个百分点
    r"人(?:[（·/]次[）]?|（[家户次]）次)",  # 300|人/次, 300|人（次）
    r"元人民币",
    r"天(?P<half>半)",  # 3|天半
)


def _measure_pattern() -> str:
    words = dict.fromkeys(_UNGUARDED.split(), "") | _GUARDED
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(unit + (f"(?!{words[unit]})" if words[unit] else "") for unit in longest_first)


# A measure word of any kind, the longest first.
UNIT = re.compile(rf"(?P<variant>{'|'.join(_VARIANT_FORMS)})|(?P<unit>{_measure_pattern()})")
# Any of the nouns, its group numbered by its unit's place in _NOUNS.
_NOUN = re.compile("|".join(rf"(?P<n{i}>(?:{nouns}){_NOT_A_NOUN})" for i, nouns in enumerate(_NOUNS.values())))
# The words of _NAMED_BEFORE with what may stand between them and the number: 志愿者|已达|700余.
_LEFT = {
    unit: re.compile(rf"{words}(?:合计|共计|总计|累计|总数|已|共|合计|约|近|超|突破|达到?|为|是|有|[：:])*$")
    for unit, words in _NAMED_BEFORE.items()
}


@dataclass(frozen=True)
class MeasureWord:
    """A measure word after a number: its ordinary form, where it ends, and the half or the 多 inside it (一个半小时)."""

    name: str
    end: int
    plus: float = 0
    mark: str = ""


def unit_at(text: str, start: int) -> MeasureWord | None:
    """Return the measure word that begins at an offset."""
    match = UNIT.match(text, start)
    if not match:
        return None
    if match["variant"] is None:
        return MeasureWord(_CANONICAL.get(match["unit"], match["unit"]), match.end())
    half = 0.5 if match["after"] or match["half"] else 0
    return MeasureWord(_variant_name(match), match.end(), half, match["infix"] or "")


def _variant_name(match: re.Match[str]) -> str:
    if match["span"] in ("月", "工作日"):
        return "个" + match["span"]
    if match["span"]:
        return _CANONICAL.get(match["span"], match["span"])
    if match["points"]:
        return "个百分点"
    return "人" if match["person"] else {"人": "人次", "元": "元", "天": "天"}[match[0][0]]


def unit_of_noun(text: str, start: int, reach: int = 7) -> str:
    """Return the unit of the noun counted, which stands within `reach` characters, before any other sign: 人 for 200余困难群众."""
    clause = re.match(r"(?![岁周旬号级后年月日时点层楼届版线度码])[一-鿿“”]*", text[start : start + reach + 5])
    match = _NOUN.search(clause[0]) if clause else None
    if not match or match.start() > reach:
        return ""
    return list(_NOUNS)[int(str(match.lastgroup)[1:])]


def unit_named_before(text: str, end: int) -> str:
    """Return the unit that the words before the number name: 元 for 募集善款7700多万, 例 for 个案400余."""
    before = text[max(0, end - 14) : end]
    return next((unit for unit, pattern in _LEFT.items() if pattern.search(before)), "")
