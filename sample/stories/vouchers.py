"""What points buy in two communities, with a stock for each year: 阳明山庄社区 since 2024, 凤二村 since 2025, where one price has risen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sample.stories.hour_points import FENGER_VOUCHERS
from sample.stories.points import VOUCHERS

YANGMING_STOCKS = {
    2024: {"早餐券": 40, "理发券": 30, "干洗券": 20, "洗车券": 20, "生活用品": 40},  # 22 of the third were redeemed
    2025: {"早餐券": 40, "理发券": 30, "干洗券": 20, "洗车券": 24, "生活用品": 40},
    2026: {"早餐券": 40, "理发券": 30, "干洗券": 25, "洗车券": 24, "生活用品": 36},
}
FENGER_STOCKS = {
    2025: {"大米": 10, "食用油": 10, "洗衣液": 20, "毛巾": 80},
    2026: {"大米": 10, "食用油": 10, "洗衣液": 40, "毛巾": 100},
}


@dataclass(frozen=True)
class Offer:
    voucher: str
    points: int
    stock: int | None
    offered_on: date
    offered_to: date | None = None


def _of_years(stocks: Mapping[int, Mapping[str, int]], prices: Mapping[str, int]) -> list[Offer]:
    return [
        Offer(voucher, prices[voucher], stock, date(year, 1, 1), date(year, 12, 31))
        for year, of_year in stocks.items()
        for voucher, stock in of_year.items()
    ]


YANGMING = _of_years(YANGMING_STOCKS, VOUCHERS)
# A movie ticket of one month without a limit, and soap that costs more since July though the shop still takes the old price.
FENGER = [
    *_of_years(FENGER_STOCKS, FENGER_VOUCHERS),
    Offer("电影票", 10, None, date(2025, 10, 1), date(2025, 10, 31)),
    Offer("洗衣液", 20, 25, date(2026, 7, 1), date(2026, 12, 31)),
]
