"""到账现金：一行一笔到账的现金；从名册上的社区转来的注明是哪个社区，不算捐赠。

捐赠人写的是名册上某个社区的名称、别名、居委会、村委会或它的基金，就是从那个社区转入。
"""

from etl.fact import Fact
from etl.parse.community_words import ALIAS_SEPARATORS, ENDING

_ENDING = f"{ENDING}?(社区)?(慈善|公益|专项|发展|爱心)?(基金)?$"  # also its fund: 凤二|村社区慈善基金


def stem(name: str) -> str:
    """Return the SQL of a community's name without 社区, 居委会 or 基金 behind and without（演示）."""
    return f"regexp_replace(replace({name}, '（演示）', ''), '{_ENDING}', '')"


# Every stem that names the money of one community only: `treasury(name_stem, partner)`.
TREASURIES = f"""
        spelling as (
            select community, community as name from community
            union all
            select community, unnest(string_split_regex(aliases, '{ALIAS_SEPARATORS}')) from community where aliases is not null),
        treasury as (
            select {stem("name")} as name_stem, min(community) as partner from spelling
            where length({stem("name")}) > 0 group by 1 having count(distinct community) = 1)
"""

FACT = Fact(
    label="到账现金",
    row="一行是一笔到账的现金",
    records=("donation",),
    groups=("donor_type", "gift_form", "channel", "fund_name", "purpose"),
    columns={
        "community": "社区",
        "donated_on": "捐赠日期",
        "donor_name": "捐赠人（单位）",
        "donor_type": "捐赠方",
        "gift_form": "款物类别",
        "channel": "渠道",
        "fund_name": "基金（未注明的归入社区善款）",
        "purpose": "限定用途",
        "amount_yuan": "金额",
        "partner": "转入自哪个社区",
    },
    sql=f"""
        with {TREASURIES}
        select community, donated_on, donor_name, donor_type, gift_form, channel, fund_name, purpose, amount_yuan,
               treasury.partner, source_file, sheet, row_no
        from donation left join treasury on name_stem = {stem("donor_name")}
        where gift_form = '现金' and is_received and amount_yuan is not null
    """,
)
