"""Reads the text of one cell as one value: a pure function per kind of cell.

Each returns None for an empty cell, and raises ValueError with the one sentence the clerk will read: what the cell says and
what to write instead. None of them guesses: a text with two readings is refused. Throughout, `text` is a cell as written and
`bare` the same in NFKC without white space.
"""

from etl.parse.ages import AGE_BANDS as AGE_BANDS
from etl.parse.ages import age_band as age_band
from etl.parse.bands import COUNT_BANDS as COUNT_BANDS
from etl.parse.bands import amount_band as amount_band
from etl.parse.bands import count_band as count_band
from etl.parse.birth_years import birth_year as birth_year
from etl.parse.bounds import bounded_quantity as bounded_quantity
from etl.parse.choices import choice as choice
from etl.parse.choices import open_choice as open_choice
from etl.parse.choices import yes_no as yes_no
from etl.parse.column_style import DateOrder as DateOrder
from etl.parse.column_style import Dot as Dot
from etl.parse.column_style import as_settled as as_settled
from etl.parse.column_style import date_order as date_order
from etl.parse.column_style import dot as dot
from etl.parse.column_style import is_day_without_zero as is_day_without_zero
from etl.parse.column_style import is_open_date as is_open_date
from etl.parse.column_style import keeps_zeros as keeps_zeros
from etl.parse.date_spans import date_span as date_span
from etl.parse.dates import NO_MONTH as NO_MONTH
from etl.parse.dates import NO_YEAR as NO_YEAR
from etl.parse.dates import date as date
from etl.parse.durations import hours as hours
from etl.parse.durations import is_clock_span as is_clock_span
from etl.parse.end_dates import due_date as due_date
from etl.parse.end_dates import end_date as end_date
from etl.parse.examples import in_year as in_year
from etl.parse.headers import header as header
from etl.parse.headers import measured_item as measured_item
from etl.parse.identifiers import identifier as identifier
from etl.parse.indicator_names import indicator_name as indicator_name
from etl.parse.list_versions import list_version as list_version
from etl.parse.money import amount_yuan as amount_yuan
from etl.parse.money import rough_amount_yuan as rough_amount_yuan
from etl.parse.months import month as month
from etl.parse.numbers import as_one_of_five as as_one_of_five
from etl.parse.numbers import count as count
from etl.parse.numbers import has_five_ratings as has_five_ratings
from etl.parse.numbers import headcount as headcount
from etl.parse.numbers import is_rating as is_rating
from etl.parse.numbers import number as number
from etl.parse.numbers import other_scale_words as other_scale_words
from etl.parse.numbers import quantity as quantity
from etl.parse.numbers import rating as rating
from etl.parse.numbers import score as score
from etl.parse.numbers import square_metres as square_metres
from etl.parse.numbers import words_of_equal_rating as words_of_equal_rating
from etl.parse.people import COMMUNITY_MARK_LENGTH as COMMUNITY_MARK_LENGTH
from etl.parse.people import KEY_LENGTH as KEY_LENGTH
from etl.parse.people import is_community_name as is_community_name
from etl.parse.people import is_masked_name as is_masked_name
from etl.parse.people import is_organisation as is_organisation
from etl.parse.people import is_person_key as is_person_key
from etl.parse.people import looks_like_name as looks_like_name
from etl.parse.people import nature as nature
from etl.parse.people import organisations as organisations
from etl.parse.people import party as party
from etl.parse.people import person as person
from etl.parse.periods import period as period
from etl.parse.personal_names import is_full_name as is_full_name
from etl.parse.personal_numbers import without_identifiers as without_identifiers
from etl.parse.privacy import address_without_personal_data as address_without_personal_data
from etl.parse.privacy import file_name_without_personal_data as file_name_without_personal_data
from etl.parse.privacy import place_without_personal_data as place_without_personal_data
from etl.parse.privacy import without_personal_data as without_personal_data
from etl.parse.script import simplified_by_character as simplified_by_character
from etl.parse.texts import label as label
from etl.parse.texts import normalised as normalised
from etl.parse.texts import sentence as sentence
from etl.parse.texts import simplified as simplified
from etl.parse.texts import squeezed as squeezed
