"""Makes a pack on screen: chosen, seen before it is made, made with its steps shown, downloaded; and checks one."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

import warehouse.build
from documents.file_size import size_text
from evidence.pack.assembly import STEPS
from evidence.pack.content import Attachment, Pack, Section
from evidence.pack.manifest import PackError
from evidence.pack.pack_verification import PackReport, verify_pack
from evidence.pack.publishing import preview_pack, publish_pack
from evidence.pack.request import Request, clip_filters
from evidence.pack.template import BadTemplate, Template, templates
from ui.frame import indicator_choice, link_faults, query
from ui.frame.escape import md_escape
from ui.frame.opening import require_records
from ui.frame.view import View
from wording.notices import small_numbers_that_leave

MADE = "pack-made"
KINDS = ["jpg", "jpeg", "png", "webp", "pdf", "docx", "xlsx", "mp4"]
NO_FIGURE = "整个项目"
MOST_DIFFERENCES = 20  # shown of one check


def ask_request(view: View) -> Request:
    """Return what the reader asks for; a faulty template or an empty window is named and the page stops."""
    require_records(view)
    try:
        template = _ask_template(templates())
        filters = clip_filters(view.filters, view.build)
    except (BadTemplate, PackError) as fault:
        st.error(str(fault), icon=":material/error:")
        st.stop()
    ids = st.multiselect(
        "只要这些指标（选填）",
        indicator_choice.options(template.indicators),
        placeholder="不选，就按模板全部放入",
        **indicator_choice.bound("figure", indicator_choice.name),
    )
    return Request(template, filters, tuple(ids))


def _ask_template(by_id: dict[str, Template]) -> Template:
    words = [template.words for template in by_id.values()]
    bound = link_faults.bound("template", "模板", (template.title for template in by_id.values()))
    id = st.radio("模板", list(by_id), format_func=lambda id: by_id[id].title, captions=words, **bound)
    return by_id[id]


def ask_attachments(request: Request) -> tuple[Request, Sequence[UploadedFile]]:
    """Ask for attachments, each tied to a figure; return the request with them and the files themselves."""
    uploads = st.file_uploader(
        "附件（选填）：照片、扫描件、问卷，每份可对应一个指标", type=KINDS, accept_multiple_files=True, key="files"
    )
    files = [_ask_description(upload, number, request) for number, upload in enumerate(uploads)]
    links = _ask_links(request)
    return replace(request, attachments=(*files, *links)), uploads


def _ask_description(upload: UploadedFile, number: int, request: Request) -> Attachment:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        caption = st.text_input(f"“{upload.name}”的说明", Path(upload.name).stem, key=f"caption-{upload.file_id}")
        figure = st.selectbox("佐证的指标", _labels(request), key=f"proves-{upload.file_id}")
    return Attachment(_file_name(upload.name), figure, caption or upload.name, Path(f"{number}"))


def _ask_links(request: Request) -> list[Attachment]:
    with st.expander("加链接（如媒体报道）", icon=":material/link:"):
        columns = {
            "说明": st.column_config.TextColumn(width="small"),
            "链接": st.column_config.LinkColumn(width="small", validate=r"^https?://\S+$"),
            "佐证的指标": st.column_config.SelectboxColumn(options=_labels(request)),
        }
        empty = {"说明": [""], "链接": [""], "佐证的指标": [NO_FIGURE]}
        rows = st.data_editor(empty, column_config=columns, num_rows="dynamic", hide_index=True, key="links")
    lines = zip(rows["说明"], rows["链接"], rows["佐证的指标"], strict=True)
    return [Attachment(link, label or NO_FIGURE, caption or link, link=link) for caption, link, label in lines if link]


def _labels(request: Request) -> list[str]:
    return [NO_FIGURE, *map(indicator_choice.label, request.template.indicators)]


def _file_name(name: str) -> str:
    return name.replace("/", "_").replace("\\", "_")


def draw_preview(view: View, request: Request) -> Pack:
    """Show every section with its sentences and what it draws, and return the pack as it will be."""
    pack = query.answer(view.build, preview_pack, request)
    charts = sum(len(section.charts) for section in pack.sections)
    st.caption(
        f"{len(pack.sections)}节，{charts}张图，{len(pack.figures)}个数，{len(pack.definitions)}个口径，"
        f"来源{len(pack.sources)}份台账，附件{len(pack.attachments)}份；"
        f"{small_numbers_that_leave(request.k)}。"
    )
    with st.container(height=460, border=True, gap="small", key="pack-preview"):
        for section in pack.sections:
            _draw_section(section)
    return pack


def _draw_section(section: Section) -> None:
    st.markdown(f"## {md_escape(section.title)}")
    for paragraph in section.paragraphs:
        text = md_escape("".join(sentence.text for sentence in paragraph))
        st.markdown(f":gray[{text}]" if text.startswith("【") else text)
    for chart in section.charts:
        st.markdown(f":material/bar_chart: {md_escape(chart.headline)}　:gray[{md_escape(chart.title)}]")


def offer_pack(view: View, request: Request, files: Sequence[UploadedFile]) -> None:
    """Make the pack when asked to, its steps shown; keep it ready for download until something else is chosen."""
    if st.button("生成材料包", type="primary", icon=":material/folder_zip:"):
        st.session_state[MADE] = None
        with st.status("正在生成材料包……", expanded=True) as status:
            try:
                st.session_state[MADE] = (request, _pack_content(view, request, files))
                status.update(label="材料包已生成", state="complete", expanded=False)
            except PackError as fault:
                status.update(label="没有生成", state="error")
                st.error(str(fault), icon=":material/error:")
    made_for, content = st.session_state.get(MADE) or (None, b"")
    if made_for == request:
        name = f"{_title(view, request)}.zip"
        st.download_button(
            f"下载材料包（{size_text(len(content))}）",
            content,
            name,
            "application/zip",
            on_click="ignore",
            icon=":material/download:",
        )


def _pack_content(view: View, request: Request, files: Sequence[UploadedFile]) -> bytes:
    bar = st.progress(0.0)
    steps = iter(range(len(STEPS)))

    def begin(step: str) -> None:
        bar.progress(next(steps) / len(STEPS), f"{step}……")

    with tempfile.TemporaryDirectory() as folder:
        data = warehouse.build.data_folder()
        content, withheld = publish_pack(view.build, _on_disk(request, files, Path(folder)), data, begin)
    bar.progress(1.0, "完成")
    if withheld:
        st.caption(f"与以前送出的数相差不足{request.k}人的{withheld}个数已隐藏。")
    return content


def _on_disk(request: Request, files: Sequence[UploadedFile], folder: Path) -> Request:
    """Return the request with its uploaded files laid in a folder, for as long as the pack is written."""
    attachments = list(request.attachments)
    for number, upload in enumerate(files):
        path = folder / str(number)
        path.write_bytes(upload.getvalue())
        attachments[number] = replace(attachments[number], path=path)
    return replace(request, attachments=tuple(attachments))


def _title(view: View, request: Request) -> str:
    return f"佐证材料_{view.choice.area_words}_{request.period.label}"


def check_pack() -> None:
    """Check a pack that somebody hands in."""
    upload = st.file_uploader("选一个材料包（.zip）", type=["zip"], key="checked")
    st.caption("逐字节对照清单，按材料包里的分子分母重新计算，再按这里的数据批次重新计算；不看上面的筛选。")
    if upload is None:
        return
    with tempfile.TemporaryDirectory() as folder, st.spinner("正在逐字节核对、重新计算……"):
        path = Path(folder) / _file_name(upload.name)
        path.write_bytes(upload.getvalue())
        try:
            _draw_report(verify_pack(path, warehouse.build.data_folder()))
        except PackError as fault:
            st.error(str(fault), icon=":material/error:")


def _draw_report(report: PackReport) -> None:
    verdict = f"{report.title}，数据批次{report.build}：{report.verdict}"
    (st.success if report.is_same else st.error)(
        verdict, icon=":material/verified:" if report.is_same else ":material/error:"
    )
    for check in report.checks:
        icon = "close" if check.differences else "remove" if check.is_skipped else "check"
        st.markdown(f":material/{icon}: **{md_escape(check.name)}**　{md_escape(check.how)}")
        if check.differences:
            st.markdown("\n".join(f"- {md_escape(difference)}" for difference in check.differences[:MOST_DIFFERENCES]))
        if len(check.differences) > MOST_DIFFERENCES:
            st.caption(f"共{len(check.differences)}处，只列出前{MOST_DIFFERENCES}处。")
