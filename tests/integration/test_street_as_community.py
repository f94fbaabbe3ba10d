"""Without a register a word for the whole street names no community: its rows are refused with what to do, and a register lets them in."""

from pathlib import Path

from tests.support.ledgers import loaded, received

HOURS = "社区,姓名,日期,时长（小时）\n社东社区,甲演示,2024-03-01,2\n街道本级,乙演示,2024-03-05,3\n本街道,丙演示,2024-03-09,1.5\n高桥街道,丁演示,2024-03-09,1\n"
REGISTER = "社区,常住人口,统计日期\n社东社区,3000,2021-01-01\n街道本级,1,2021-01-01\n"


def test_the_street_itself_is_no_community_until_a_register_says_so(tmp_path: Path):
    data = tmp_path / "data"
    received(data, {"志愿.csv": HOURS})
    _, build = loaded(data)
    rows = build.rows("select community from volunteer_service order by row_no")
    refused = build.rows("select row_no, cell, message from problem where severity = '拒收' order by row_no")

    assert [community for (community,) in rows] == ["社东社区", "高桥街道"]
    assert [(row, cell) for row, cell, _ in refused] == [(3, "街道本级"), (4, "本街道")]
    assert all("不是一个社区，没有入库" in message for _, _, message in refused)

    received(data, {"名册.csv": REGISTER})
    _, build = loaded(data)
    rows = build.rows("select community from volunteer_service order by row_no")
    assert [community for (community,) in rows] == ["社东社区", "街道本级"]
