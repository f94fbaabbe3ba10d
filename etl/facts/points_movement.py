"""积分收支：志愿服务、捐赠、签到、反映问题按当天有效的规则记分，兑换扣分；没有姓名的不记分，单位捐赠不记分。

规则取当天或之前最近的一条；没有规则的日子和项目不记分。一笔捐赠算一份；对得上活动的签到，一人一天一场算一次，议事会的和别的活动分开；
服务工单一件算一次，不予受理的不算。兑换超过余额的、没有规则核对不了的，列入问题。
"""

from etl.fact import Fact
from etl.records.points_rule import ACTIVITY, GOODS, MEETING, MONEY, REPORT, SERVICE

FACT = Fact(
    label="积分收支",
    row="一行是一次记分或一次兑换",
    # Sign-ins and requests earn points only where a rule says so: who sends none of them owes none for the sake of points.
    records=("points_rule", "redemption", "volunteer_service", "donation"),
    facts=("counted_service", "gift"),
    groups=("item", "voucher"),
    columns={
        "community": "社区",
        "moved_on": "日期",
        "person_key": "志愿者代码",
        "item": "积分项目",
        "earned_points": "记分",
        "redeemed_points": "扣减",
        "change_points": "记分减扣减",
        "star_points": "当时的星级门槛",
        "voucher": "兑换项目",
    },
    sql=f"""
        with deed as (
            select * from (
                select community, served_on as moved_on, person_key, '{SERVICE}' as item, counted_hours as units, source_file, sheet, row_no
                from counted_service
                union all
                select community, donated_on, donor_key, case gift_form when '现金' then '{MONEY}' else '{GOODS}' end, 1,
                       source_file, sheet, row_no
                from gift where donor_type = '个人'
                union all
                select sign_in.community, attended_on, person_key,
                       case when coalesce(event.method, activity) like '%议事%' then '{MEETING}' else '{ACTIVITY}' end as item, 1,
                       unnest(min(struct_pack(sign_in.source_file, sign_in.sheet, sign_in.row_no)))
                from matched_sign_in as sign_in join event on event.event_no = sign_in.event_no
                where sign_in.community in (select community from points_rule where item in ('{ACTIVITY}', '{MEETING}'))
                group by sign_in.community, attended_on, person_key, activity, event.event_no, item
                union all
                select community, received_on, requester_key, '{REPORT}', 1, source_file, sheet, row_no
                from service_request where result is distinct from '不予受理')
            where person_key is not null and community in (select community from points_rule)),
        earned as (
            select deed.community, moved_on, person_key, deed.item, least(units, coalesce(most_hours, units)) * points as earned_points,
                   star_points, deed.source_file, deed.sheet, deed.row_no
            from deed asof join points_rule as rule
              on deed.community = rule.community and deed.item = rule.item and deed.moved_on >= rule.effective_on)
        select community, moved_on, person_key, item, earned_points, null::double as redeemed_points, earned_points as change_points,
               star_points, null::varchar as voucher, source_file, sheet, row_no
        from earned
        union all
        select community, redeemed_on, person_key, '兑换', null, redeemed_points, -redeemed_points, null, voucher,
               source_file, sheet, row_no
        from redemption
    """,
    hints="""
        with running as (
            select *, sum(change_points) over (
                partition by community, person_key order by moved_on, item = '兑换', source_file, sheet, row_no) as balance
            from points_movement where person_key is not null)
        select case when has_rules then 'beyond_balance' else 'no_points_rule' end as code, source_file as file, sheet, row_no,
               '扣减积分' as "column", format('{:g}', redeemed_points) as cell,
               case when has_rules
                    then concat('这次兑换后积分是', format('{:g}', balance), '分，超过了余额。请核对积分和姓名。')
                    else '没有这个社区的积分规则，算不出余额，核对不了这次兑换。请导入积分规则。' end as message,
               'redemption' as record, community
        from (select *, community in (select community from points_rule) as has_rules from running)
        where item = '兑换' and balance < 0
    """,
)
