"""The pages of the menu are looked up once a process, and each reader has pages of his own."""

from streamlit.testing.v1 import AppTest


def two_menus() -> None:
    import streamlit as st

    from ui.frame import menu  # a script of its own: it knows nothing of this file

    first, second = ([page for of_section in menu.pages().values() for page in of_section] for _ in range(2))
    alike = [
        (one.title, one.url_path) == (other.title, other.url_path) for one, other in zip(first, second, strict=True)
    ]
    st.text(f"{len(first) > 20} {all(alike)} {any(one is other for one, other in zip(first, second, strict=True))}")


def test_a_page_that_one_reader_opens_is_not_the_object_that_another_opens():
    (text,) = AppTest.from_function(two_menus).run().text

    assert text.value == "True True False"
