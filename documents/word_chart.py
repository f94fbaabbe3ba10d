"""Adds a chart that Word draws and edits itself: XlsxWriter's chart part, with the workbook behind it embedded."""

import io
from datetime import datetime
from zipfile import ZipFile

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph
from lxml import etree

from documents.chart_defaults import with_defaults
from documents.document import Chart
from documents.excel import open_workbook
from documents.media_types import EXCEL
from documents.native_chart import native_chart, write_numbers

WIDTH, HEIGHT = Mm(154), Mm(68)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET = "数据"
_DATA = "rId1"  # a chart part's only relation


def add_chart(document: Document, paragraph: Paragraph, chart: Chart, number: int) -> None:
    """Put the chart into the paragraph; `number` is unique in the document."""
    part = _chart_part(document, chart, number)
    relation = document.part.relate_to(part, f"{_OFFICE}/chart")
    paragraph.add_run()._r.append(_inline(relation, chart, number))


def _chart_part(document: Document, chart: Chart, number: int) -> Part:
    package, made_at = document.part.package, document.core_properties.created
    workbook, drawing = embedded_workbook(chart, made_at), chart_xml(chart, _DATA, made_at)
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), EXCEL, workbook, package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, drawing, package)
    part.load_rel(f"{_OFFICE}/package", book, _DATA)
    return part


def embedded_workbook(chart: Chart, made_at: datetime) -> bytes:
    """Return what opens under “编辑数据”: the chart's numbers and nothing else."""
    stream = io.BytesIO()
    book = open_workbook(stream, chart.title, made_at)
    write_numbers(book.add_worksheet(_SHEET), chart)
    book.close()
    return stream.getvalue()


def chart_xml(chart: Chart, relation: str, made_at: datetime) -> bytes:
    """Return the chart part of a workbook with only this chart, made Word's by a link to the embedded data."""
    stream = io.BytesIO()
    book = open_workbook(stream, chart.title, made_at)
    sheet = book.add_worksheet(_SHEET)
    write_numbers(sheet, chart)
    sheet.insert_chart(0, 0, native_chart(book, sheet, chart))
    book.close()
    root = etree.fromstring(with_defaults(ZipFile(stream).read("xl/charts/chart1.xml")))
    settings = root.find(f"{{{_CHART}}}printSettings")  # Excel's own; the schema wants externalData in its place
    data = etree.Element(f"{{{_CHART}}}externalData", {f"{{{_OFFICE}}}id": relation})
    etree.SubElement(data, f"{{{_CHART}}}autoUpdate", val="0")
    root.replace(settings, data)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _inline(relation: str, chart: Chart, number: int) -> BaseOxmlElement:
    drawing = parse_xml(
        f"<w:drawing {nsdecls('w', 'wp', 'a', 'c', 'r')}>"
        f'<wp:inline distT="0" distB="0" distL="0" distR="0">{_extent(WIDTH, HEIGHT)}<wp:docPr id="{number}" name=""/>'
        "<wp:cNvGraphicFramePr/><a:graphic>"
        f'<a:graphicData uri="{_CHART}"><c:chart r:id="{relation}"/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )
    properties = drawing.find(f".//{qn('wp:docPr')}")
    properties.set("name", f"图{number}")
    properties.set("descr", chart.alt)
    return drawing


def _extent(width: Length, height: Length) -> str:
    return f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
