"""Searching never walks through the whole table: every statement reads an index that was made for it."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.search.finding import begin
from cases.search.results import found_for
from cases.search.suggestions import suggestions_for
from cases.search.words import asked_of
from expertteam.access.person import Person
from tests.bench.search_data import fill_with_texts


def statements(person: Person, term: str) -> list[str]:
    """The statements about what can be found, with the numbers of the rows they looked for."""
    with CaptureQueriesContext(connection) as asked:
        found_for(person, asked_of(term))
        suggestions_for(person, term)
    sql = [query["sql"] for query in asked]
    return [one for one in sql if "FROM cases_searchentry" in one and "set_config" not in one]


def nodes(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [plan, *(below for one in plan.get("Plans", []) for below in nodes(one))]


@pytest.mark.parametrize(
    "term", ["oosterhuis", "oosterhius", "muziek", "ruben muziek", "leerkragt", "2021-2"]
)
def test_every_statement_reads_an_index(term: str, petra: Person) -> None:
    fill_with_texts(petra, 300)
    asked = statements(petra, term)
    assert len(asked) >= 2
    for sql in asked:
        with connection.cursor() as cursor:
            begin(cursor)
            cursor.execute(f"EXPLAIN (FORMAT json) {sql}")
            (found,) = cursor.fetchone()
        plan = nodes((found if isinstance(found, list) else json.loads(found))[0]["Plan"])
        walked = [
            node
            for node in plan
            if node["Node Type"] == "Seq Scan" and "cases_search" in node["Relation Name"]
        ]
        assert not walked, sql
        read = {str(node["Index Name"]) for node in plan if "Index Name" in node}
        assert read & {"search_names", "search_texts", "search_names_alike", "search_texts_alike"} or any(
            name == "cases_searchentry_pkey" or name.startswith("cases_searchentry_case_id") for name in read
        ), sql
