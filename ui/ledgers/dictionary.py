"""Draws two dictionaries from the declarations: what every figure means, and what every column of every ledger means."""

from collections.abc import Sequence

import pyarrow as pa
import streamlit as st

from etl.declarations import record_types
from etl.schema import Column, RecordType
from indicators import engine
from indicators.model import SECTIONS, Indicator
from ui.frame import data_table
from ui.frame.escape import md_escape
from ui.ledgers import blank_templates
from wording import definitions


def draw_indicators() -> None:
    """Draw every indicator, found by word or section; each opens to its whole definition."""
    word = st.text_input("查找指标", placeholder="名称、别名或口径里的词", key="word", bind="query-params")
    matching = [indicator for indicator in engine.catalogue().values() if _matches(indicator, word or "")]
    st.caption(f"{len(matching)}个指标")
    for section in SECTIONS:
        if members := [indicator for indicator in matching if indicator.section == section]:
            st.header(section, anchor=False)
            for indicator in members:
                _draw_indicator(indicator)


def _matches(indicator: Indicator, word: str) -> bool:
    return word.strip() in " ".join(
        (indicator.label, indicator.words, indicator.unit, indicator.id, *indicator.aliases)
    )


def _draw_indicator(indicator: Indicator) -> None:
    with st.expander(
        f"**{md_escape(indicator.label)}**（{md_escape(indicator.unit)}）　{md_escape(_first_sentence(indicator))}"
    ):
        _, words, *lines = definitions.lines(indicator)
        st.markdown(md_escape(words).replace("\n", "  \n"))
        aliases = f"别名：{'、'.join(indicator.aliases)}" if indicator.aliases else ""
        points = [f"用处：{indicator.why}", *lines, f"方向：{definitions.DIRECTIONS[indicator.good]}", aliases]
        st.markdown("\n".join([*(f"- {md_escape(line)}" for line in points if line), f"- 代码：`{indicator.id}`"]))


def _first_sentence(indicator: Indicator) -> str:
    return indicator.words.split("\n")[0].removeprefix(f"{indicator.label}：")


def draw_records() -> None:
    """Draw every record type with its columns, as the template and the recognition of headers know them."""
    for record in record_types().values():
        st.header(record.label, anchor=False)
        st.markdown(f"{md_escape(record.words)}  \n{md_escape(record.row)}。代码：`{record.id}`")
        data_table.draw(_columns(record), name=f"columns-{record.id}", alt=f"{record.label}的列")
        blank_templates.offer(record, "下载空白模板")


def _columns(record: RecordType) -> pa.Table:
    rows = [_column(column) for column in record.columns]
    rows += [(column.label, column.name, "由其他列算出", "", "", "") for column in record.derived]
    return data_table.of_rows(("列", "代码", "怎样读", "必填", "表头可以写成", "说明"), rows)


def _column(column: Column) -> tuple[str, ...]:
    words = "；".join(f"{word}（也写作{'、'.join(also)}）" for word, also in column.choices.items() if also)
    notes: Sequence[str] = [note for note in (column.note, words) if note]
    return (
        column.label,
        column.name,
        column.kind.label,
        "必填" if column.is_required else "",
        "、".join(column.headers),
        "；".join(notes),
    )
