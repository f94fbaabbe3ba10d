"""One cell text → one value: a pure function per kind of cell.

Each returns None for an empty cell, and raises ValueError with the one sentence the clerk will read: what was found and
what to write instead. None of them guesses: where a text has two readings it is refused.
"""

from etl.parse.ages import AGE_BANDS as AGE_BANDS
from etl.parse.ages import age_band as age_band
from etl.parse.choices import choice as choice
from etl.parse.choices import yes_no as yes_no
from etl.parse.dates import date as date
from etl.parse.durations import hours as hours
from etl.parse.headers import header as header
from etl.parse.identifiers import identifier as identifier
from etl.parse.money import amount_yuan as amount_yuan
from etl.parse.months import month as month
from etl.parse.numbers import count as count
from etl.parse.numbers import number as number
from etl.parse.numbers import percent as percent
from etl.parse.numbers import quantity as quantity
from etl.parse.numbers import rating as rating
from etl.parse.numbers import score as score
from etl.parse.people import is_masked_name as is_masked_name
from etl.parse.people import is_organisation as is_organisation
from etl.parse.people import party as party
from etl.parse.people import person as person
from etl.parse.privacy import without_identifiers as without_identifiers
from etl.parse.texts import free_text as free_text
from etl.parse.texts import is_blank as is_blank
from etl.parse.texts import label as label
from etl.parse.texts import normalised as normalised
from etl.parse.texts import simplified as simplified
from etl.parse.texts import squeezed as squeezed
from etl.parse.texts import text as text
