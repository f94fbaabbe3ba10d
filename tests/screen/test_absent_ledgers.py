"""What the communities chosen never sent is one sentence on a page, and no wall of empty cards and panels."""

from pathlib import Path

import pytest

from tests.screen.conftest import Open
from tests.screen.test_pages import texts


@pytest.mark.parametrize(
    ("page", "labels", "rest", "cards"),
    [
        ("orders", "“四单服务”、“需求清单”", "下面不列相关的数", 1),
        ("points", "“积分兑换目录”", "下面不列相关的数", 4),
        ("honours", "“荣誉”", "这一页没有可以列的数", 0),
    ],
)
def test_what_a_community_never_sent_is_said_once_and_not_in_every_panel(
    app: Open, sample_folder: Path, page: str, labels: str, rest: str, cards: int
):
    tester = app(sample_folder, f"outcomes/{page}.py", community=["费家营社区（演示）"])
    text = texts(tester)

    assert f"费家营社区没有报送过{labels}台账，{rest}。" in text
    assert (text.count('<article class="card">'), len(tester.info)) == (cards, 0)
    assert "不含" not in text  # nobody but this community was asked
