"""Reads CSV and other delimited text, encoding and delimiter told by content.

pyarrow reads files in which every record has as many fields; Python's csv, which is slower, reads the others.
"""

import codecs
import csv
from collections import Counter
from io import StringIO
from itertools import count, islice
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from documents.file_size import size_text
from etl.reading import text_columns
from etl.reading.column_threads import map_columns
from etl.reading.grid import CELL_CHARACTERS, Sheet, Unreadable

DELIMITERS = ",;\t|"
CHUNK_BYTES = 1 << 20
BLOCK_BYTES = 8 << 20  # one dictionary a block is made and later joined: larger blocks join faster
SAMPLE_BYTES = 1 << 16
SAMPLE_RECORDS = 200
LINE_BYTES = 4_000_000  # 16,384 columns of 250 bytes; a record is shorter

_GUARD = r"^'([=+\-@|%＝＋－＠])"
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY = "文件里是二进制内容，不是表格，也可能已损坏。请导入 .xlsx、.xls 或 CSV 文件。"
_LONG_CELL = f"第 {{row}} 行有一格超过 {CELL_CHARACTERS:,} 个字（Excel 一格的上限）。请把这一格改短后再导入。"
_TOO_LONG = f"有一行超过 {size_text(LINE_BYTES)}，不像一条记录：可能丢了换行，或有成片的分隔符。请用 Excel 或 WPS 打开核对后再导入。"
_UNCLOSED = (
    "第 {row} 行有一格的英文双引号没有配对，后面的行都被并进了这一格。请补上引号，或用 Excel 整理后另存为 .xlsx。"
)


def read(path: Path) -> tuple[Sheet, str]:
    """Return the one sheet, rows numbered by record, and the encoding."""
    csv.field_size_limit(LINE_BYTES)  # with the wrong delimiter a whole line of the sample is one field
    encoding = encoding_of(path)
    _check_lines(path)
    sample = _sample(path, encoding)
    delimiter = delimiter_of(sample)
    columns = read_regular(path, encoding, delimiter, _width(sample, delimiter))
    if columns is None:
        columns = read_ragged(path, encoding, delimiter)
    sheet = Sheet("", text_columns.trim_edges(columns))
    _check_quotes(sheet, path, encoding, delimiter)
    return sheet, encoding


def _check_lines(path: Path) -> None:
    """Refuse a line far longer than a record, before its fields fill the memory."""
    length = 0
    with path.open("rb") as file:
        for chunk in iter(lambda: file.read(CHUNK_BYTES), b""):
            end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
            length = length + len(chunk) if end < 0 else len(chunk) - end - 1
            if length > LINE_BYTES:
                raise Unreadable(_TOO_LONG)


def encoding_of(path: Path) -> str:
    """Return the encoding: what a byte order mark says, else UTF-8 if all bytes are, else GB18030 if all bytes are.

    Guessing by statistics takes short Chinese texts for Korean or Big5; a text in neither encoding shows as unknown headers.
    """
    with path.open("rb") as file:
        head = file.read(4)
    marked = [encoding for bom, encoding in _BOMS if head.startswith(bom)]
    furthest = 1
    for encoding in marked or ("utf-8", "gb18030"):
        line = _first_misfit(path, encoding)
        if line is None:
            return encoding
        furthest = max(furthest, line)
    raise Unreadable(
        f"第 {furthest} 行附近的文字编码无法识别。请用 Excel 或 WPS 打开核对，另存为 .xlsx 或“CSV UTF-8”后再导入。"
    )


def _first_misfit(path: Path, encoding: str) -> int | None:
    """Return the line whose bytes are not in this encoding, None when all are."""
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        for chunk in iter(lambda: file.read(CHUNK_BYTES), b""):
            if encoding != "utf-16" and b"\0" in chunk:
                raise Unreadable(_BINARY)
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                return _line_at(path, file.tell() - len(chunk) + error.start)
        return None if _is_complete(decoder) else _line_at(path, file.tell())


def _is_complete(decoder: codecs.IncrementalDecoder) -> bool:
    """Tell whether the bytes end with a whole character."""
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _line_at(path: Path, offset: int) -> int:
    """Return the number of the line that holds the byte at `offset`."""
    with path.open("rb") as file:
        return file.read(offset).count(b"\n") + 1


def _sample(path: Path, encoding: str) -> str:
    with path.open("rb") as file:
        return codecs.getincrementaldecoder(encoding)().decode(file.read(SAMPLE_BYTES))


def delimiter_of(sample: str) -> str:
    """Return the delimiter under which most records have the same number of fields, then the one that gives more fields."""
    return max(DELIMITERS, key=lambda delimiter: _regularity(sample, delimiter))


def _regularity(sample: str, delimiter: str) -> tuple[int, int]:
    """Return how many records of a sample have the most frequent number of fields above one, and that number."""
    if delimiter not in sample:
        return 0, 0
    records = islice(csv.reader(StringIO(sample, newline=""), delimiter=delimiter), SAMPLE_RECORDS)
    widths = Counter(len(record) for record in records if len(record) > 1)
    width, count = widths.most_common(1)[0] if widths else (0, 0)
    return count, width


def _width(sample: str, delimiter: str) -> int:
    """Return the number of fields of the first record."""
    return len(next(csv.reader(StringIO(sample, newline=""), delimiter=delimiter), ()))


def read_regular(path: Path, encoding: str, delimiter: str, width: int) -> list[pa.DictionaryArray] | None:
    """Return the columns of a file whose records all have `width` fields (or are blank lines), None when some have not."""
    if width > text_columns.COLUMNS:
        raise Unreadable(text_columns.TOO_WIDE)
    if not width:
        return None
    names = [str(index) for index in range(width)]
    kind = pa.dictionary(pa.int32(), pa.string())
    try:
        table = arrow_csv.read_csv(
            path,
            arrow_csv.ReadOptions(
                use_threads=path.stat().st_size > BLOCK_BYTES,  # of a single block they would only wait for each other
                column_names=names,
                block_size=BLOCK_BYTES,
                encoding=encoding.removesuffix("-sig"),
            ),
            arrow_csv.ParseOptions(delimiter=delimiter, newlines_in_values=_has_quotes(path), ignore_empty_lines=False),
            arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, kind), null_values=[""], strings_can_be_null=True
            ),
        )
    except pa.ArrowInvalid:
        return None
    return map_columns(_stripped, table.columns, table.num_rows)


def _stripped(chunked: pa.ChunkedArray) -> pa.DictionaryArray:
    joined = chunked.unify_dictionaries().combine_chunks()
    return _column(joined.indices, joined.dictionary)


def _column(indices: pa.Array, texts: pa.Array) -> pa.DictionaryArray:
    """Return a column of distinct texts as they are meant: '+4 and +4 become one."""
    unguarded = _unguarded(texts)
    if unguarded is texts:
        return text_columns.strip_texts(indices, texts)
    distinct = unguarded.dictionary_encode()
    return text_columns.strip_texts(distinct.indices.take(indices), distinct.dictionary)


def _unguarded(texts: pa.Array) -> pa.Array:
    """Return texts without the apostrophe that writers of CSV put before what a spreadsheet would run: '+1 is +1, '=A1 is =A1."""
    if not pc.any(pc.starts_with(texts, "'")).as_py():
        return texts
    return pc.replace_substring_regex(texts, _GUARD, r"\1")


def _has_quotes(path: Path) -> bool:
    with path.open("rb") as file:
        return any(b'"' in chunk for chunk in iter(lambda: file.read(CHUNK_BYTES), b""))


def read_ragged(path: Path, encoding: str, delimiter: str) -> list[pa.DictionaryArray]:
    """Return the columns of any delimited file; short records are filled up with empty cells."""
    csv.field_size_limit(CELL_CHARACTERS)
    with path.open(encoding=encoding, newline="") as file:
        rows = count(1)
        try:
            columns = text_columns.encode_rows(
                record for record, _ in zip(csv.reader(file, delimiter=delimiter), rows, strict=False)
            )
        except csv.Error as error:
            sentence = _UNCLOSED if _has_quotes(path) else _LONG_CELL
            raise Unreadable(sentence.format(row=next(rows))) from error  # of the record that was not read whole
    return [_column(column.indices, column.dictionary) for column in columns]


def _check_quotes(sheet: Sheet, path: Path, encoding: str, delimiter: str) -> None:
    """Refuse a file in which a cell holds the rows after it because its quote was never closed; such a cell has several lines."""
    if not (_has_quotes(path) and _has_cells_of_several_lines(sheet)):
        return
    row = 1
    with path.open(encoding=encoding, newline="") as file:
        try:
            for row, _ in enumerate(csv.reader(file, delimiter=delimiter, strict=True), 2):  # noqa: B007 - read below
                pass
        except csv.Error as error:
            raise Unreadable(_UNCLOSED.format(row=row)) from error


def _has_cells_of_several_lines(sheet: Sheet) -> bool:
    texts = [column.dictionary for column in sheet.columns]
    return any(pc.any(pc.match_substring(column, end)).as_py() for column in texts for end in "\r\n")
