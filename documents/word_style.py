"""Declares the typography of a Chinese official document, in the spirit of GB/T 9704: how each kind of paragraph looks."""

from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

LATIN = "Times New Roman"
TITLE_FONT, BODY_FONT, HEAD_FONT, KAI_FONT, TABLE_FONT = "方正小标宋简体", "仿宋", "黑体", "楷体", "宋体"
LINE = 28.95  # points: 22 lines on the 225 mm of a page
GREY = "595959"


@dataclass(frozen=True)
class Style:
    """One paragraph style. Sizes in points; `line` is exact, 0 lets it grow; `indent` in tenths of a character."""

    id: str
    name: str  # a built-in one where there is one: Word translates it and builds its navigation on it
    font: str = BODY_FONT
    size: float = 16
    align: str = "both"
    line: float = LINE
    indent: int = 0
    before: float = 0
    after: float = 0
    outline: int | None = None
    color: str = "000000"
    extra: str = ""  # paragraph properties that the schema wants before spacing
    latin: str = LATIN


_KEEP = "<w:keepNext/><w:keepLines/>"
STYLES = (
    Style("Normal", "Normal"),
    Style("BodyText", "Body Text", indent=200),
    Style("Headline", "图的结论", indent=200, extra=_KEEP),
    Style("Title", "Title", TITLE_FONT, 22, "center", 36, extra=_KEEP),
    Style("Subtitle", "Subtitle", KAI_FONT, 16, "center", extra=_KEEP),
    Style("Heading1", "heading 1", HEAD_FONT, 16, indent=200, before=14, outline=0, extra=_KEEP),
    Style("Heading2", "heading 2", KAI_FONT, 16, indent=200, before=8, outline=1, extra=_KEEP),
    Style("Heading3", "heading 3", HEAD_FONT, 12, "left", 22, before=12, after=4, outline=2, extra=_KEEP),
    Style("AnnexMark", "附件标号", HEAD_FONT, 16, "left", extra="<w:keepNext/><w:pageBreakBefore/>"),
    Style("AnnexTitle", "附件标题", TITLE_FONT, 22, "center", 36, before=10, after=14, outline=0, extra=_KEEP),
    Style("Figure", "图", size=10.5, align="center", line=0, before=6, extra="<w:keepNext/>"),
    Style("Caption", "caption", HEAD_FONT, 12, "center", 22, before=4, after=4, extra=_KEEP),
    Style("Note", "说明", BODY_FONT, 10.5, "both", 16, before=4, after=8, color=GREY),
    Style("TableHead", "表头", HEAD_FONT, 10.5, "center", 15, before=2, after=2),
    Style("TableText", "表格文字", TABLE_FONT, 10.5, "left", 15, before=2, after=2),
    Style("TableNumber", "表格数字", TABLE_FONT, 10.5, "right", 15, before=2, after=2),
    Style("Header", "header", TABLE_FONT, 9, "center", 14, color=GREY),
    Style("Footer", "footer", TABLE_FONT, 14, "left", 18, latin=TABLE_FONT),
    Style("FootnoteText", "footnote text", BODY_FONT, 10.5, "both", 15),
)
_FOOTNOTE_MARK = (
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


def stylesheet() -> BaseOxmlElement:
    """Return all styles of a document; they replace those of python-docx's template."""
    # Latin text as English: a program may break Chinese anywhere, and would tear numbers apart.
    defaults = f'{_fonts(BODY_FONT, LATIN)}{_size(16)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    return parse_xml(
        f"<w:styles {nsdecls('w')}><w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault/></w:docDefaults>{''.join(map(_style, STYLES))}{_FOOTNOTE_MARK}</w:styles>"
    )


def font_table() -> bytes:
    """Return the fonts by name, with what Word takes instead where the official typeface is not installed."""
    substitutes = {TITLE_FONT: "小标宋;华文中宋;宋体", BODY_FONT: "仿宋_GB2312;FangSong", KAI_FONT: "楷体_GB2312;KaiTi"}
    fonts = "".join(
        f'<w:font w:name="{font}"><w:altName w:val="{names}"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>'
        for font, names in substitutes.items()
    )
    return f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?><w:fonts {nsdecls('w')}>{fonts}</w:fonts>".encode()


def _style(style: Style) -> str:
    rule = f'w:line="{round(style.line * 20)}" w:lineRule="exact"' if style.line else 'w:line="240" w:lineRule="auto"'
    spacing = f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" {rule}/>'
    indent = f'<w:ind w:firstLineChars="{style.indent}" w:firstLine="{round(style.indent * style.size / 5)}"/>'
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    based = "" if style.id == "Normal" else '<w:basedOn w:val="Normal"/>'
    default = ' w:default="1"' if style.id == "Normal" else ""
    following = '<w:next w:val="BodyText"/>' if style.outline is not None else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style.id}"><w:name w:val="{style.name}"/>{based}{following}'
        f'<w:qFormat/><w:pPr>{style.extra}{spacing}{indent}<w:jc w:val="{style.align}"/>{outline}</w:pPr>'
        f"<w:rPr>{_fonts(style.font, style.latin)}"
        f'<w:color w:val="{style.color}"/>{_size(style.size)}</w:rPr></w:style>'
    )


def _fonts(chinese: str, latin: str) -> str:
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'
