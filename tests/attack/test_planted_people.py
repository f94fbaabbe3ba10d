"""Names, numbers and addresses of invented people, written wherever a ledger has room, are looked for in all that a load writes."""

import random
from pathlib import Path

import pytest
from openpyxl import Workbook

from etl import load
from etl.declarations import record_types
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.schema import Column, RecordType
from tests.support.ledgers import loaded, received
from warehouse.build import Build
from warehouse.communities import words_of_places

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方邹熊孟秦邱侯江"
RARE_SURNAMES = "牟佟岳涂褚滕邸闵靳裘鲍冼"
GIVEN = [
    "桂芳",
    "建国",
    "秀英",
    "淑兰",
    "志强",
    "丽华",
    "子轩",
    "梓涵",
    "雨桐",
    "佳怡",
    "浩然",
    "国强",
    "晓明",
    "玉梅",
    "春花",
    "文军",
    "海燕",
    "俊杰",
    "思远",
    "德明",
    "永福",
    "金凤",
    "素珍",
    "凤英",
    "立新",
    "卫东",
    "爱民",
    "世荣",
    "学文",
    "天赐",
    "若曦",
    "宇航",
    "诗琪",
    "嘉欣",
    "美玲",
    "惠珍",
    "瑞雪",
    "秋菊",
    "福生",
    "亚楠",
    "冬梅",
    "丹丹",
    "婷婷",
    "芳",
    "伟",
    "娜",
    "敏",
    "静",
    "磊",
    "艳",
    "杰",
    "娟",
    "涛",
    "超",
    "霞",
    "刚",
    "玲",
    "鹏",
    "辉",
    "斌",
]
COMPOUND_NAMES = ("上官婉晴", "慕容晓霜", "司徒静怡", "欧阳若兰", "诸葛文辉")
PLACES_OF_NAMES = (
    "{}",
    "{}13977038{:03}",
    "联系人：{}",
    "慰问{}老人",
    "志愿者{}",
    "活动登记-{}",
    "{}、{other}",
    "走访困难户{}家",
    "为{}送餐",
    "{}阿姨的生日会",
    "{}个案",
    "由{}主讲",
    "半小时（{}）",
    "{}审核",
    "患者{}复查",
    "给{}治病",
    "低保户{}、{other}",
)
NUMBERS = (
    "139.7703.{:04}", "139——7703——{:04}", "139_7703_{:04}", "一三九七七〇三八二二三", "11010519900307{:04}", "110105 1990 0307 {:04}",
    "QQ：13977{:04}", "微信 wx_{:06}", "护照E1397{:04}", "甘A·{:05}", "6222021234567890{:03}", "幸福路9{:02}号", "3栋2单元5{:02}室",
    "139(7703){:04}", "139，7703，{:04}", "139*7703*{:04}", "l39O770{:04}", "南字第1397{:04}号", "身份证后四位{:04}", "QQ 1397 7{:03}", "住3-2-5{:02}",
)  # fmt: skip
LEAST_SHARE = 0.98  # of what is planted outside the columns of people


def people(count: int, choice: random.Random) -> list[str]:
    """Return invented names, each once."""
    pairs = [surname + given for surname in SURNAMES + RARE_SURNAMES for given in GIVEN]
    return [*COMPOUND_NAMES, *choice.sample(pairs, count - len(COMPOUND_NAMES))]


def planted_ledger(record: RecordType, names: list[str], folder: Path) -> dict[str, list[str]]:
    """Write a ledger of a record type with one person in each text of each row; return {column: names planted there}."""
    book, planted = Workbook(), {}
    sheet = book.active
    sheet.title = f"{names.pop()}的表"
    sheet.append([column.label for column in record.columns])
    for pattern in PLACES_OF_NAMES:
        sheet.append([cell(column, pattern, names, planted) for column in record.columns])
    book.save(folder / f"凤二村{record.label}-{names.pop()}.xlsx")
    return planted


def cell(column: Column, pattern: str, names: list[str], planted: dict[str, list[str]]) -> str:
    """Return the text of a cell: a person where the column takes any text, else its example."""
    if column.kind.is_personal:
        planted.setdefault("", []).append(names[-1])
        return names.pop()
    is_free = column.kind.sql_type == "varchar" and not (column.choices and not column.is_open)
    if not is_free or column.name == "community":
        return "凤二村" if column.name == "community" else column.kind.example
    people = [names.pop() for _ in range(1 + ("{other}" in pattern))]
    planted.setdefault(column.name, []).extend(people)
    return pattern.format(people[0], len(names), other=people[-1])


def everything_written(data: Path) -> str:
    """Return the texts of all that a load wrote but the ledgers themselves: build, clean files, reports, names of files."""
    import duckdb

    texts = []
    build = Build(next((data / "builds").glob("*.duckdb")))
    with duckdb.connect(str(build.path), read_only=True) as connection:
        for (table,) in connection.execute("select table_name from duckdb_tables()").fetchall():
            texts.append(str(connection.execute(f'select * from "{table}"').fetchall()))
    for path in data.rglob("*"):
        if path.suffix == ".parquet":
            texts.append(str(duckdb.execute("select * from read_parquet(?)", [str(path)]).fetchall()))
        elif path.suffix in (".json", ".toml") or path.name.startswith("."):
            texts.append(path.read_text(encoding="utf-8", errors="replace") if path.is_file() else "")
    texts.append("\n".join(str(path.relative_to(data)) for path in data.rglob("*")))
    return "\n".join(texts)


@pytest.fixture(scope="module")
def planted(tmp_path_factory) -> tuple[dict[str, list[str]], str]:
    folder = tmp_path_factory.mktemp("planted")
    (folder / "inbox").mkdir()
    names, planted = people(4_000, random.Random(7)), {}
    for record in record_types().values():
        for column, there in planted_ledger(record, names, folder / "inbox").items():
            planted.setdefault(f"{record.label}.{column}" if column else "", []).extend(there)
    load.bring_up_to_date(folder)
    return planted, everything_written(folder)


def test_no_name_in_a_column_of_people_leaves_the_reading(planted):
    names, written = planted
    assert [name for name in names[""] if name in written] == []


def test_hardly_a_name_in_any_other_text_leaves_the_reading(planted):
    names, written = planted
    elsewhere = {name: column for column, there in names.items() if column for name in there}
    leaked = {name: column for name, column in elsewhere.items() if name in written}
    assert len(elsewhere) > 500
    assert len(leaked) <= (1 - LEAST_SHARE) * len(elsewhere), leaked


def test_numbers_and_addresses_in_every_disguise_are_masked(tmp_path):
    (tmp_path / "inbox").mkdir()
    book = Workbook()
    book.active.append(["活动名称", "日期", "社区", "参与人次", "地点"])
    planted = [pattern.format(number + 111, str(number)) for number, pattern in enumerate(NUMBERS)]
    for number in planted:
        book.active.append([f"家访（{number}）", "2024-03-05", "凤二村", "5", number])
    book.save(tmp_path / "inbox" / "凤二村活动.xlsx")
    load.bring_up_to_date(tmp_path)
    written = everything_written(tmp_path)

    assert [number for number in planted if number in written] == []


def test_the_headers_of_a_sheet_that_is_not_recognised_are_listed_without_people(tmp_path):
    (tmp_path / "inbox").mkdir()
    book = Workbook()
    book.active.append(["活动名称", "日期", "社区", "参与人次"])
    book.active.append(["义诊", "2024-03-05", "凤二村", "5"])
    book.create_sheet("登记").append(["狄仁贤", "走访次数", "13755557777"])
    book.worksheets[1].append(["1", "2", "3"])
    book.save(tmp_path / "inbox" / "凤二村活动.xlsx")
    load.bring_up_to_date(tmp_path)
    written = everything_written(tmp_path)

    assert "看到的表头：狄某某、走访次数、137****7777。" in written
    assert [text for text in ("狄仁贤", "13755557777") if text in written] == []


def test_a_word_that_is_stated_to_be_no_name_stays(tmp_path):
    ledger = "活动名称,日期,社区,参与人次,地点\n义诊,2024-03-05,凤二村,5,李家豪\n义诊,2024-03-06,凤二村,5,王建国\n"
    received(tmp_path, {"凤二村活动.csv": ledger}, Settings(constants={"不是姓名": "李家豪"}))
    build = loaded(tmp_path)[1]

    assert build.rows("select place from activity order by 1") == [("李家豪",), ("王某某",)]
    hints = build.rows("select row_no, \"column\", cell from problem where code = 'personal_data'")
    assert hints == [(3, "地点", "王某某")]


def test_the_place_a_ledger_is_of_is_no_person_and_a_person_called_so_stays_one(tmp_path):
    ledger = "活动名称,日期,社区,参与人次\n走进梅林,2024-03-05,梅林社区,5\n走访困难户梅林女士,2024-03-06,梅林社区,5\n"
    received(tmp_path, {"春季活动.csv": ledger})
    build = loaded(tmp_path)[1]
    titles = [title for (title,) in build.rows("select title from activity order by held_on")]

    assert titles[0] == "走进梅林"
    assert titles[1].startswith("走访困难户梅某某") and "梅林" not in titles[1]
    assert words_of_places(["李明社区服务记录", "梅林社区服务中心台账"]) == {"梅林"}


def test_a_ledger_is_known_by_a_name_without_its_people_and_keeps_what_was_stated(tmp_path):
    ledger = {"凤二村张桂芳13977038223.csv": "日期,时长（小时）\n2024-03-01,2\n"}
    received(tmp_path, ledger, Settings(constants={"姓名": "甲演示"}))
    (name,) = Inbox(tmp_path).names()

    assert name.startswith("凤二村张某某139****8223~")
    assert Inbox(tmp_path).settings_of(name).constants == {"姓名": "甲演示"}
    assert Inbox(tmp_path).remove("凤二村张桂芳13977038223.csv") == [name]
