"""A remark of several words that says its row does not count is asked about; one that merely holds such a word, or says that it was made good, is not."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text, refusals, rows_loaded

LEDGERS = {
    "volunteer_service": ("服务日期,姓名,服务时长,备注", "2024-03-{day:02},张三丰,2"),
    "attendance": ("活动名称,签到日期,姓名,备注", "书法班,2024-03-{day:02},张三丰"),
    "casework": ("个案编号,接案日期,备注", "GA1{day:02},2024-03-{day:02}"),
    "service_request": ("工单编号,受理时间,类别,备注", "GD1{day:02},2024-03-{day:02},环境"),
    "donation": ("捐赠日期,捐赠单位,捐赠金额,备注", "2024-03-{day:02},第{day}公司,100"),
    "distribution": ("发放日期,物品,数量,备注", "2024-03-{day:02},大米,2"),
    "fund_use": ("支出日期,用途,支出金额,备注", "2024-03-{day:02},慰问,100"),
    "activity": ("日期,活动名称,参加人数,备注", "2024-03-{day:02},书法班,20"),
}
ASKED = {
    "volunteer_service": (
        "中途离开，只做1小时|有偿，50元/天|时长待核实|事假|人未到|未服务|放鸽子|无故缺席|时长无效|不予认定|"
        "请假未到|临时有事没来|重复登记，不计|因病请假，未参加|中途离开不计时长|与上一行重复|未签退，时长不计|"
        "因雨取消，未开展|误录，请删除|已取消报名|报名未到|录错了|不计入时长|当天请假，由李某顶替"
    ),
    "attendance": (
        "报名后取消|无故缺席|请假一次|缺|（请假）|"
        "临时有事没来|有事请假了|家里有事，没来参加|报名了但没来|因病未到场|本人没来（请假）|代签，本人未到|"
        "爽约（电话不通）|未参加本次活动|重复签到，与第3行重复|出差没来"
    ),
    "casework": (
        "评估后不接|重复建档|撤案|仅咨询，未立案|不予立案|与GA001为同一案|测试|"
        "转介区民政，不计本站|不计入本站个案数|重复，与GA001同一人|误录|已并入GA002|此条作废|不纳入统计（外区居民）"
    ),
    "service_request": (
        "测试单|误拨|测试工单|市民撤销|骚扰电话|无效工单|合并到第3条|与GD001重复|重复派单|同上一条重复|系重复工单|与3月5日那条重复|误录，请忽略|合并到GD-2025-003|与A1重复"
    ),
    "donation": (
        "支票未兑付|承诺，月底到|此笔未到账|款未到|"
        "作废，重开0012303|此票作废|已作废，见0012303|已退回捐赠人|捐款已退还本人|"
        "因故退款，原路退回|支票被退票|仅认捐，未到账|口头承诺|款项尚未到账，催款中|本单作废重开|3月5日已退款"
    ),
    "distribution": (
        "外出，待送|重名，已剔除|外出，下次补领|待发|已搬走|"
        "不在家，未领|人户分离，未领取|电话不通未领|外出，尚未领取|已搬走，未发放|本人拒收|放弃领取|"
        "已去世，退回仓库|住院没来领|不在家，未领，下周补领|未发（不在家）|拒领，物资退回社区|已过世未领"
    ),
    "fund_use": (
        "审计剔除|由街道支付|费用由物业承担|发票未报销|款项尚未支付|待报销，票据不全|误记，见下行|重复报销已冲，重复登记"
    ),
    "activity": (
        "cancelled|下月开展|未成功举办|人数不足取消|合并到上一场|待办|"
        "因雨取消，另行通知|活动取消|因疫情未能举办|人数不足，未开展|延期，时间待定|因台风停办|重复上报|"
        "已取消（无人报名）|改期，待定|街道主办，不计入社区统计|不纳入街道数据|"
        "已在2月上报|同上一场，合并统计|数据待核实|此行仅供参考|非本社区活动"
    ),
}
COUNTED = {
    "volunteer_service": (
        "替班|补签|值班|无效投诉处理|事假人员的班由其代值|"
        "不计报酬|迟到10分钟|双倍计时|请假半天，服务2小时|已补签退|与社工一起服务|重复使用物资|"
        "代替李阿姨值班|餐费不计入|不合格品已清理|第一次参加|午休时间不计时长|请假改为周日服务，已完成|"
        "顶替请假人员|未到退休年龄|取消限制|服务2小时|无偿服务|餐补20元"
    ),
    "attendance": (
        "迟到10分钟|早退|未到期会员|后来到了|带孩子参加|由儿子陪同|忘带身份证|请假，后来又到了|部分人没来|"
        "补签|因病坐轮椅参加|未参加过培训|有事提前离开|没有签名，已核实"
    ),
    "casework": (
        "结案|撤案申请被驳回|转介后已接案|"
        "重开|转介区民政|不计报酬|长期跟进|服务对象拒绝入户，改为电话|未到法定年龄|与社区民警一起处理|"
        "家属未到场，已电话沟通|作废低保证已补办|案主缺席庭审"
    ),
    "service_request": (
        "重复来电|不属实|转派区城管|重办|退款已到账|垃圾袋已退|受理中|"
        "重办件|多次投诉，已解决|重复投诉|与物业协调|夜间施工|非本辖区|与去年情况相同|取消停车限制|已回复，未评价"
    ),
    "donation": (
        "原收据作废，已换新票|替换作废的0012302|不开票|退休党员捐款|匿名|已到账|未到期支票|取消匿名|"
        "退伍军人集体捐|承诺用于助学|用于未入学儿童|收据未领取|与去年相同"
    ),
    "distribution": (
        "女儿代|已搬走家具|搬走后回来领取的，已补领|"
        "不在家，由邻居代领|家属代领|未领过低保|儿子代领|送货上门|不在家，已送到邻居家|住院，老伴来领的|"
        "外出，3月10日已补领|未到期（2026年）|已领|放弃米，改为油|拒绝拍照|未发现问题|待人接物好|"
        "不在家，后来已领取"
    ),
    "fund_use": ("已付|不含未付尾款|发票已报销|付清|报销凭证3号|预付款|重复使用的横幅|待客茶水"),
    "activity": (
        "非本社区|线上|已报街道|补录|"
        "因雨改到室内举办|原定3月1日，延期至今天举办，已完成|取消门票|已补办|居民反映未解决停车|计划生育宣传|"
        "照常举办|因疫情改为线上举办|活动取消了抽奖环节|人数未统计|未到场嘉宾2人|延期一小时开始|未成年人专场|"
        "不计人数的开放活动|参与数据已核实|场地由物业提供|其他社区居民参加"
    ),
}


def loaded(tmp_path: Path, record: str, remarks: list[str], **constants: str) -> tuple[list[str], list[str]]:
    """Return the remarks of the rows stored of a ledger with one remark a row, and what is said of the others."""
    header, line = LEDGERS[record]
    rows = (f'{line.format(day=number)},"{remark}"' for number, remark in enumerate(remarks, 1))
    settings = Settings(record, {"社区": "凤二村", **constants})
    ledger = clean_text(tmp_path, "\n".join([header, *rows]), settings)
    numbers = sorted(number for table in ledger.tables[record] for number in table["row_no"].to_pylist())
    return [remarks[number - 2] for number in numbers], refusals(ledger)


@pytest.mark.parametrize("record", LEDGERS)
def test_a_remark_that_says_a_row_does_not_count_is_asked_about(tmp_path: Path, record: str):
    remarks = [*ASKED[record].split("|"), ""]

    counted, refusals = loaded(tmp_path, record, remarks)
    assert (counted, len(refusals)) == ([""], len(remarks) - 1)
    assert all("“备注”写着“" in sentence and "确实要算的，加 --set 已核对=是" in sentence for sentence in refusals)
    assert loaded(tmp_path, record, remarks, 已核对="是")[0] == remarks


@pytest.mark.parametrize("record", LEDGERS)
def test_a_remark_that_holds_such_a_word_or_was_made_good_is_none(tmp_path: Path, record: str):
    remarks = COUNTED[record].split("|")

    assert loaded(tmp_path, record, remarks) == (remarks, [])


def test_of_a_remark_the_clause_alone_is_repeated(tmp_path: Path):
    remarks = ["当天请假，由李国强顶替", "李国强通知，请假未到"]

    _, sentences = loaded(tmp_path, "volunteer_service", remarks)
    assert ["李国强" in sentence for sentence in sentences] == [False, False]
    assert ["…当天请假…" in sentences[0], "…请假未到…" in sentences[1]] == [True, True]


def test_a_negative_amount_that_a_remark_says_was_returned_is_stored(tmp_path: Path):
    text = '捐赠日期,捐赠单位,捐赠金额,备注\n2024-03-01,甲公司,500,\n2024-03-02,甲公司,-200,"捐款已退还本人，有收条"\n'
    ledger = clean_text(tmp_path, text, Settings("donation", {"社区": "凤二村"}))

    assert rows_loaded(ledger) == 2
