"""Requests for packs of the sample."""

from dataclasses import replace
from datetime import date

from evidence.pack.request import Request, clip_filters
from evidence.pack.template import templates
from indicators.model import Filters
from warehouse import communities
from warehouse.build import Build

FENGER = "凤二村（演示）"


def ask(build: Build, *places: str, template: str = "application", **more: object) -> Request:
    filters = Filters(places or communities.names(build), date(2021, 1, 1), date(2026, 12, 31))
    return replace(Request(templates()[template], clip_filters(filters, build)), **more)
