"""The persons and days that hold more hours of service than a day has: few, so that only their rows are put in order and added up."""

from etl.fact import IntermediateTable
from etl.records.volunteer_service import HOURS_OF_A_DAY

TABLE = IntermediateTable(
    sql=f"""
        select community, person_key, served_on, sum(service_hours) as day_hours from volunteer_service
        where person_key is not null group by community, person_key, served_on having sum(service_hours) > {HOURS_OF_A_DAY}
    """
)
