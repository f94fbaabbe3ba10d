"""Names of downloads say what they hold, for whom and when; no number in them loses its point."""

from ui.charts.panel import file_name


def test_a_name_has_no_sign_that_a_file_system_refuses_or_a_number_needs():
    assert (
        file_name("最多2.86万/人:1,234", "凤二村，板块：老人", "2025年")
        == "最多2-86万-人-1-234_凤二村，板块：老人_2025年"
    )


def test_a_long_name_is_short_enough_with_its_ending():
    assert len(f"{file_name('名' * 90, '社' * 90, '年' * 90)}_Excel.csv".encode()) < 255
