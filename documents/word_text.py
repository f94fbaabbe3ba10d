"""Writes text in Word: Chinese punctuation in the Chinese font, footnotes, and no character that would make the file unreadable."""

import re

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

# Control characters, lone surrogates and non-characters: XML 1.0 has no way to write them.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CHINESE = '<w:rFonts w:hint="eastAsia"/>'  # “ ” … — are drawn full-width
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RULES = f"""<w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""


def add_paragraph(document: Document, text: str, style: str) -> Paragraph:
    """Add a paragraph in one of our styles, named by its id."""
    paragraph = document.add_paragraph()
    paragraph._p.style = style
    add_text(paragraph, text)
    return paragraph


def add_text(paragraph: Paragraph, text: str) -> None:
    """Add a run of text at the end of the paragraph."""
    if text:
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{run_content(text)}</w:r>"))


def add_footnote(document: Document, paragraph: Paragraph, text: str) -> None:
    """Put a footnote mark at the end of the paragraph and its text at the foot of the page."""
    notes = _footnotes(document)
    number = len(notes) - 1  # two of them are the rules between text and notes
    mark = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    notes.append(
        parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
            f"<w:r>{mark}<w:footnoteRef/></w:r><w:r>{run_content(' ' + text)}</w:r></w:p></w:footnote>"
        )
    )
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}>{mark}<w:footnoteReference w:id="{number}"/></w:r>'))


def run_content(text: str) -> str:
    """Return the XML inside a run for any text; line ends become line breaks."""
    lines = (f'<w:t xml:space="preserve">{line}</w:t>' for line in escaped(text).splitlines())
    return f"<w:rPr>{_CHINESE}</w:rPr>{'<w:br/>'.join(lines)}"


def escaped(text: str) -> str:
    """Return the text as XML holds it, without the characters that XML forbids."""
    legal = _ILLEGAL.sub("", text)
    return legal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _footnotes(document: Document) -> BaseOxmlElement:
    """Return the document's footnotes; python-docx knows none, so the part is made with the first."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            return relation.target_part.element
    part = XmlPart(PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, parse_xml(_RULES), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part.element
