"""困难救助：一个家庭的一项需要接到了哪种资源；户主换成代码，金额只存分段，不存家庭的情况。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, Derived, RecordType

RECORD = RecordType(
    label="困难救助",
    row="一行是一户的一项需要",
    placed_on="registered_on",
    further_dates=("linked_on",),
    is_optional=True,
    is_voluntary=True,
    key=("need_no",),
    hints=("救助", "资源链接", "帮扶需求", "困难家庭需求"),
    contrary_hints=("救助金发放", "工资", "需求清单", "资源清单", "项目清单"),
    groups=("need", "resource", "gap_band"),
    columns=(
        COMMUNITY,
        Column("need_no", "需要编号", kinds.IDENTIFIER, ("编号", "需求编号", "救助编号")),
        Column("household", "户主", kinds.PERSON, ("户主姓名", "服务对象", "姓名", "困难家庭", "求助人")),
        Column(
            "registered_on",
            "登记日期",
            kinds.DATE,
            ("求助日期", "受理日期", "发现日期", "登记时间", "日期"),
            is_required=True,
        ),
        Column(
            "need",
            "需要",
            kinds.TEXT,
            ("需求", "需求类别", "需求类型", "救助需求", "帮扶需求"),
            is_required=True,
            note="只写类别，家庭和病情的细节不要写",
            is_private=True,
            choices={
                "辅具": ("轮椅", "拐杖", "护理床", "助行器"),
                "助学": ("学费", "生活费", "助学金", "上学"),
                "就业": ("岗位", "找工作", "就业岗位"),
                "医疗": ("医药费", "医疗费用", "看病"),
                "基本生活": ("生活困难", "临时救助", "低保申请"),
                "住房": ("房屋修缮", "危房"),
                "照护": ("陪护", "喘息服务"),
                "其他": ("其它",),
            },
        ),
        Column(
            "resource",
            "接到的资源",
            kinds.TEXT,
            ("链接资源", "资源类别", "资源来源", "资源"),
            is_private=True,
            refuses_unreadable=True,  # an empty cell says that nothing was found yet
            choices={
                "政府救助": ("民政救助", "临时救助", "政策救助"),
                "慈善资金": ("基金", "慈善基金", "公益项目", "网络募捐", "助学项目", "爱心助学项目"),
                "捐赠物资": ("物资", "爱心物资", "生活物资", "二手辅具", "辅具", "轮椅", "二手轮椅"),
                "爱心企业": ("企业", "商户"),
                "志愿服务": ("志愿者", "社工服务"),
                "就业岗位": ("岗位", "就业", "工作岗位"),
            },
        ),
        Column(
            "linked_on",
            "接到日期",
            kinds.DATE,
            ("链接日期", "落实日期", "资源到位日期", "完成日期"),
            counted_by="header",
        ),
        Column(
            "gap_band",
            "资金缺口（分段）",
            kinds.AMOUNT_BAND,
            ("资金缺口", "缺口金额", "缺口", "所需金额"),
            note="写金额也可以，入库时只存分段",
            is_private=True,
        ),
        Column("has_consent", "是否签订服务协议", kinds.YES_NO, ("服务协议", "是否同意", "知情同意", "是否签协议")),
        Column("visits_count", "入户次数", kinds.COUNT, ("走访次数", "上门次数")),
    ),
    derived=(Derived("days_to_link", "接到资源的天数", "integer", "date_diff('day', registered_on, linked_on)"),),
    checks=(
        Check("linked_on is null or linked_on >= registered_on", "接到资源的日期早于登记日期，请核对", "linked_on"),
        Check(
            "not (linked_on is not null and resource is null)",
            "写了接到日期，没有写接到的是哪种资源，请补填",
            "resource",
        ),
    ),
    remarks=(Check("coalesce(has_consent, true)", "没有签订服务协议，请先征得本人同意", "has_consent"),),
)
