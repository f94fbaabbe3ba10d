"""A small invented pack that holds every kind of content once, and the awkward texts that ledgers bring."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from documents.document import Chart, Series, Table
from evidence.pack.content import Attachment, Definition, FigureRow, LedgerProblem, LedgerSource, Pack, Section
from wording.sentences import Clause

BUILT_AT = datetime(2026, 11, 22, 20, 10, 30)
YEARS = ("2023年", "2024年", "2025年")
BLUE, ORANGE = "#0B5CAD", "#D55E00"
FORMULA = '=HYPERLINK("http://x.example","点我")'
DEFINITION = Definition(
    "attendances", "活动参与人次", "人次", "签到人次之和。", "签到人次", "", "SELECT 1\nFROM activity", "1", "甲", "乙", "2026-11-22",
)  # fmt: skip
MARKUP = "<script>document.title='被改'</script>&“引号”"


def chart(kind: str = "line", title: str = "活动参与人次") -> Chart:
    """Two communities over three years: one true zero, one year not reported, one hidden."""
    series = (
        Series("社东社区（演示）", (1204.0, 0.0, 3000.0), ("1,204", "0", "3,000"), BLUE),
        Series(FORMULA, (800.0, None, None), ("800", "未报送", "已隐藏"), ORANGE),
    )
    alt = f"{title}，两个社区，2023年至2025年"
    return Chart(title, "参与人次三年合计5,004。", "人次", kind, YEARS, series, alt, "2024年一个社区未报送。")


def figure(value: float | None, state: str, community: str = "社东社区（演示）") -> FigureRow:
    columns = ("attendances", "活动参与人次", "人次", community, "", "2025年", "2025-01-01", "2025-12-31")
    return FigureRow(*columns, value, None, None, value, None, state)


def example(attachments: tuple[Attachment, ...] = ()) -> Pack:
    first = Section(
        "项目概况",
        paragraphs=((Clause("开展活动1,204场", "活动场次：按活动日期计。"), Clause(f"，{MARKUP}。")),),
        charts=(chart("line"), chart("column")),
        tables=(Table("户数", ("社区", "户数"), (("社东社区（演示）", 1427), (FORMULA, None))),),
    )
    second = Section(
        "服务成效",
        ((Clause("满意度92%（46/50）。", "满意度：有效答卷中满意的占比。"),),),
        (chart("bar"), chart("stacked")),
    )
    return Pack(
        title="社东社区五社联动成效佐证材料",
        communities=("社东社区（演示）", FORMULA),
        period="2023年1月至2025年12月",
        build="20261122-201030",
        built_at=BUILT_AT,
        is_demo=True,
        filters=(("板块", "全部"),),
        sections=(first, second),
        definitions=(DEFINITION,),
        sources=(LedgerSource("活动台账.xlsx", "ab" * 32, "活动", 10, 7, 2, 1),),
        problems=(LedgerProblem("活动台账.xlsx", "Sheet1", 3, "日期", "6.3", "日期“6.3”看不懂，请写成2025-06-03。"),),
        figures=(figure(1204.0, "有数"), figure(0.0, "有数"), figure(None, "未报送", FORMULA)),
        attachments=attachments,
        inputs={"communities": ["社东社区（演示）"], "from": "2023-01-01", "to": "2025-12-31"},
    )


def real(pack: Pack) -> Pack:
    """The same pack made from real ledgers."""
    return replace(pack, is_demo=False)


def photo(path: Path, name: str = "合影.jpg") -> Attachment:
    return Attachment(name, "活动参与人次", "邻里节合影", path)
