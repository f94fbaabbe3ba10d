"""Names what a row of a record type may say took place, so that words which take it back are declared once for all of them."""

from typing import Literal

Deed = Literal[
    "held",  # an event took place
    "organised",  # that event was an activity, which the place itself gave and no other one
    "deliberated",  # it was a meeting, which may vote a proposal down
    "came",  # a person was there
    "served",  # a person gave hours without pay
    "received",  # money or goods were given to the place
    "spent",
    "handed_out",  # things were given to people
    "redeemed",  # points were given for things
    "case_opened",
    "requested",  # somebody asked the place for something
    "founded",  # an organisation exists
    "opened",  # a place is in use
]
