"""The two dictionaries: what every figure means, and what every column of every ledger means. Both from the declarations."""

from collections.abc import Sequence

import pyarrow as pa
import streamlit as st

from etl.declarations import record_types
from etl.schema import Column, RecordType
from indicators import engine
from indicators.model import Indicator
from ui.frame import data_table
from ui.frame.escape import md_escape
from wording import definitions

SECTIONS = ("参与", "满意度", "志愿服务", "个案", "资金", "名册")
GOOD = {"up": "越高越好", "down": "越低越好", "none": "不分高低"}


def indicators() -> None:
    """Draw every indicator, found by word or section; each opens to its whole definition."""
    word = st.text_input("查找指标", placeholder="名称、别名或口径里的词", key="word", bind="query-params")
    found = [one for one in engine.catalogue().values() if _matches(one, word or "")]
    st.caption(f"{len(found)}个指标")
    for section in (*SECTIONS, *sorted({one.section for one in found} - set(SECTIONS))):
        if members := [one for one in found if one.section == section]:
            st.header(section, anchor=False)
            for one in members:
                _indicator(one)


def _matches(one: Indicator, word: str) -> bool:
    return word.strip() in " ".join((one.label, one.words, one.unit, one.id, *one.aliases))


def _indicator(one: Indicator) -> None:
    with st.expander(f"**{md_escape(one.label)}**（{md_escape(one.unit)}）　{md_escape(_first_sentence(one))}"):
        _, words, *lines = definitions.lines(one)
        st.markdown(md_escape(words).replace("\n", "  \n"))
        aliases = f"别名：{'、'.join(one.aliases)}" if one.aliases else ""
        said = [f"用处：{one.why}", *lines, f"方向：{GOOD[one.good]}", aliases]
        st.markdown("\n".join([*(f"- {md_escape(line)}" for line in said if line), f"- 代码：`{one.id}`"]))


def _first_sentence(one: Indicator) -> str:
    return one.words.split("\n")[0].removeprefix(f"{one.label}：")


def records() -> None:
    """Draw every record type with its columns, as the template and the recognition of headers know them."""
    for record in record_types().values():
        st.header(record.label, anchor=False)
        st.markdown(f"{md_escape(record.words)}  \n{md_escape(record.row)}。代码：`{record.id}`")
        data_table.draw(_columns(record), name=f"columns-{record.id}", alt=f"{record.label}的列")


def _columns(record: RecordType) -> pa.Table:
    rows = [_column(column) for column in record.columns]
    rows += [(one.label, one.name, "由其他列算出", "", "", "") for one in record.derived]
    header = ("列", "代码", "怎样读", "必填", "表头可以写成", "说明")
    return pa.table({name: list(cells) for name, cells in zip(header, zip(*rows, strict=True), strict=True)})


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
