"""A cell that says its row was put off, taken back, lent, pledged or never served is asked about; a text that merely holds such a word is not."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text, refusals, rows_loaded

HEADERS = {
    "donation": ("捐赠日期,捐赠单位,捐赠金额,备注", "2024-03-{day:02},第{day}公司,100,{word}"),
    "fund_use": ("支出日期,用途,支出金额,备注", "2024-03-{day:02},慰问,100,{word}"),
    "activity": ("日期,活动名称,参加人数,备注", "2024-03-{day:02},书法班,20,{word}"),
    "attendance": ("活动名称,签到日期,姓名,备注", "书法班,2024-03-{day:02},张三丰,{word}"),
    "volunteer_service": ("服务日期,姓名,服务时长,备注", "2024-03-{day:02},张三丰,2,{word}"),
    "distribution": ("发放日期,物品,数量,备注", "2024-03-{day:02},大米,2,{word}"),
    "social_organisation": ("成立日期,组织名称,登记形式,状态", "2024-03-{day:02},第{day}队,备案,{word}"),
    "venue": ("启用日期,场地名称,面积,备注", "2024-03-{day:02},第{day}活动室,20,{word}"),
}
ASKED = {
    "donation": "冲红（录错） 红字冲销 退款 已退还 撤回捐赠 支票退票 认捐 意向 认捐，未到账 承诺 代收 预收 利息 上级拨款 政府补助 场地租金 会费 押金 "
    "借款 重复录入 误记",
    "fund_use": "应付 挂账 借出 押金 存定期 购买理财 内部转账 退款 红冲 重复 误付已追回 计划 预算 审批中 不同意 退回修改",
    "activity": "因雨改期 改期到3月22日 改到3月22日 筹备 因疫情停办 暂停 计划 流产 未成 × 重复 中止 撤销 报名中 延期召开",
    "attendance": "有事请假 委托他人 爽约 家属代 因病未参加",
    "volunteer_service": "重复，剔除 重复登记 不计时长 爽约",
    "distribution": "未领 待领取 退回 拒收 过期报废 借用 库存 预留 入库 调拨至某社区",
    "social_organisation": "已注销 停止活动 筹备",
    "venue": "在建 规划中 已停用",
}
LEFT = {
    "donation": "用于困难补助 捐款 已到账 重复捐赠人 义卖收入 微信转账",
    "fund_use": "已付 预付款 含押金 银行手续费 归还图书 计划外支出 退休老人慰问",
    "activity": "补3月15日 改到二楼活动室 与重阳节合办 进行中 计划生育宣传 取消门票",
    "attendance": "迟到 家属 代表队 早退",
    "volunteer_service": "通过 已审核 双倍计时 代签",
    "distribution": "已发放 家属代领 代领 入库时已检查 借用三轮车运送",
    "social_organisation": "正常 活跃",
    "venue": "试运营 装修后启用",
}


def loaded(tmp_path: Path, record: str, words: list[str], **constants: str) -> tuple[list[int], str]:
    """Return the rows stored of a ledger with a word a row, counted from 0, and what is said of the others."""
    header, line = HEADERS[record]
    rows = (line.format(day=number + 1, word=f'"{word}"') for number, word in enumerate(words))
    settings = Settings(record, {"社区": "凤二村", **constants})
    ledger = clean_text(tmp_path, "\n".join([header, *rows]), settings)
    numbers = [number - 2 for table in ledger.tables[record] for number in table["row_no"].to_pylist()]
    return sorted(numbers), " ".join(refusals(ledger))


@pytest.mark.parametrize("record", HEADERS)
def test_words_that_say_a_row_is_none_are_asked_about(tmp_path: Path, record: str):
    words = [*ASKED[record].split(), ""]

    assert loaded(tmp_path, record, words)[0] == [len(words) - 1]
    assert loaded(tmp_path, record, words, 已核对="是")[0] == list(range(len(words)))


@pytest.mark.parametrize("record", HEADERS)
def test_texts_that_only_hold_such_a_word_are_none(tmp_path: Path, record: str):
    words = LEFT[record].split()

    numbers, sentences = loaded(tmp_path, record, words)
    assert numbers == list(range(len(words))), sentences


def cleaned(tmp_path: Path, record: str, text: str) -> tuple[int, str]:
    """Return how many rows of a ledger are stored, and the sentences on those refused."""
    settings = Settings(record, {"社区": "凤二村"})
    ledger = clean_text(tmp_path, text, settings)
    sentences = refusals(ledger)
    return rows_loaded(ledger), " ".join(sentences)


def test_a_negative_amount_takes_back_and_is_stored(tmp_path: Path):
    text = "捐赠日期,捐赠单位,捐赠金额,备注\n2024-03-01,甲公司,500,\n2024-03-02,甲公司,-200,退款\n2024-03-03,乙公司,300,退款\n"

    count, sentences = cleaned(tmp_path, "donation", text)
    assert (count, "像冲销或退款，金额却是正数" in sentences) == (2, True)


def test_what_a_read_column_says_counts_too(tmp_path: Path):
    uses = ["慰问困难户", "借给某社区周转", "转存定期", "归还借款", "上缴街道", "场地押金", "内部转账", "银行手续费"]
    rows = "".join(f"2024-03-{day:02},{use},100\n" for day, use in enumerate(uses, 1))
    count, sentences = cleaned(tmp_path, "fund_use", f"支出日期,用途,支出金额\n{rows}")
    assert (count, "某社区" in sentences) == (2, False)  # whom money was lent to may be a person

    gifts = "捐赠日期,捐赠人,捐赠金额\n2024-03-01,甲公司,500\n2024-03-02,上级拨款,50000\n2024-03-03,利息,3\n"
    assert cleaned(tmp_path, "donation", gifts)[0] == 1

    meetings = "会议日期,议题,参会人数\n2024-03-01,停车,20\n2024-03-15,延期召开,0\n"
    assert cleaned(tmp_path, "consultation", meetings)[0] == 1


def test_an_organisation_with_the_day_it_ended_is_stored(tmp_path: Path):
    text = "组织名称,登记形式,成立日期,注销日期,状态\n甲队,备案,2023-01-01,2024-01-01,已注销\n乙队,备案,2023-01-01,,已注销\n"

    assert cleaned(tmp_path, "social_organisation", text)[0] == 1


DEEDS = {
    "fund_use": (
        "李总捐款 爱心企业捐赠款 收到社会捐赠 接收善款 社会捐资到账 退还王先生捐款",
        "向灾区捐款 使用捐款 购买捐款箱 慰问支出 收到发票 捐款箱 转捐赠款 捐赠仪式布置",
    ),
    "donation": (
        "发放大米 慰问支出 支付场地费 采购口罩 报销",
        "李总捐款 支付宝转账 购买物资捐款 大米捐赠 捐款支出 用于购买图书",
    ),
}


@pytest.mark.parametrize("record", DEEDS)
def test_what_came_in_is_not_spent_and_what_was_spent_is_no_gift(tmp_path: Path, record: str):
    asked, left = (words.split() for words in DEEDS[record])
    rows = "\n".join(f"2024-03-{day:02},{word},100" for day, word in enumerate([*asked, *left], 1))
    settings = Settings(record, {"社区": "凤二村"})
    ledger = clean_text(tmp_path, f"日期,事项,金额\n{rows}", settings, "爱心台账.csv")

    assert [row - 2 for table in ledger.tables[record] for row in table["row_no"].to_pylist()] == [
        *range(len(asked), len(asked) + len(left))
    ]


def test_a_remark_on_spending_may_name_whose_gift_was_spent(tmp_path: Path):
    assert loaded(tmp_path, "fund_use", ["李总定向捐款", "爱心企业捐赠"])[0] == [0, 1]
