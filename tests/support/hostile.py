"""Records that engines might count differently: types without a row, columns without a value, leap days, ties, reversals, odd names."""

from tests.support.builds import Rows

COMMUNITIES = ("甲", "乙'社区\"", "丙🏮\\村")  # a quote, double quotes, an emoji, a backslash
FIRST, SECOND, THIRD = COMMUNITIES
RECORDS: dict[str, Rows] = {
    "community": [
        {"community": FIRST, "residents_count": 1000, "households_count": 400, "as_of_on": "2023-06-01"},
        {"community": FIRST, "residents_count": 1003, "households_count": 401, "as_of_on": "2024-02-29"},
        {"community": SECOND, "residents_count": None, "as_of_on": "2024-01-01"},
        {"community": THIRD, "residents_count": 7, "as_of_on": "2024-12-31"},
    ],
    "activity": [
        {"title": "义诊", "held_on": "2024-02-29", "method": None, "strand": None, "headcount": 12, "cost_yuan": "0.10"},
        {"title": "义诊", "held_on": "2024-02-29", "method": "小组", "headcount": 12, "cost_yuan": "0.20"},
        {"title": "it's \\ \"茶\"🎉", "held_on": "2024-12-31", "community": SECOND, "headcount": None},
        {"title": "开年", "held_on": "2025-01-01", "community": THIRD, "headcount": 0},
    ],
    "attendance": [
        {"activity": "义诊", "attended_on": "2024-02-29", "person_key": None, "is_present": True},
        {"activity": "义诊", "attended_on": "2024-02-29", "person_key": "k'1", "is_present": True},
        {"activity": "义诊", "attended_on": "2024-02-29", "person_key": "k'1", "is_present": None},
    ],
    "volunteer_service": [
        {"served_on": "2024-02-29", "person_key": None, "service_hours": 1.5},
        {"served_on": "2024-02-29", "person_key": "k\\2", "service_hours": 20},
        {"served_on": "2024-02-29", "person_key": "k\\2", "service_hours": 20},
        {"served_on": "2025-02-28", "person_key": "k🎉", "service_hours": 0.1, "community": THIRD},
        {"served_on": "2025-02-28", "person_key": "k🎉", "service_hours": 0.2, "community": THIRD},
    ],
    "donation": [
        {"donated_on": "2024-02-29", "donor_key": "d1", "form": "现金", "amount_yuan": "0.10", "status": "到账"},
        {"donated_on": "2024-02-29", "donor_key": "d1", "form": "现金", "amount_yuan": "0.20", "status": "到账"},
        {"donated_on": "2024-03-01", "donor_key": "d1", "form": "现金", "amount_yuan": "-0.20", "status": "到账"},
        {"donated_on": "2025-01-01", "donor_key": None, "form": "物资", "goods": "米's", "quantity": 3},
    ],
    "fund_use": [
        {"used_on": "2024-02-29", "amount_yuan": "100.01"},
        {"used_on": "2024-02-29", "amount_yuan": "-100.01"},
        {"used_on": "2025-01-01", "amount_yuan": None, "community": SECOND},
    ],
    "casework": [
        {"case_no": "1", "opened_on": "2024-02-29", "closed_on": None},
        {"case_no": "2", "opened_on": "2024-02-29", "closed_on": "2024-02-29"},
        {"case_no": "3", "opened_on": "2023-12-31", "closed_on": "2025-01-01", "community": THIRD},
    ],
}  # fmt: skip
