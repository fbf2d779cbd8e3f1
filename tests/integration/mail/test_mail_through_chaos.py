"""Every answer of every conversation spoilt in every way, on the wire between mail objects and the sandbox.

Each run ends in time: in success, or in clear errors of the script. A letter told as sent is there, and once; a letter
of the box is in the hands of the script or still in the box. A sixth of the table is run; all of it with FAULTS=all
(`make faults`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from runtime.host import using
from sandbox.server import Sandbox
from support.mail_conversations import (
    INCOMING,
    OUTGOING,
    RECEIVING,
    SENDING,
    TABLE,
    Outcome,
    Quiet,
    Run,
    Security,
    Server,
    Told,
    converse,
    prepare,
    settle,
    subjects,
)
from support.servers.chaos_faults import BREAKS, HARMLESS, LIES, OF_IMAP, OF_TLS, mangled, octets
from support.servers.chaos_proxy import ChaosProxy, Fault

IMPATIENT = 0.2
"""Seconds, where the answer will not come."""
LONGEST = 20.0
"""A wait for the answer, for that to a farewell, for those on a second connection, and a slow machine: nobody hangs."""
WHOLE = os.environ.get("FAULTS") == "all"
SHARE = 1 if WHOLE else 6
ATTEMPTS = 5
SLACK = 4
"""Steps that a conversation may be shorter: letters of Element go through as many connections as get ready in time."""
SECURITIES: list[Security] = ["tls", "starttls"]
# The greeting, what is offered, STARTTLS, the handshake and the first words after it.
STEPS_OF_SHAKING_HANDS = 6
IMAP = [name for name in TABLE if TABLE[name][0] == "imap"]
AGAIN = [fault for fault in (*BREAKS, *LIES) if fault.after in ("close", "reset")]
"""Faults that make a client connect anew, so that it matters whether they are there again."""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(tls=False) as server, using(Quiet()):
        yield server


@pytest.fixture(scope="module")
def secure() -> Iterator[Sandbox]:
    with Sandbox(starttls=True) as server, using(Quiet(server.certificate)):
        yield server


class Line:
    """A conversation with a server behind a proxy, again and again."""

    def __init__(self, sandbox: Sandbox, name: str, security: Security, proxy: ChaosProxy) -> None:
        self._sandbox, self._name, self._security, self._proxy = sandbox, name, security, proxy
        self._run: Run = TABLE[name][1]

    def converse(self, seconds: float | None = None) -> Outcome:
        """Patiently, unless told for how many seconds."""
        prepare(self._sandbox, self._name)
        patience = {} if seconds is None else {"seconds": seconds}
        outcome = converse(self._run, Server(self._proxy.port, security=self._security, **patience))
        settle(self._sandbox)
        return outcome

    def spoilt(self, fault: Fault, step: int, *, every_time: bool, seconds: float | None = None) -> Outcome | None:
        """None: the conversation has no such step.

        Where the network cuts answers in pieces is not always the same, and where a machine stands still an impatient
        script gives up before the step: then it is tried again.
        """
        for _ in range(ATTEMPTS):
            self._proxy.order(fault, step, every_time=every_time)
            outcome = self.converse(seconds)
            if self._proxy.happened:
                return outcome
        return None

    def outcomes(
        self, fault: Fault, *, start: int = 0, most: int = 1000, every_time: bool = False, seconds: float | None = None
    ) -> Iterator[tuple[int, Outcome]]:
        """The conversation with the fault at one step after the other."""
        self._proxy.order(None)
        self.converse()
        steps = self._proxy.steps
        for step in range(start, min(steps, most) + 1, SHARE):
            outcome = self.spoilt(fault, step, every_time=every_time, seconds=seconds)
            assert outcome is not None or step > steps - SLACK, f"step {step} of {steps} was not reached"
            if outcome is not None:
                yield step, outcome


def line(sandbox: Sandbox, name: str, proxy: ChaosProxy, security: Security = "none") -> Line:
    return Line(sandbox, name, security, proxy)


def address(sandbox: Sandbox, name: str, security: Security = "none") -> tuple[str, int]:
    place: tuple[str, int] = getattr(sandbox, TABLE[name][0] + "s" * (security == "tls"))
    return place


def first_step(name: str, *place: int) -> int:
    """Neighbours in the table begin with different steps, so that all of them come to pass somewhere."""
    return (list(TABLE).index(name) + sum(place)) % SHARE


def problems(name: str, outcome: Outcome, left: list[str], *, hidden: bool = False) -> Iterator[str]:
    """What a script may hold against us; `hidden`: the list of letters may be such that a client cannot know of all."""
    told, error = outcome.told, outcome.error
    if outcome.seconds > LONGEST:
        yield f"it took {outcome.seconds:.1f} s"
    if error and not all(is_clear(each) for each in error.split("\n")):
        yield f"not a clear error: {error!r}"
    if name in RECEIVING:
        lost = set(INCOMING) - set(told.received) - set(left)
        if lost:
            yield f"lost: {sorted(lost)}, error: {error!r}"
        if not error and (set(left) & set(told.received) if hidden else left and told.received):
            yield f"got {told.received}, left {left}, and no error"
        return
    for subject in OUTGOING:
        copies, is_sent = left.count(subject), subject in told.sent
        if copies > 1:
            yield f"{subject}: {copies} copies arrived"
        if is_sent and not copies:
            yield f"{subject}: told as sent, and lost"
        if copies and not is_sent and "мог" not in error:
            yield f"{subject}: it arrived, and the error does not say that it may: {error!r}"
        if not (copies or is_sent or error):
            yield f"{subject}: not sent, and no error"


def is_clear(text: str) -> bool:
    """In words of a person, with the name of the server."""
    return "Не удалось" in text and "127.0.0.1:" in text and "Traceback" not in text and len(text) < 600


def succeeds(name: str, outcome: Outcome) -> bool:
    expected = Told(sent=OUTGOING) if name in SENDING else Told(received=INCOMING)
    return outcome.error == "" and outcome.told == expected


@pytest.mark.parametrize("name", TABLE)
def test_a_conversation_without_faults_succeeds(sandbox: Sandbox, name: str) -> None:
    with ChaosProxy(address(sandbox, name)) as proxy:
        outcome = line(sandbox, name, proxy).converse()
    assert succeeds(name, outcome), outcome
    assert proxy.steps >= 5
    assert subjects(sandbox) == (sorted(OUTGOING) if name in SENDING else [])


@pytest.mark.parametrize("security", SECURITIES)
@pytest.mark.parametrize("name", TABLE)
def test_a_conversation_behind_tls_succeeds(secure: Sandbox, name: str, security: Security) -> None:
    with ChaosProxy(address(secure, name, security)) as proxy:
        outcome = line(secure, name, proxy, security).converse()
    assert succeeds(name, outcome), outcome
    assert all(connection.tls for connection in secure.api.connections())
    assert subjects(secure) == (sorted(OUTGOING) if name in SENDING else [])


@pytest.mark.parametrize("fault", HARMLESS, ids=lambda fault: fault.name)
@pytest.mark.parametrize("name", TABLE)
def test_slow_and_talkative_answers_do_no_harm(sandbox: Sandbox, name: str, fault: Fault) -> None:
    with ChaosProxy(address(sandbox, name)) as proxy:
        start = first_step(name, HARMLESS.index(fault))
        for step, outcome in line(sandbox, name, proxy).outcomes(fault, start=start, every_time=True):
            assert succeeds(name, outcome), f"step {step}: {outcome}"


@pytest.mark.parametrize("name", TABLE)
def test_answers_that_come_octet_by_octet_do_no_harm(sandbox: Sandbox, name: str) -> None:
    every_octet = Fault("octets", octets, pause=0.0002)
    with ChaosProxy(address(sandbox, name)) as proxy:
        for step, outcome in line(sandbox, name, proxy).outcomes(every_octet, start=first_step(name)):
            assert succeeds(name, outcome), f"step {step}: {outcome}"


def found(sandbox: Sandbox, name: str, outcomes: Iterator[tuple[int, Outcome]], *, hidden: bool = False) -> list[str]:
    return [
        f"step {step}: {problem}"
        for step, outcome in outcomes
        for problem in problems(name, outcome, subjects(sandbox), hidden=hidden)
    ]


@pytest.mark.parametrize("fault", BREAKS + LIES, ids=lambda fault: fault.name)
@pytest.mark.parametrize("name", TABLE)
def test_a_spoilt_answer_is_told_and_nothing_is_lost(sandbox: Sandbox, name: str, fault: Fault) -> None:
    with ChaosProxy(address(sandbox, name)) as proxy:
        start = first_step(name, (BREAKS + LIES).index(fault))
        spoilt = line(sandbox, name, proxy).outcomes(fault, start=start, seconds=IMPATIENT)
        assert found(sandbox, name, spoilt) == []


@pytest.mark.parametrize("fault", AGAIN, ids=lambda fault: fault.name)
@pytest.mark.parametrize("name", TABLE)
def test_an_answer_that_is_spoilt_every_time_is_told(sandbox: Sandbox, name: str, fault: Fault) -> None:
    with ChaosProxy(address(sandbox, name)) as proxy:
        start = first_step(name, AGAIN.index(fault), 3)
        spoilt = line(sandbox, name, proxy).outcomes(fault, start=start, every_time=True, seconds=IMPATIENT)
        assert found(sandbox, name, spoilt) == []


@pytest.mark.parametrize("fault", OF_IMAP, ids=lambda fault: fault.name)
@pytest.mark.parametrize("name", IMAP)
def test_an_answer_against_the_grammar_of_imap_is_told(sandbox: Sandbox, name: str, fault: Fault) -> None:
    with ChaosProxy(address(sandbox, name)) as proxy:
        start = first_step(name, OF_IMAP.index(fault))
        spoilt = line(sandbox, name, proxy).outcomes(fault, start=start, seconds=IMPATIENT)
        assert found(sandbox, name, spoilt) == []


@pytest.mark.parametrize("seed", range(6 if WHOLE else 2))
@pytest.mark.parametrize("name", TABLE)
def test_an_answer_that_is_mangled_at_random_is_told(sandbox: Sandbox, name: str, seed: int) -> None:
    with ChaosProxy(address(sandbox, name)) as proxy:
        mangling = mangled(seed * len(TABLE) + list(TABLE).index(name))
        spoilt = line(sandbox, name, proxy).outcomes(mangling, start=first_step(name, seed), seconds=IMPATIENT)
        assert found(sandbox, name, spoilt, hidden=True) == []


@pytest.mark.parametrize("fault", OF_TLS, ids=lambda fault: fault.name)
@pytest.mark.parametrize("security", SECURITIES)
@pytest.mark.parametrize("name", TABLE)
def test_a_spoilt_handshake_is_told_and_nothing_is_lost(
    secure: Sandbox, name: str, security: Security, fault: Fault
) -> None:
    with ChaosProxy(address(secure, name, security)) as proxy:
        spoilt = line(secure, name, proxy, security).outcomes(
            fault,
            start=first_step(name, OF_TLS.index(fault), SECURITIES.index(security)),
            most=STEPS_OF_SHAKING_HANDS,
            seconds=IMPATIENT,
        )
        assert found(secure, name, spoilt) == []
