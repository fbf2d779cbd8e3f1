"""Criteria by name become SEARCH."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from stdlib.mail.imap_search import Criterion, SearchPlan, plan_search


@pytest.mark.parametrize(
    ("criteria", "command"),
    [
        ({}, "ALL"),
        ({"seen": False}, "UNSEEN"),
        ({"seen": True, "deleted": False}, "SEEN UNDELETED"),
        ({"recent": False}, "OLD"),
        ({"new": True}, "NEW"),
        ({"subject": "hello world"}, 'SUBJECT "hello world"'),
        ({"subject": 'quo"te\\ (x)'}, 'SUBJECT "quo\\"te\\\\ (x)"'),
        ({"subject": "a\r\nA1 LOGOUT"}, 'SUBJECT "a A1 LOGOUT"'),
        ({"subject": ""}, 'SUBJECT ""'),
        ({"from": "ivan@mail.test"}, "FROM ivan@mail.test"),
        ({"since": date(2026, 11, 2)}, "SINCE 02-Nov-2026"),
        ({"senton": datetime(2026, 1, 31, 23, 59)}, "SENTON 31-Jan-2026"),
        ({"larger": 1000}, "LARGER 1000"),
        ({"header": ("Message-ID", "<a@b>")}, "HEADER Message-ID <a@b>"),
        ({"uid": [3, 1, 2]}, "UID 3,1,2"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_ascii_criteria_are_one_command(criteria: dict[str, Criterion], command: str) -> None:
    assert plan_search(criteria) == SearchPlan(command, None)


def test_cyrillic_text_goes_as_utf8_with_the_rest() -> None:
    plan = plan_search({"seen": False, "subject": "привет", "from": "ivan@mail.test"})
    assert plan == SearchPlan(None, ["SUBJECT", "привет", "UNSEEN", "FROM", "ivan@mail.test"])


def test_ascii_text_that_needs_quotes_is_searched_apart() -> None:
    plan = plan_search({"subject": "привет", "body": "(draft)"})
    assert plan == SearchPlan('BODY "(draft)"', ["SUBJECT", "привет"])


@pytest.mark.parametrize("criteria", [{"color": "red"}, {"seen": "yes"}, {"since": "2026-01-01"}, {"subject": 5}])
def test_unknown_criterion_is_an_error(criteria: dict[str, Criterion]) -> None:
    with pytest.raises(ValueError, match="unknown search criterion"):
        plan_search(criteria)
