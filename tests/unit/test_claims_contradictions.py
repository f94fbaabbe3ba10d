"""What a text says against itself."""

import pytest

from evidence.claims.detection.finder import find_claims
from evidence.claims.verification.contradictions import Contradiction, find_contradictions


def contradictions(text: str) -> list[Contradiction]:
    """The contradictions of a text among its claims."""
    return find_contradictions(text, find_claims(text))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("社区推进“六个融合”：党建融合、队伍融合、阵地融合、服务融合、资源融合。", "说是“六个融合”，列出的却是5项"),
        (
            "抓好“五个融入”,即组织融入、资源融入、网格融入、人才融入,累计开展小组活动300余次。",
            "说是“五个融入”，列出的却是4项",
        ),
        ("形成党建融合、队伍融合、阵地融合、服务融合、资源融合六个融合。", "说是“六个融合”，列出的却是5项"),
        ("搭建三大平台，即议事平台、服务平台、慈善平台和文化平台。", "说是“三大平台”，列出的却是4项"),
        ("社区工作者8人，中级2人，初级2人，持证率62.5%。", "“62.5%”与前文的8人、2人、2人对不上"),
        ("收集问题300条，解决270条，办结率92%。", "“92%”与前文的300条、270条对不上"),
        ("开展活动40场，其中议事会12场，占比25%。", "“25%”与前文的40场、12场对不上"),
        ("开展个案12场、小组30场，共45场。", "12场、30场相加与“45场”不符"),
        ("志愿者700人：党员300人、居民200人。", "300人、200人相加与“700人”不符"),
        ("共有社工13名，其中中级5名、初级9名。", "5名、9名相加与“13名”不符"),
    ],
)
def test_numbers_that_do_not_fit_each_other_are_named(text, reason):
    (contradiction,) = contradictions(text)
    assert contradiction.reason.startswith(reason)
    assert 0 <= contradiction.start < contradiction.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "打造五大集市：社情民意、议事交流、便民服务、政策宣传、文创传承。",
        "开展家庭综合、就业、为老、助残等五类服务。",
        "社区工作者8人，中级2人，初级3人，持证率62.5%。",
        "收集问题300条，解决276条，办结率92%。",
        "接案28例，结案26例，当年结案率83.9%。",
        "心理疏导个案5例，家庭关系个案7例，占全部的25%。",
        "共有社工13名，其中中级5名。",
        "办结工单81件，其中按时办结62件，受理热线工单38件。",
        "人员12.2万元、活动19.1万元、管理3.57万元，合计34.87万元。",
        "培育组织10家，孵化9个，活动210余次，志愿服务200余次。",
        "有房间50个，其中工作室46个、会议室3个（展室1个）、大厅1个。",
    ],
)
def test_numbers_that_fit_or_are_open_raise_no_alarm(text):
    assert contradictions(text) == []
