"""Finds a whole that is said in words and not as a share: 诉求全部按时办结 · 微心愿全部兑现 · 件件有落实."""

import re
from collections.abc import Iterator

from evidence.claims.detection.passage import Passage, TextSpan

# What was asked for, all of which was done, up to four words before: 工单|已|全部|按时|办结. Not 全部社区 nor 全部用于, a share of its own.
WHOLE = re.compile(
    r"(?:(?:工单|诉求|个案|议题|微?心愿|服务单|订单|点单|需求|事项|问题|案件|投诉)，?)?(?:已经?|均已|都已)?"
    r"(?:(?:全部|全都|悉数|百分之百|件件|个个|(?<=[单求案题愿项])[均都])(?:得到了?|已|予以|能)?)"
    r"(?:按时|按期|限时|如期|及时)?(?:办结|办理完毕|办理完成|结案|兑现|圆梦|点亮|有?落实|解决|实现|完成)"
)
# Words that only aim at it: 确保|诉求全部办结, 力争.
AIM = re.compile(r"确保|力争|争取|要求|保证|努力|计划|拟|将|做到[^，。；]{0,2}$|应当?|须|必须|没有|并非|未能?$")


def find_wholes(passage: Passage) -> Iterator[TextSpan]:
    """Yield where a text says that all of something was done, from what was asked for to what was done."""
    for match in WHOLE.finditer(passage.text):
        if not AIM.search(passage.clause_before(match.start(), 12)):
            yield match.start(), match.end()
