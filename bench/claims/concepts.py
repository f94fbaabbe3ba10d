"""What the marks in outside/ mean: concepts named before anybody read the vocabulary, and the indicators that are right for each.

A concept without an indicator in the catalogue is one that nothing is recorded of: a claim of it must stay unbound.
`FAIR` lists what a claim may be bound to as well, without being asked for.
"""

from indicators.engine import catalogue

# concept → the indicators that are right for it, one or several.
RIGHT = {
    "activities": "activities community_activities",
    "answer_rate": "response_rate",
    "answers": "satisfaction_answers",
    "area": "community_area venue_area",
    "attendances": "attendances people_helped deliberation_attendances",
    "attendances_in_people": "attendances participants",  # 服务人次180人
    "balance": "fund_balance",
    "beneficiaries": "participants people_helped",
    "cases": "cases_opened",
    "cases_closed": "cases_closed",
    "certified": "staff_certified staff_intermediate staff_assistant",
    "certified_share": "certified_share",
    "closing_rate": "closing_rate closing_rate_of_period",
    "courses": "courses",
    "days_finish": "mean_days_to_finish",
    "donors": "donors",
    "films": "film_screenings",
    "gifts": "gifts",
    "goods_value": "goods_value distributed_value",
    "groups": "groups_started",
    "honours": "honours honours_national",
    "hours": "volunteer_hours",
    "hours_mean": "hours_per_volunteer",
    "households": "households",
    "incubated": "organisations_incubated",
    "lists": "needs_listed resources_listed projects_listed",
    "match_rate": "need_match_rate",
    "meeting_attendances": "deliberation_attendances",
    "meeting_people": "deliberation_attendances",  # 居民代表50余人参加了会议
    "meetings": "deliberation_meetings",
    "on_time": "requests_on_time_share",
    "orders": "orders_placed orders_dispatched orders_accepted orders_completed",
    "organisations": "organisations",
    "participants": "participants",
    "points": "points_awarded points_redeemed",
    "projects": "projects_supported projects_listed",
    "raised": "cash_received",
    "requests": "requests_received",
    "requests_finished": "requests_finished",
    "residents": "residents",
    "resolution_rate": "topic_resolution_rate",
    "satisfaction": "overall_satisfied_share satisfied_share requests_satisfied_share orders_satisfied_share",
    "sessions": "group_sessions",
    "sessions_course": "courses",
    "spent": "money_spent",
    "staff": "staff",
    "star": "star_volunteers",
    "teams": "volunteer_teams",
    "topics_passed": "topics_passed",
    "topics_raised": "topics_raised",
    "topics_resolved": "topics_resolved",
    "use_all": "use_ratio",
    "venues": "venues",
    "visit_activities": "activities community_activities home_visits",  # 走访慰问活动12次
    "visits": "home_visits",
    "volunteer_share": "volunteers_per_100_residents",
    "volunteers": "volunteers_registered volunteers_active",
    "volunteers_registered": "volunteers_registered",
    "wish_people": "people_with_wishes",
    "wish_rate": "wish_fulfilment_rate",
    "wishes": "wishes_raised wishes_fulfilled",
    "wishes_fulfilled": "wishes_fulfilled",
    "wishes_raised": "wishes_raised",
}
# concept → what is fair besides, but not asked for; a concept that stands here only has no indicator of its own.
FAIR = {
    "case_visits": "cases_opened",
    "courses": "activities",
    "finish_rate": "requests_on_time_share order_completion_rate",
    "goods_given": "distributions goods_pieces_distributed goods_pieces_received",  # 件, 册 and 盒 are of no indicator
    "goods_redeemed": "vouchers_redeemed goods_pieces_distributed",  # 积分超市兑换礼品1900余件
    "helped": "participants people_helped people_with_wishes households_helped people_given_goods",
    "papers": "satisfaction_answers",
    "raised": "goods_value",
    "disputes": "disputes topics_resolved",
    # those who came to help, to watch or to eat are no attendances of what was offered, or are, as one reads it
    "shifts": "attendances",
    "audience": "attendances",
    "audience_in_people": "attendances participants",
    "meals": "attendances",
    "course_kinds": "courses",
    "classes": "courses activities",
    "clubs": "organisations organisations_incubated",
    "change": "requests_received attendances",
    "requests_late": "requests_finished",
    "training": "courses",
    "bases": "venues",
    "canteens": "venues",
    "files": "cases_opened",
    "members": "volunteers_registered",
    "partners": "organisations",
    "rate": "courses",
    "services": "activities",
    "complaints": "requests_received",
    # of what was given, and to whom
    "donations_made": "donors",
    "donor_units": "donors",
    "donors_times": "donors gifts",
    "goods_received": "gifts goods_pieces_received",
    # those who came to a desk, shown beside the attendances and not judged by them; changes are bound to what changed
    "donations_given": "money_spent distributed_value goods_value cash_received",
    "honours_people_times": "honours",
    "points_people": "points_redeemed",
    "receptions": "attendances",
    "consultations": "attendances",
    "change_share": "overall_satisfied_share satisfied_share requests_satisfied_share",
    "helped_times": "attendances people_helped",
    "households_gave": "donors",
    "households_helped": "people_helped participants households_helped",
    "relief_paid": "money_spent distributed_value",
    "seed_money": "cash_received",
    "visited_households": "home_visits people_helped",
    "visited_people": "home_visits people_helped",
    "wish_gifts": "wishes_fulfilled distributions goods_pieces_distributed",
    "wish_households": "people_with_wishes wishes_fulfilled households_helped",
    "beneficiary_households": "participants people_helped",
    # of a whole city: bound to what it counts, and kept from a verdict by the place it names
    "of_a_city": "activities attendances cash_received people_helped venues volunteer_hours volunteer_teams volunteers_registered",
    # of the people and the organisations at work
    "foundations": "organisations",
    "honours_people": "honours",
    "incubating": "organisations_incubated",
    "nurtured": "organisations_incubated",
    "organisations_resident": "organisations organisations_incubated",
    "staff_of_committee": "staff",
    "shifts_in_people": "volunteers_active attendances participants",
    "volunteers_honoured": "star_volunteers",
    # of what residents asked for
    "mediation_rate": "topic_resolution_rate",
    "opinions_solved": "topics_resolved requests_finished",
    "hazards": "topics_raised requests_received",
    "opinions": "topics_raised requests_received",
    "order_people": "orders_placed",
    "requests_dispatched": "orders_dispatched",
    "rounds": "deliberation_meetings",
    "works": "projects_supported",
    "volunteer_projects": "projects_supported",
    "cases_done": "cases_opened cases_closed",  # 完成个案22个
    "change_money": "cash_received",
    "estate_households": "households",
    "money_and_goods": "cash_received goods_value",
    "ones_cases": "cases_opened cases_closed",
    "ones_groups": "groups_started group_sessions",
    "talks": "deliberation_meetings activities",
    "new_teams": "volunteer_teams",
    "purse_or_fund": "money_spent venue_investment",
    "schedule": "home_visits activities",
    "venue_money": "venue_investment",
    "area_each": "venue_area community_area",  # 用房面积均超过500平方米
    "rate_attendances": "attendances",  # 日均服务700人次
    "share_of_registered": "volunteers_per_100_residents",  # 占户籍人口
    "needs_in_copies": "needs_listed",  # 48份需求清单
    "part_cases": "cases_opened",  # 其余388宗
    "wish_claimed": "wishes_fulfilled",
    "execution": "money_spent cash_received",  # 项目执行金额
    "leaders": "resident_leaders leaders_recognised",
    "outcomes": "topics_passed topics_resolved",
    "per_activity": "attendances_per_activity",  # 场均20人
    "covered": "participants people_helped",
    "gift_of_some": "cash_received",
    "grid_staff": "staff",
    "income_total": "cash_received",
    "order_rate": "order_completion_rate",
    "order_rating": "orders_satisfied_share",
    "reviews": "satisfaction_answers",
    "score": "mean_score_5",
    "visited_others": "home_visits",
    "change_cases": "cases_opened",
    "of_a_city_orgs": "organisations",
    "redeemable_kinds": "vouchers_on_offer",
}


def right_indicators(concept: str) -> frozenset[str]:
    """Return the indicators of a concept that the catalogue has; empty when nothing is recorded of it."""
    return frozenset(RIGHT.get(concept, "").split()) & catalogue().keys()


def fair_indicators(concept: str) -> frozenset[str]:
    """Return the indicators a claim of the concept may be bound to."""
    return right_indicators(concept) | frozenset(FAIR.get(concept, "").split())
