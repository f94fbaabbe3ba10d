"""Draws goods beside each other: what came in and what was handed out, once any community has sent a list of hand-outs."""

from ui.charts import bars, panel
from ui.frame.grid import pairs
from ui.frame.view import View


def draw(view: View) -> None:
    """Draw goods in and goods out by community, and what was handed out to whom; money is drawn elsewhere."""
    if not view.begun(["distributed_value"]):
        return
    with pairs("goods"):
        panel.draw(view, bars.communities(view, "goods_value"))
        panel.draw(view, bars.communities(view, "distributed_value"))
        panel.draw(view, bars.groups(view, "distributed_value", "goods", "物资"))
        panel.draw(view, bars.groups(view, "distributed_value", "recipient_group", "受益人群"))
