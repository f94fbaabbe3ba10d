"""Names communities as readers see them, one or several."""

from collections.abc import Sequence

from indicators.model import Figure
from warehouse.communities import short_name
from wording.dates import is_month

ALL = "全部所选社区"
MOST_NAMED = 2


def joint_name(communities: Sequence[str]) -> str:
    """Return several communities as the subject of a sentence: 社东社区、凤二村; 社东社区等6个社区."""
    if len(communities) <= MOST_NAMED:
        return "、".join(map(short_name, communities))
    return f"{short_name(communities[0])}等{len(communities)}个社区"


def counted_name(figure: Figure, communities: Sequence[str]) -> str:
    """Return a figure's communities as the subject of a sentence: 社东社区等4个社区（2个未报送） where six owed a report."""
    if not figure.counted:
        return joint_name(communities)
    silent = len(set(figure.missing).intersection(communities))  # of one community alone the months are named instead
    return f"{joint_name(figure.counted)}{f'（{silent}个未报送）' if silent else ''}"


def counted_words(figure: Figure) -> str:
    """Return how many communities all together are, where some of those asked did not report: 已报送的4个社区.

    Nothing where one alone was asked: its missing months are named instead.
    """
    is_of_several = figure.community is None and not any(map(is_month, figure.missing))
    return f"已报送的{len(figure.counted)}个社区" if is_of_several and figure.missing and figure.counted else ""


def chosen_name(areas: Sequence[str], communities: Sequence[str], total: int) -> str:
    """Return which of `total` communities a reader chose, `areas` from the city down: 全部6个社区, 石湾镇街道3个社区, 凤二村."""
    if len(communities) == total > 1:
        return f"全部{total}个社区"
    is_area = areas and len(communities) > MOST_NAMED
    return f"{areas[-1]}{len(communities)}个社区" if is_area else joint_name(communities)
