"""微心愿：一个心愿从征集、认领到点亮；许愿的人换成代码，心愿只存类别，一人可以有几个心愿。"""

from etl import kinds
from etl.columns import COMMUNITY, RECIPIENT_GROUPS
from etl.schema import Check, Column, RecordType

RECORD = RecordType(
    label="微心愿",
    row="一行是一个心愿",
    placed_on="collected_on",
    further_dates=("claimed_on", "fulfilled_on"),
    is_optional=True,
    is_voluntary=True,
    key=("wish_no",),
    has_private_remarks=True,
    hints=("心愿", "圆梦", "如愿"),
    contrary_hints=("报修", "报事", "诉求", "工单"),
    either=("item", "person", "wish_no", "claimed_by", "claimed_on"),
    groups=("item", "recipient_group", "age_band"),
    columns=(
        COMMUNITY,
        Column("wish_no", "心愿编号", kinds.IDENTIFIER, ("编号", "心愿号")),
        Column(
            "person", "许愿人", kinds.PERSON, ("心愿人", "许愿人姓名", "姓名", "申请人", "困难群众姓名", "服务对象")
        ),
        Column("age_band", "年龄段", kinds.AGE_BAND, ("年龄",)),
        Column(
            "recipient_group",
            "许愿人类别",
            kinds.TEXT,
            ("人群", "人群类别", "人员类别", "对象类别", "困难类别", "群体"),
            choices=RECIPIENT_GROUPS,
        ),
        Column(
            "item",
            "心愿类别",
            kinds.TEXT,
            ("微心愿", "心愿", "心愿内容", "心愿物品", "心愿名称", "物品", "类别"),
            note="只存类别，写在一格里的其他话不入库",
            is_private=True,
            choices={
                "学习用品": ("书包", "文具", "书包文具", "台灯", "图书", "课外书", "学习机"),
                "生活用品": ("床上用品", "日用品", "洗漱用品", "厨具", "电饭煲", "热水壶"),
                "家用电器": ("家电", "电风扇", "风扇", "电视机", "洗衣机", "取暖器", "收音机"),
                "衣物鞋被": ("衣服", "棉衣", "鞋子", "运动鞋", "被子", "棉被", "校服"),
                "食品": ("米面油", "大米", "奶粉", "牛奶", "食用油"),
                "辅具": ("轮椅", "拐杖", "助行器", "血压计", "老花镜", "助听器", "防滑垫"),
                "文体用品": ("篮球", "羽毛球拍", "画笔", "口琴", "象棋"),
                "服务": ("理发", "维修", "陪伴", "拍全家福", "打扫卫生", "适老化改造"),
                "其他": ("其它",),
            },
        ),
        Column(
            "collected_on",
            "征集日期",
            kinds.DATE,
            ("登记日期", "许愿日期", "收集日期", "征集时间", "登记时间", "日期"),
            is_required=True,
        ),
        Column("claimed_on", "认领日期", kinds.DATE, ("认领时间", "对接日期")),
        Column(
            "claimed_by",
            "认领人（单位）",
            kinds.PARTY,
            ("认领人", "认领单位", "认领方", "圆梦人", "爱心人士", "爱心单位", "认领单位/个人"),
        ),
        Column(
            "fulfilled_on",
            "点亮日期",
            kinds.DATE,
            ("圆梦日期", "实现日期", "完成日期", "送达日期", "圆梦时间", "完成时间", "点亮时间"),
            counted_by="header",
        ),
        Column("value_yuan", "价值", kinds.AMOUNT, ("金额", "折价", "心愿金额", "物品价值")),
        Column(
            "progress",
            "心愿状态",
            kinds.TEXT,
            ("状态", "完成情况", "是否点亮", "是否实现", "进展"),
            is_open=True,
            choices={
                "已点亮": ("已圆梦", "已实现", "已完成", "完成", "是", "点亮"),
                "已认领": ("认领", "待送达"),
                "待认领": ("未认领", "未点亮", "否", "未实现"),
            },
        ),
    ),
    checks=(
        Check("claimed_on is null or claimed_on >= collected_on", "认领日期早于征集日期，请核对两个日期", "claimed_on"),
        Check(
            "fulfilled_on is null or fulfilled_on >= collected_on",
            "点亮日期早于征集日期，请核对两个日期",
            "fulfilled_on",
        ),
        Check(
            "fulfilled_on is null or claimed_on is null or fulfilled_on >= claimed_on",
            "点亮日期早于认领日期，请核对两个日期",
            "fulfilled_on",
        ),
        Check(
            "not (progress = '已点亮' and fulfilled_on is null)",
            "状态写“已点亮”但没有点亮日期，请补填点亮日期",
            "fulfilled_on",
        ),
    ),
    remarks=(Check("item is not null", "没有写心愿类别，或写法认不出，请写成“填写说明”里的一类", "wish_no"),),
)
