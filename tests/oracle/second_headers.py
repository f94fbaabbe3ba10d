"""What the headers of the sample mean, written down by hand for the second reader."""

from datetime import date

COMMUNITIES = ("凤二村", "天庆新城", "幸福里", "社东", "费家营", "阳明山庄")
FULL_NAMES = {name: f"{name}{'' if name == '凤二村' else '社区'}（演示）" for name in COMMUNITIES}
IDENTITIES = ("cadres", "organisations", "workers", "representatives", "backbones")  # of those at a council
LISTS = ("listed_need", "listed_resource", "listed_project")  # renewed each quarter
SENT_TWICE = "副本"

# Which ledgers hold what: words of the file or sheet name → kind; the first that fits.
KINDS = (
    ("增收", "income"), ("阵地", "venue"), ("名册", "register"), ("汇总", "sums"), ("需求清单", "listed_need"), ("资源清单", "listed_resource"), ("项目清单", "listed_project"), ("四单|点单", "service_order"), ("诉求|工单|接诉", "request"), ("发放|签领|领用", "handed_out"),
    ("签到", "sign_in"), ("积分", "points"), ("领袖骨干", "leader"), ("社会组织", "organisation"), ("工作人员", "staff"), ("荣誉", "honour"), ("心愿", "wish"), ("双补贴", "order"), ("资源链接", "need"),
    ("议题|决议", "topic"), ("议事会|开放空间会议", "council"), ("满意度|问卷", "answer"), ("支出|开支|基金使用|资金使用", "spending"),
    ("捐赠|捐资|捐物|捐时间|受赠|公示|名单", "gift"), ("志愿服务|义工", "service"), ("个案", "case"), ("活动", "activity"),
)  # fmt: skip
# kind → field → headers, as written but for white space and what stands in brackets.
HEADERS: dict[str, dict[str, str]] = {
    "activity": {
        "title": "活动内容 活动主题 服务名称 活动/小组名称 主题 活动名称", "day": "活动时间 开展日期 服务日期 开展时间 举办日期 时间",
        "method": "工作方法 形式 服务形式 服务类型 活动形式 方法", "heads": "参与人次 参加人数 签到人数 服务人次 受益人次 到场人数 人数",
        "yuan": "经费支出 经费 支出 活动经费 花费 费用", "strand": "活动类别 类别 服务板块 服务领域 领域",
    },
    "sign_in": {
        "title": "会议名称 活动主题 课程名称 活动", "day": "参加日期 活动日期 签到时间 签到日期 日期",
        "name": "参加人员 居民姓名 参加者 姓名 签到人", "identity": "身份类别 身份 人员类别 参与者身份 人员身份",
        "new": "是否首次 新老居民 首次参加 新/老 新参与者",
    },
    "service": {
        "name": "志愿者姓名 服务人员 姓名 义工姓名 服务者", "day": "服务时间 活动日期 日期 服务日期 服务开展日期",
        "hours": "服务时长 时数 时长 志愿服务时间", "team": "所在队伍 志愿服务队 队伍 所属队伍 团队 团队名称",
        "joined": "加入日期 注册日期 入队日期 注册时间",
    },
    "case": {
        "number": "档案号 个案号 案号 编号 个案编号 档案编号", "opened": "建档日期 接案时间 开案时间 立案日期 接案日期",
        "closed": "结束日期 结案日期 结案时间 办结日期", "before": "前测得分 介入前评分 服务前评分 前测 服务前",
        "after": "后测得分 介入后评分 服务后评分 后测 服务后", "stage": "个案阶段 阶段 进展 个案状态 状态",
    },
    "gift": {
        "day": "到账日期 接收日期 捐款日期 捐赠日期 日期 交易时间 捐赠时间", "name": "捐赠 爱心企业 爱心单位 捐赠方 捐赠人 捐赠单位及个人 捐赠单位 姓名 捐款人 捐赠者 捐款单位及个人",
        "form": "款物类型 捐赠方式 捐赠形式 款/物 形式 捐赠类型", "yuan": "到账金额 估值 捐赠额 金额 折算金额 捐赠金额 捐款金额 交易金额 物资价值",
        "goods": "捐赠物资 物品 品名 物资 物资名称 物品名称", "quantity": "捐赠数量 数量 数量总计 件数", "status": "到账情况 到账状态 状态 是否到账",
        "receipt": "票据编号 凭证号 捐赠票据号 票据号 收据号", "fund": "基金名称 专项基金 所属基金 资金池", "kind": "捐赠主体 捐赠人类别 单位/个人 捐赠人类型 捐赠类别",
    },
    "spending": {
        "day": "使用日期 支出时间 拨付日期 支付日期 支出日期 日期", "yuan": "使用金额 支出 拨付金额 支付金额 支出金额 金额",
        "helped": "帮扶人数 受益人次 受助人数 受益人数 惠及人数", "voucher": "支出凭证 记账凭证号 凭证编号 凭证号",
    },
    "answer": {
        "number": "问卷号 答卷编号 问卷编号 序列号 样本编号", "wave": "轮次 波次 调查批次 批次 期次 调查轮次", "day": "调查时间 填写时间 日期 提交答卷时间 测评日期 调查日期 填写日期",
        "question": "评价内容 测评维度 问题 题目 维度 评价维度 项目", "score": "打分 满意度得分 评分 得分 满意度评分 满意程度", "scale": "满分 分制 量表",
        "invited": "发放数 发放份数 发放问卷数 发放", "mode": "访问方式 渠道 方式 来源",
    },
    "request": {
        "number": "登记编号 工单编号 工单号 诉求编号", "received": "登记日期 上报时间 来电时间 诉求时间 提交时间", "due": "办结时限 期限 办理时限 要求办结时间",
        "finished": "反馈时间 处理完成时间 办理完成时间 完成日期 办结日期", "rating": "评价 回访结果 回访满意度 满意情况",
    },
    "handed_out": {"name": "户主 领取人", "helped": "受益人数 受助人数 惠及人数", "day": "签领日期 派发日期 发放日期 领用日期 领取日期", "yuan": "估值 折算金额 折价", "goods": "慰问品 物品 物资名称 品名 物品名称", "quantity": "份数 派发数量 数量 领用数量 领取数量"},
    "council": {
        "title": "会议名称 议事主题 议事会名称", "day": "召开时间 会议日期 开会日期", "whole": "参会人数",
        "cadres": "村委干部 社区干部", "organisations": "村社区社会组织代表 社会组织代表 社会组织", "workers": "党员社工 社工",
        "representatives": "村民代表 居民代表", "backbones": "领袖骨干 居民骨干 骨干",
    },
    "topic": {
        "number": "议题号 编号", "title": "商议事项 议题 决议事项", "day": "提出时间 提出日期 提交日期", "voted": "表决时间 决议日期 通过日期",
        "result": "是否通过 表决结果 决议结果", "done": "完成时间 落实日期 解决日期", "evidence": "佐证材料 办结材料 凭证", "discussed": "议事日期 协商日期 讨论日期",
        "for": "同意 赞成票", "against": "反对 反对票",
    },
    "points": {},
    "listed_need": {"version": "清单版本", "title": "需求内容 需求名称", "collected": "征集时间", "resource": "匹配资源 资源", "taken_up": "对接项目 项目"},
    "listed_resource": {"version": "清单版本 季度", "title": "资源名称 可提供资源", "available": "起始日期", "expired": "有效期至 截止日期"},
    "listed_project": {"version": "清单版本", "title": "服务项目名称 公益项目", "money": "经费 资助金额", "status": "项目进展 是否支持"},
    "service_order": {
        "number": "服务单号 订单编号", "day": "点单时间 下单时间", "dispatched": "派单时间", "accepted": "接单时间", "completed": "完成时间",
        "rated": "评单时间 评价时间", "rating": "评单星级 满意度 评分", "status": "状态 订单状态",
    },
    "organisation": {"name": "社会组织名称", "day": "成立时间", "ended": "注销时间", "incubator": "培育机构"},
    "staff": {"employer": "工作单位", "certificate": "持证情况", "certified": "取证时间", "day": "入职时间", "ended": "离职时间"},
    "leader": {"name": "姓名", "day": "挖掘时间", "ended": "退出时间"},
    "venue": {"title": "阵地名称", "day": "启用时间", "ended": "停用时间", "area": "建筑面积", "yuan": "建设投入"},
    "income": {"name": "村民姓名", "before": "带动前年收入", "after": "带动后年收入", "day": "登记时间"},
    "honour": {"title": "荣誉称号", "level": "荣誉级别", "day": "获奖时间"},
    "wish": {"number": "心愿编号", "name": "姓名 许愿人", "day": "登记日期 征集时间", "fulfilled": "圆梦日期 完成时间", "status": "是否点亮 状态"},
    "order": {
        "number": "订单编号", "name": "户主", "day": "订单日期", "company": "企业补贴", "project": "项目补贴", "own": "自付",
    },
    "need": {"number": "救助编号", "name": "户主姓名", "day": "登记日期", "linked": "落实日期", "resource": "链接资源"},
    "register": {"name": "社区名称", "residents": "常住人口", "households": "总户数", "area": "辖区面积", "day": "截至日期"},
    "sums": {},
}  # fmt: skip
# A row is one only where these are there.
REQUIRED = {
    "activity": ("title", "day"), "sign_in": ("title", "day", "name"), "service": ("name", "day", "hours"), "case": ("number", "opened"),
    "gift": ("day",), "spending": ("day", "yuan"), "answer": ("day", "score"), "request": ("number", "received"), "handed_out": ("day",),
    "register": ("name", "day"), "council": ("title", "day"), "topic": ("title", "day"), "wish": ("day",), "organisation": ("name", "day"), "staff": ("day",), "honour": ("title", "day"), "venue": ("title", "day"), "income": ("name", "before", "after", "day"), "leader": ("name", "day"), "order": ("day", "company"), "need": ("day",),
    "service_order": ("number", "day"), "listed_need": ("title",), "listed_resource": ("title",), "listed_project": ("title",),
}  # fmt: skip
DAYS = {
    "collected",
    "available",
    "expired",
    "dispatched",
    "accepted",
    "completed",
    "rated",
    "ended",
    "certified",
    "fulfilled",
    "linked",
    "voted",
    "done",
    "discussed",
    "day",
    "opened",
    "closed",
    "received",
    "due",
    "finished",
    "joined",
}
NUMBERS = {
    "area",
    "money",
    "company",
    "project",
    "own",
    "whole",
    "cadres",
    "organisations",
    "workers",
    "representatives",
    "backbones",
    "for",
    "against",
    "heads",
    "yuan",
    "hours",
    "before",
    "after",
    "quantity",
    "helped",
    "score",
    "scale",
    "invited",
    "residents",
    "households",
}
KEYS = {
    "venue": "title",
    "listed_need": "title",
    "listed_project": "title",
    "service_order": "number",
    "wish": "number",
    "order": "number",
    "need": "number",
    "topic": "number",
    "case": "number",
    "gift": "receipt",
    "spending": "voucher",
    "request": "number",
}
PLACES = "^(村|社区|所属社区|服务社区|开展社区|受赠社区|社区名称|受访社区)(（社区）)?$"
LAST_DAY = date(2026, 11, 25)
