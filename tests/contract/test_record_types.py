"""What every declaration of a record type keeps to, those of tomorrow too."""

from pathlib import Path
from typing import get_args

import duckdb
import openpyxl
import pytest

from etl import parse, template
from etl.declarations import facts, facts_of, monthly_records, record_types, register
from etl.deeds import Deed
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.load import bring_up_to_date
from etl.recognition import header_cell
from etl.recognition.ledgers_of_no_type import ledger_of_no_type
from etl.schema import Column, RecordType
from evidence import extracts
from warehouse.build import Build

RECORDS = list(record_types().values())
COLUMNS = [pytest.param(r, c, id=f"{r.id}-{c.name}") for r in RECORDS for c in r.columns]

every_record = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
every_column = pytest.mark.parametrize(("record", "column"), COLUMNS)


def example(column: Column) -> str:
    return next(iter(column.choices), column.example or column.kind.example)


@every_record
def test_a_record_says_what_it_is(record: RecordType):
    assert record.label and record.row and record.words and record.hints


@every_record
def test_names_and_labels_are_said_once(record: RecordType):
    parts = [*record.columns, *record.derived]

    assert len({part.name for part in parts}) == len(parts)
    assert len({column.label for column in record.columns}) == len(record.columns)


@every_record
def test_the_date_that_places_a_row_is_required(record: RecordType):
    column = record.column(record.placed_on)

    assert (column.kind.sql_type, column.is_required) == ("date", True)
    assert {record.column(name).kind.sql_type for name in record.coverage_dates} == {"date"}


@every_record
def test_no_word_for_a_record_type_tells_a_ledger_that_none_holds(record: RecordType):
    deliberate = {"救助金", "补助金"}  # paid by the state as a rule, and out of gifts by some
    words = {record.label, *record.hints} - deliberate
    assert not [word for word in words if any(ledger_of_no_type((), (word,), {}))]


def test_one_record_type_is_the_register():
    assert register() in RECORDS
    assert [*monthly_records()] == [
        record.id for record in RECORDS if record is not register() and not record.is_roster
    ]


@every_column
def test_a_personal_column_never_stores_its_text(record: RecordType, column: Column):
    assert (column.kind.is_personal or column.kind.is_only_checked) == (column.name not in column.stored)


@every_record
def test_what_a_declaration_names_exists(record: RecordType):
    rules = (*record.checks, *record.remarks)
    named = {*record.key, *(rule.column for rule in rules), *(name for c in record.columns for name in c.fills)}
    named |= {target for column in record.columns for target, _ in column.unit_sets.values()}

    assert named <= {column.name for column in record.columns}
    assert set(record.groups) <= set(record.stored)
    assert record.people_count in {"", *(column.name for column in record.columns)}
    assert not record.counts_people or any(column.kind.is_personal for column in record.columns)
    assert record.counts_people or not record.people_count
    assert {*record.deeds} <= {*get_args(Deed)}


@every_record
def test_no_rule_points_at_the_cell_of_a_person(record: RecordType):
    pointed_at = {record.column(rule.column) for rule in (*record.checks, *record.remarks)}

    assert not any(
        column.kind.is_personal or column.kind.is_only_checked for column in pointed_at
    )  # a problem repeats the cell


@every_column
def test_every_spelling_of_a_header_leads_to_its_column(record: RecordType, column: Column):
    matches = {spelling: header_cell.match(record, (spelling,)) for spelling in column.headers}

    assert {match and match[0].name for match in matches.values()} == {column.name}, matches


@every_column
def test_the_example_of_a_column_can_be_read(record: RecordType, column: Column):
    assert column.kind.parse(column.kind.example) is not None
    assert not column.example or column.kind.parse(column.example) is not None


@every_column
def test_no_word_stands_for_two_values(record: RecordType, column: Column):
    spellings = [parse.normalised(s) for word, others in column.choices.items() for s in {word, *others}]

    assert len(spellings) == len(set(spellings)), sorted(s for s in spellings if spellings.count(s) > 1)


@every_column
def test_a_unit_in_the_header_fills_another_column_with_something_readable(record: RecordType, column: Column):
    for unit, (target, text) in column.unit_sets.items():
        assert header_cell.name_and_unit(f"{column.label}（{unit}）") == (parse.normalised(column.label), unit)
        assert record.column(target).kind.parse(text) is not None


@every_record
def test_rules_and_derived_columns_are_sql_over_the_declared_ones(record: RecordType):
    fields = [f"{name} {kind}" for column in record.columns for name, kind in column.read.items()]
    worked_out = [f"cast({part.sql} as {part.sql_type}) as {part.name}" for part in record.derived]
    with duckdb.connect() as connection:
        connection.execute(f"create table typed ({', '.join(fields)}, sheet varchar, row_no integer)")
        completed = f"(select {', '.join(['*', *worked_out])} from typed)"
        rules = [rule.sql for rule in (*record.checks, *record.remarks)]
        connection.execute(f"select {', '.join([*rules, '1'])} from {completed}")


@every_record
def test_facts_that_rest_on_a_record_are_made_where_no_other_has_rows(record: RecordType):
    made = facts_of(frozenset({record.id}))
    assert {id for id, fact in facts().items() if record.id in fact.records} <= {*made}
    assert {id for fact in made.values() for id in fact.facts} <= {*made}


@every_record
def test_a_template_filled_in_loads_without_a_problem(record: RecordType, tmp_path: Path):
    template.write(record, tmp_path / "模板.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "模板.xlsx")
    workbook[record.label].append([example(column) for column in record.columns])
    workbook.save(tmp_path / "模板.xlsx")
    Inbox(tmp_path / "data").add([tmp_path / "模板.xlsx"], Settings())
    outcome = bring_up_to_date(tmp_path / "data")

    assert outcome.path, outcome.failed
    build = Build(outcome.path)
    assert build.rows("select record, loaded, refused, skipped from source_file") == [(record.id, 1, 0, 0)]
    needs_other_ledgers = "('no_register', 'no_activity', 'no_points_rule')"
    assert build.rows(f"select file, message from problem where code not in {needs_other_ledgers}") == []


@every_record
def test_a_template_offers_the_words_of_closed_lists(record: RecordType, tmp_path: Path):
    template.write(record, tmp_path / "模板.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "模板.xlsx")[record.label]
    offered = {rule.formula1 for rule in sheet.data_validations.dataValidation}

    assert [cell.value for cell in sheet[1]] == [column.label for column in record.columns]
    assert offered == {f'"{",".join(c.choices)}"' for c in record.columns if c.choices and not c.is_open}


@pytest.mark.parametrize("table", [*record_types(), *facts()])
def test_every_column_of_rows_that_are_shown_has_a_label(table: str, make_build):
    shown = extracts.readable(table, make_build({}).table(f"select * from {table}"))

    assert not any(label.isascii() for label in shown.column_names)
