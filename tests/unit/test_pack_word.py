"""The pack's Word document: opened again by python-docx, its charts' workbooks by openpyxl, its pages by LibreOffice."""

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from documents.chart_tables import numbers, points
from evidence.pack.content import Pack, Section
from evidence.pack.word_report import chinese_number, word_report
from tests.support.pack_example import BLUE, FORMULA, MARKUP, example, real
from wording.sentences import Clause

CHART = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
DRAWING = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return example()


@pytest.fixture(scope="module")
def content(pack) -> bytes:
    return word_report(pack)


@pytest.fixture(scope="module")
def document(content):
    return docx.Document(io.BytesIO(content))


@pytest.fixture(scope="module")
def parts(content) -> ZipFile:
    return ZipFile(io.BytesIO(content))


def charts_of(pack: Pack) -> list:
    return [chart for section in pack.sections for chart in section.charts]


def chart_parts(parts: ZipFile) -> list[etree._Element]:
    names = [f"word/charts/chart{number}.xml" for number in range(1, 5)]
    return [etree.fromstring(parts.read(name)) for name in names]


def test_headings_count_as_chinese_documents_do(document):
    headings = [p.text for p in document.paragraphs if p.style.style_id in ("Heading1", "Heading2")]
    assert headings[:3] == ["一、项目概况", "（一）活动参与人次", "（二）活动参与人次"]
    assert headings[3] == "二、服务成效"


@pytest.mark.parametrize(("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")])
def test_numbers_of_headings_are_read_as_spoken(number, words):
    assert chinese_number(number) == words


def test_the_paper_is_that_of_an_official_document(document):
    paper = document.sections[0]
    assert [paper.page_width, paper.page_height] == pytest.approx([Mm(210), Mm(297)], abs=Mm(0.1))
    margins = [paper.top_margin, paper.bottom_margin, paper.left_margin, paper.right_margin]
    assert margins == pytest.approx([Mm(37), Mm(35), Mm(28), Mm(26)], abs=Mm(0.1))


def test_body_text_is_set_in_fangsong_16_indented_by_two_characters(document):
    body = document.styles.element.get_by_id("BodyText")
    normal = document.styles.element.get_by_id("Normal")
    assert normal.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "仿宋"
    assert (normal.rPr.find(qn("w:sz")).get(qn("w:val")), body.pPr.ind.get(qn("w:firstLineChars"))) == ("32", "200")


def test_no_style_leaves_chinese_text_to_the_theme(document):
    fonts = list(document.styles.element.iter(qn("w:rFonts")))
    assert fonts and all(font.get(qn("w:eastAsia")) for font in fonts)
    assert not [name for font in fonts for name in font.attrib if "Theme" in name]


def test_both_kinds_of_page_are_numbered_and_marked_as_a_demonstration(document):
    section = document.sections[0]
    for footer in (section.footer, section.even_page_footer):
        assert "".join(footer._element.xpath(".//w:t/text()")) == "— 1 —"
    assert all("演示数据" in head.paragraphs[0].text for head in (section.header, section.even_page_header))
    assert "演示数据" in document.paragraphs[1].text


def test_a_pack_of_real_ledgers_nowhere_says_demonstration(pack):
    parts = ZipFile(
        io.BytesIO(word_report(replace(real(pack), communities=(), sections=pack.sections[1:], figures=())))
    )
    texts = [
        parts.read(name).decode() for name in parts.namelist() if name.startswith(("word/document", "word/header"))
    ]
    assert not [text for text in texts if "演示数据" in text]


def test_every_chart_is_native_and_described(document, pack):
    described = [element.get("descr") for element in document.element.iter(qn("wp:docPr"))]
    assert described == [chart.alt for chart in charts_of(pack)]


def test_the_workbook_behind_a_chart_holds_its_numbers_and_no_formula(parts, pack):
    for number, chart in enumerate(charts_of(pack), 1):
        book = openpyxl.load_workbook(io.BytesIO(parts.read(f"word/embeddings/chart{number}.xlsx")))
        cells = [cell for row in book.active.iter_rows() for cell in row]
        table = numbers(chart)
        assert list(book.active.values) == [table.header, *table.rows]
        assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_a_chart_draws_only_known_values_and_leaves_gaps(parts):
    for chart in chart_parts(parts):
        drawn = [[value.text for value in s.iterfind("c:val//c:v", CHART)] for s in chart.iterfind(".//c:ser", CHART)]
        assert drawn == [["1204", "0", "3000"], ["800"]]
        assert chart.find(".//c:dispBlanksAs", CHART).get("val") == "gap"


def test_texts_in_charts_name_a_font_for_chinese(parts):
    for chart in chart_parts(parts):
        latin = list(chart.iterfind(".//a:latin", DRAWING))
        assert latin and all(font.getnext().get("typeface") == "宋体" for font in latin)


def test_the_table_beneath_a_chart_says_why_a_value_is_missing(document, pack):
    table = points(charts_of(pack)[0])
    rows = [tuple(cell.text for cell in row.cells) for row in document.tables[0].rows]
    assert rows == [table.header, *table.rows]
    assert {"0", "未报送", "已隐藏"} <= {cell for row in rows for cell in row}


def test_the_heading_of_every_table_repeats_on_the_next_page(document):
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)


def test_footnotes_stand_where_their_sentences_end(document, parts):
    notes = etree.fromstring(parts.read("word/footnotes.xml"))
    texts = {note.get(qn("w:id")): "".join(note.itertext()).strip() for note in notes}
    marks = [mark.get(qn("w:id")) for mark in document.element.iter(qn("w:footnoteReference"))]
    assert [texts[mark] for mark in marks] == ["活动场次：按活动日期计。", "满意度：有效答卷中满意的占比。"]


def test_texts_of_ledgers_stay_texts(document):
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert MARKUP in text and FORMULA in text


def test_signs_that_xml_forbids_do_not_break_the_file(pack):
    odd = Section("说明", ((Clause("甲\x00\x0b\ufffe乙\ud800"),),))
    document = docx.Document(io.BytesIO(word_report(replace(pack, sections=(odd,)))))
    assert "甲乙" in [paragraph.text for paragraph in document.paragraphs]


@pytest.fixture(scope="module")
def pages(content, tmp_path_factory) -> Path:
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        pytest.skip("LibreOffice or poppler-utils is not installed: make system")
    folder = tmp_path_factory.mktemp("pages")
    (folder / "pack.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "pack.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    subprocess.run(["pdftoppm", "-r", "60", "-png", folder / "pack.pdf", folder / "page"], check=True, timeout=60)
    return folder


def test_libreoffice_prints_titles_words_footnotes_and_page_numbers(pages):
    text = subprocess.run(
        ["pdftotext", "-layout", pages / "pack.pdf", "-"], check=True, capture_output=True
    ).stdout.decode()
    for words in (
        "社东社区五社联动成效佐证材料",
        "演示数据",
        "未报送",
        "活动场次：按活动日期计。",
        "附件1",
        "— 1 —",
        "— 2 —",
    ):
        assert words.replace(" ", "") in text.replace(" ", "")


def test_libreoffice_draws_chinese_with_a_chinese_font(pages):
    fonts = subprocess.run(["pdffonts", pages / "pack.pdf"], check=True, capture_output=True).stdout.decode()
    assert "CJK" in fonts


def test_libreoffice_draws_the_charts_in_their_colours(pages):
    image = pytest.importorskip("PIL.Image")
    blue = tuple(int(BLUE[place : place + 2], 16) for place in (1, 3, 5))
    drawn = [image.open(page).convert("RGB").getcolors(2**24) for page in pages.glob("page*.png")]
    assert sum(pixels for colours in drawn for pixels, colour in colours if colour == blue) > 2000
