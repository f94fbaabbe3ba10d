"""Makes an empty official document: A4, the margins, header, page numbers and settings of GB/T 9704."""

from datetime import datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, Twips
from docx.text.paragraph import Paragraph

from documents.document import AUTHOR
from documents.word_style import font_table, stylesheet

_LEFT_OVER = ("stylesWithEffects", "customXml", "webSettings", "numbering", "fontTable")  # of python-docx's template
LEFT, RIGHT = 28, 26  # mm of margin
_SETTINGS = f"""<w:settings {nsdecls("w")}>
<w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>
<w:characterSpacingControl w:val="compressPunctuation"/>
<w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/><w:numRestart w:val="eachPage"/>
<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>
</w:settings>"""


def new_document(title: str, header: str, made_at: datetime) -> Document:
    """Return a document without text, in which the same calls always give the same parts."""
    document = docx.Document()
    _clear_template(document)
    _set_properties(document, title, made_at)
    _set_paper(document)
    section = document.sections[0]
    for page_header in (section.header, section.even_page_header):
        page_header.paragraphs[0].text = header
    _number_pages(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT)
    _number_pages(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)
    return document


def turn_on_its_side(document: Document) -> int:
    """Lay the paper on its long side, for a table of many columns, and return the twips between the margins."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    return Mm(297 - LEFT - RIGHT) // Twips(1)


def _clear_template(document: Document) -> None:
    for relation in [key for key, rel in document.part.rels.items() if rel.reltype.endswith(_LEFT_OVER)]:
        del document.part.rels[relation]
    for relation in [key for key, rel in document.part.package.rels.items() if rel.reltype.endswith("thumbnail")]:
        del document.part.package.rels[relation]
    document.styles.element[:] = list(stylesheet())
    document.settings.element[:] = list(parse_xml(_SETTINGS))
    name = PackURI("/word/fontTable.xml")
    fonts = Part(name, CONTENT_TYPE.WML_FONT_TABLE, font_table(), document.part.package)
    document.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)


def _set_properties(document: Document, title: str, made_at: datetime) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments, properties.language = title, AUTHOR, "", "zh-CN"
    properties.created = properties.modified = made_at
    properties.last_modified_by, properties.revision = AUTHOR, 1


def _set_paper(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance, section.footer_distance = Mm(22), Mm(22)


def _number_pages(paragraph: Paragraph, side: WD_ALIGN_PARAGRAPH) -> None:
    """Write — 1 — one character in from the outer edge: odd pages at the right, even pages at the left."""
    paragraph.alignment = side
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(14)
    paragraph.add_run("— ")
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
    paragraph.add_run(" —")
