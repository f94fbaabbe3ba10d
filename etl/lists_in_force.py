"""The query that says from when to when each row of a quarterly list is in force: from its version's first day until the community's next version."""


def rows_in_force(table: str) -> str:
    """Return the SQL of a list's rows with `until_on`, the first day of the next version, and `last_on`, the day before; null for the newest."""
    return f"""
        with version as (
            select community, version_on, lead(version_on) over (partition by community order by version_on) as until_on
            from (select distinct community, version_on from {table}))
        select {table}.*, until_on, cast(until_on - interval 1 day as date) as last_on
        from {table} join version using (community, version_on)
    """
