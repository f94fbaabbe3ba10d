"""调查：一个社区的一次满意度调查发放多少、收回多少。没有写批次的，与前一份问卷相隔超过31天的算另一次。"""

from etl.fact import Fact

DAYS_APART = 31

FACT = Fact(
    label="调查",
    row="一行是一个社区的一次调查（批次）",
    records=("satisfaction",),
    columns={
        "community": "社区",
        "wave": "调查批次",
        "mode": "调查方式",
        "surveyed_on": "开始日期",
        "invited_count": "发放份数",
        "answered_count": "回收份数（只在发放数已知时计；没有问卷编号的一行一份）",
    },
    groups=("wave", "mode"),
    sql=f"""
        with answer as (
            select *, wave is null and surveyed_on - lag(surveyed_on) over (
                partition by community, wave order by surveyed_on, source_file, sheet, row_no) > {DAYS_APART} as is_first
            from satisfaction),
        numbered as (
            select *, count(case when is_first then 1 end) over (partition by community, wave order by surveyed_on) as survey_no
            from answer)
        select community, wave, min(mode) as mode, min(surveyed_on) as surveyed_on, max(invited_count) as invited_count,
               case when max(invited_count) is not null then count(distinct answer_key) end as answered_count,
               arg_min(source_file, (row_no, source_file, sheet)) as source_file,
               arg_min(sheet, (row_no, source_file, sheet)) as sheet, min(row_no) as row_no
        from numbered group by community, wave, survey_no
    """,
    # No questionnaire answers one question twice: two surveys were numbered alike, as exports number each from 1 on.
    hints="""
        with answer as (
            select distinct community, surveyed_on, answer_key, answer_no, dimension, source_file, sheet, row_no
            from satisfaction where answer_no is not null),
        shared as (
            select later.community, later.source_file as file, earlier.source_file as other, count(distinct later.answer_key) as answers,
                   arg_min(later.sheet, (later.surveyed_on, later.row_no)) as sheet,
                   arg_min(later.row_no, (later.surveyed_on, later.row_no)) as row_no
            from answer as later join answer as earlier
              on later.community = earlier.community and later.answer_key = earlier.answer_key
             and later.dimension is not distinct from earlier.dimension and later.source_file > earlier.source_file
            group by later.community, later.source_file, earlier.source_file)
        select 'answers_numbered_alike' as code, file, sheet, row_no, '问卷编号' as "column",
               concat('有', answers, '份问卷的日期和编号与“', other, '”里的相同，现在当作同一份问卷，份数只算一次。',
                      '是两次调查的，请在表里加“调查批次”，两份写成不同的。') as message,
               'satisfaction' as record, community
        from shared
    """,
)
