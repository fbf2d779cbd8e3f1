"""Scripts of both languages whose letter is not taken now: greylisting, a full box, an overloaded server."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from runtime.host import using
from sandbox.server import Sandbox
from support.mail_conversations import (
    OUTGOING,
    PATIENT,
    SENDING,
    Outcome,
    Quiet,
    Server,
    Told,
    converse,
    prepare,
    settle,
    subjects,
)

SMTP = [name for name in SENDING if SENDING[name][0] == "smtp"]


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(tls=False) as server, using(Quiet()):
        yield server


def send(sandbox: Sandbox, name: str) -> Outcome:
    protocol, run = SENDING[name]
    _, port = getattr(sandbox, protocol)
    outcome = converse(run, Server(port))
    settle(sandbox)
    return outcome


@pytest.mark.parametrize("name", SMTP)
def test_a_letter_put_off_by_greylisting_arrives_when_it_is_sent_again(sandbox: Sandbox, name: str) -> None:
    prepare(sandbox, name)
    sandbox.api.load_faults("smtp RCPT greylist 1")
    outcome = send(sandbox, name)
    assert "451 4.7.1 greylisted" in outcome.error
    assert outcome.told == Told() and subjects(sandbox) == []
    deadline = time.monotonic() + PATIENT
    while outcome.error and time.monotonic() < deadline:
        time.sleep(0.1)
        outcome = send(sandbox, name)
    assert outcome.told.sent == OUTGOING
    assert subjects(sandbox) == sorted(OUTGOING)


@pytest.mark.parametrize(
    ("name", "fault", "words"),
    [
        *((name, "smtp RCPT full", "552") for name in SMTP),
        *((name, "smtp BODY refuse 452 4.3.1 Insufficient storage", "452 4.3.1 Insufficient storage") for name in SMTP),
        *((name, "smtp MAIL refuse 451 4.3.0 Later", "451 4.3.0 Later") for name in SMTP),
        *((name, "smtp DATA bye 421 4.3.2 Overloaded", "421 4.3.2 Overloaded") for name in SMTP),
        ("Enterprise, APPEND", "imap APPEND full", "OVERQUOTA"),
        ("Enterprise, APPEND", "imap APPEND refuse", "[UNAVAILABLE]"),
    ],
)
def test_a_refusal_is_told_in_the_servers_words_and_ends_with_its_cause(
    sandbox: Sandbox, name: str, fault: str, words: str
) -> None:
    prepare(sandbox, name)
    sandbox.api.load_faults(fault)
    outcome = send(sandbox, name)
    assert words in outcome.error
    assert outcome.told == Told() and subjects(sandbox) == []
    sandbox.api.clear_faults()
    assert send(sandbox, name).told.sent == OUTGOING
    assert subjects(sandbox) == sorted(OUTGOING)


@pytest.mark.parametrize("name", SMTP)
def test_a_server_that_closes_at_once_or_once_is_asked_again(sandbox: Sandbox, name: str) -> None:
    prepare(sandbox, name)
    sandbox.api.load_faults("smtp MAIL times 1 bye 421 4.3.2 Restarting")
    assert send(sandbox, name).told.sent == OUTGOING
    assert subjects(sandbox) == sorted(OUTGOING)


@pytest.mark.parametrize("name", SMTP)
def test_a_letter_whose_fate_is_unknown_is_never_sent_again_by_itself(sandbox: Sandbox, name: str) -> None:
    prepare(sandbox, name)
    sandbox.api.load_faults("smtp BODY drop")
    outcome = send(sandbox, name)
    assert "письмо он мог успеть принять" in outcome.error
    assert outcome.told == Told() and subjects(sandbox) == []
    said = [each.text for one in sandbox.api.connections() for each in sandbox.api.conversation(one.number)]
    letters = sum("octets]" in text for text in said)
    assert letters == (1 if name == "Enterprise, SMTP" else len(OUTGOING))
