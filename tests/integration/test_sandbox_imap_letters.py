"""IMAP of the sandbox, letters and sessions side by side, driven by imapclient, imaplib and bare sockets."""

from __future__ import annotations

import imaplib
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from sandbox.boxes import Boxes
from sandbox.server import Sandbox
from sandbox.store import Store
from support.mail_clients import LOGIN, USER, compose, imap, send, talk_imap


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[IMAPClient]:
    with imap(sandbox) as opened:
        yield opened


# Letters.


def test_append_keeps_flags_and_date(client: IMAPClient) -> None:
    date = datetime(2024, 2, 29, 12, 30, 45, tzinfo=timezone(timedelta(hours=3)))
    answer = client.append("INBOX", compose(), ["\\Seen", "$Label1"], date)
    assert b"[APPENDUID " in answer
    client.normalise_times = False
    client.select_folder("INBOX")
    (found,) = client.fetch(client.search(), ["FLAGS", "INTERNALDATE", "RFC822.SIZE", "BODY.PEEK[]"]).values()
    assert set(found[b"FLAGS"]) == {b"\\Seen", b"$Label1"}
    assert found[b"INTERNALDATE"] == date
    assert found[b"BODY[]"] == compose() and found[b"RFC822.SIZE"] == len(compose())


def test_flags_and_keywords_change(client: IMAPClient) -> None:
    client.append("INBOX", compose())
    client.select_folder("INBOX")
    assert client.add_flags(1, ["\\Flagged", "Custom"]) == {1: (b"\\Flagged", b"Custom")}
    assert client.remove_flags(1, ["\\Flagged"]) == {1: (b"Custom",)}
    assert client.set_flags(1, ["\\Answered"]) == {1: (b"\\Answered",)}
    client.add_flags(1, ["\\Seen"], silent=True)
    assert set(client.get_flags(1)[1]) == {b"\\Answered", b"\\Seen"}
    assert client.search(["KEYWORD", "Custom"]) == []
    with pytest.raises(IMAPClientError):
        client.add_flags(1, ["\\Recent"])


def test_reading_marks_seen_and_peeking_does_not(client: IMAPClient) -> None:
    client.append("INBOX", compose())
    client.select_folder("INBOX", readonly=True)
    client.fetch(1, ["BODY[]"])
    client.select_folder("INBOX")
    client.fetch(1, ["BODY.PEEK[]", "ENVELOPE", "RFC822.HEADER"])
    assert client.get_flags(1) == {1: ()}
    assert client.fetch(1, ["BODY[TEXT]"])[1][b"FLAGS"] == (b"\\Seen",)
    assert client.search("UNSEEN") == []


def test_letters_are_found_by_cyrillic_words(client: IMAPClient) -> None:
    client.append("INBOX", compose())
    client.append("INBOX", compose("Привет", "Ничего особенного"))
    client.select_folder("INBOX")
    assert client.search(["SUBJECT", "счёт"], charset="UTF-8") == [1]
    assert client.search(["BODY", "особенного"], charset="UTF-8") == [2]
    assert client.search(["FROM", "Мария"], charset="UTF-8") == [1, 2]
    assert client.search(["NOT", "TEXT", "ПЯТНИЦЫ"], charset="UTF-8") == [2]


def test_imaplib_searches_and_fetches(sandbox: Sandbox) -> None:
    send(sandbox, compose())
    classic = imaplib.IMAP4(*sandbox.imap, timeout=60)
    classic.login(USER, "x")
    classic.select("INBOX")
    classic.literal = "счёт".encode("koi8-r")
    assert classic.search("KOI8-R", "SUBJECT") == ("OK", [b"1"])
    assert classic.uid("SEARCH", "CHARSET", "X-NOTHING", "ALL") == ("NO", [b"[BADCHARSET (UTF-8)] unknown charset"])
    status, data = classic.fetch("1", "(RFC822)")
    assert status == "OK" and message_from_bytes(data[0][1], policy=policy.default)["Subject"] == "Счёт № 15"
    assert classic.fetch("1:*", "FAST")[1][0].startswith(b"1 (FLAGS (\\Seen) INTERNALDATE ")
    assert classic.store("1", "+FLAGS", "\\Deleted")[0] == "OK"
    assert classic.expunge() == ("OK", [b"1"])
    classic.logout()


def test_structure_envelope_and_parts(client: IMAPClient) -> None:
    client.append("INBOX", compose(attachment=b"data" * 100))
    client.select_folder("INBOX")
    items = ["BODYSTRUCTURE", "ENVELOPE", "BODY.PEEK[1]", "BODY.PEEK[2.MIME]", "BODY.PEEK[HEADER.FIELDS (TO)]"]
    found = client.fetch(1, items)[1]
    structure = found[b"BODYSTRUCTURE"]
    assert structure.is_multipart and [part[0] for part in structure[0]] == [b"text", b"application"]
    assert found[b"ENVELOPE"].to[0].mailbox == b"ivan" and found[b"ENVELOPE"].to[0].host == b"example.com"
    assert found[b"BODY[HEADER.FIELDS (TO)]"] == b"To: ivan@example.com\r\n\r\n"
    assert b"Content-Disposition: attachment" in found[b"BODY[2.MIME]"]


def test_a_part_of_a_letter_is_fetched_by_octets(client: IMAPClient) -> None:
    client.append("INBOX", compose())
    client.select_folder("INBOX")
    found = client.fetch(1, ["BODY.PEEK[]<5.10>", "BODY.PEEK[TEXT]<0.7>", "BODY.PEEK[HEADER]<100000.5>"])[1]
    assert found[b"BODY[]<5>"] == compose()[5:15]
    assert found[b"BODY[TEXT]<0>"] == compose().partition(b"\r\n\r\n")[2][:7]
    assert found[b"BODY[HEADER]<100000>"] == b""


def test_five_megabytes_arrive_whole(sandbox: Sandbox) -> None:
    attachment = os.urandom(5 * 1024 * 1024)
    send(sandbox, compose(attachment=attachment))
    with imap(sandbox) as client:
        client.select_folder("INBOX")
        raw = client.fetch(1, ["BODY.PEEK[]"])[1][b"BODY[]"]
    (part,) = message_from_bytes(raw, policy=policy.default).iter_attachments()
    assert part.get_content() == attachment and part.get_filename() == "Отчёт.bin"


def test_copy_move_and_their_uids(client: IMAPClient) -> None:
    for number in range(3):
        client.append("INBOX", compose(f"Письмо {number}"))
    client.select_folder("INBOX")
    client.copy([1, 2], "Archive")
    assert client.search() == [1, 2, 3]
    client.move([2], "Archive")
    assert client.search() == [1, 3]
    assert client.folder_status("Archive", ["MESSAGES", "UIDNEXT"]) == {b"MESSAGES": 3, b"UIDNEXT": 4}
    with pytest.raises(IMAPClientError, match="TRYCREATE"):
        client.copy([1], "Нет такой")


def test_move_tells_the_new_uids_before_the_removal(sandbox: Sandbox) -> None:
    for _ in range(3):
        send(sandbox, compose())
    answers = talk_imap(sandbox, LOGIN, b"b SELECT INBOX", b"b COPY 2 Archive", b"c UID MOVE 1,3 Archive")
    assert answers[-7].startswith(b"b OK [COPYUID ") and answers[-7].endswith(b" 2 1] done")
    moved = answers[-6:-2]
    assert moved[0].startswith(b"* OK [COPYUID ") and b" 1,3 2:3]" in moved[0]
    assert moved[1:] == [b"* 3 EXPUNGE", b"* 1 EXPUNGE", b"c OK done"]


def test_expunging_by_uid_spares_the_others(client: IMAPClient) -> None:
    for _ in range(3):
        client.append("INBOX", compose())
    client.select_folder("INBOX")
    client.delete_messages([1, 2])
    client.uid_expunge([2])
    assert client.search() == [1, 3]
    client.close_folder()
    client.select_folder("INBOX")
    assert client.search() == [3]


def test_nothing_is_changed_in_a_box_that_is_examined(client: IMAPClient) -> None:
    client.append("INBOX", compose(), ["\\Deleted"])
    client.select_folder("INBOX", readonly=True)
    for change in (lambda: client.add_flags(1, ["\\Seen"]), lambda: client.expunge(), lambda: client.move(1, "Sent")):
        with pytest.raises(IMAPClientError, match="read-only"):
            change()
    client.close_folder()
    assert client.folder_status("INBOX", ["MESSAGES"]) == {b"MESSAGES": 1}


def test_ten_thousand_uids_in_one_command(sandbox: Sandbox) -> None:
    send(sandbox, compose())
    uids = b",".join(b"%d" % uid for uid in range(1, 10_001))
    answers = talk_imap(sandbox, LOGIN, b"b SELECT INBOX", b"c UID FETCH " + uids + b" FLAGS")
    assert answers[-4:-2] == [b"* 1 FETCH (UID 1 FLAGS ())", b"c OK done"]


@pytest.mark.skipif(not hasattr(socket, "TCP_QUICKACK"), reason="this system does not let a server acknowledge at once")
def test_a_command_in_two_pieces_does_not_wait_for_acknowledgements(client: IMAPClient) -> None:
    # imapclient sends a literal and the line end behind it apart; each wait would take 40 ms.
    client.append("INBOX", compose())
    client.select_folder("INBOX")
    took = []
    for _ in range(100):
        began = time.monotonic()
        client.search(["SUBJECT", "счёт"], charset="UTF-8")
        took.append(time.monotonic() - began)
    # The quickest: on a busy machine most may take longer for other reasons, but none could be quicker than a wait.
    assert min(took) < 0.03


# Several sessions.


def test_sessions_see_each_others_changes(sandbox: Sandbox) -> None:
    with imap(sandbox) as one, imap(sandbox) as two:
        one.select_folder("INBOX")
        two.select_folder("INBOX")
        send(sandbox, compose())
        assert two.noop()[1] == [(1, b"EXISTS")]
        one.add_flags(1, ["\\Flagged"])
        assert two.noop()[1] == [(1, b"FETCH", (b"UID", 1, b"FLAGS", (b"\\Flagged",)))]
        one.delete_messages(1)
        one.expunge()
        assert (1, b"EXPUNGE") in two.noop()[1]
        assert two.noop()[1] == []


def test_a_letter_that_has_just_come_is_found_without_asking_for_news(sandbox: Sandbox, client: IMAPClient) -> None:
    client.select_folder("INBOX")
    send(sandbox, compose())
    assert client.search(["UNSEEN"]) == [1]


def test_numbers_do_not_shift_before_the_client_is_told(sandbox: Sandbox) -> None:
    for number in range(3):
        send(sandbox, compose(f"{number}"))
    slow = imaplib.IMAP4(*sandbox.imap, timeout=60)
    slow.login(USER, "x")
    slow.select("INBOX")
    with imap(sandbox) as quick:
        quick.select_folder("INBOX")
        quick.delete_messages([1])
        quick.expunge()
    # FETCH may not tell of the removal, and 2 is still the second letter.
    assert slow.fetch("2", "(UID)")[1] == [b"2 (UID 2)"]
    assert slow.fetch("1", "(UID)")[1] == [None]
    assert slow.response("EXPUNGE") == ("EXPUNGE", [None])
    slow.noop()
    assert slow.response("EXPUNGE") == ("EXPUNGE", [b"1"])
    assert slow.fetch("1", "(UID)")[1] == [b"1 (UID 2)"]
    slow.logout()


def test_idle_tells_at_once_what_arrives(sandbox: Sandbox, client: IMAPClient) -> None:
    client.select_folder("INBOX")
    client.idle()
    sender = threading.Timer(0.1, send, (sandbox, compose()))
    sender.start()
    # imapclient's own patience ends with an empty list.
    assert (1, b"EXISTS") in client.idle_check(timeout=60)
    sender.join()
    assert client.idle_done()[0] == b"done"
    assert client.search() == [1]


def test_idle_hears_of_another_store_over_the_same_folder(tmp_path: Path) -> None:
    with Sandbox(tmp_path) as sandbox, imap(sandbox) as client:
        client.select_folder("INBOX")
        client.idle()
        with Store(str(tmp_path)) as other:
            other.deliver([USER], compose())
            assert client.idle_check(timeout=60) == [(1, b"EXISTS")]
        client.idle_done()


def test_mail_delivered_by_another_process_is_seen(tmp_path: Path) -> None:
    program = (
        "import sys; from sandbox.store import Store\n"
        "with Store(sys.argv[1]) as store: store.deliver(['ivan@example.com'], b'Subject: other\\r\\n\\r\\nx\\r\\n')"
    )
    with Sandbox(tmp_path) as sandbox, imap(sandbox) as client:
        client.select_folder("INBOX")
        subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True, timeout=60)
        assert client.noop()[1] == [(1, b"EXISTS")]
        assert client.search(["SUBJECT", "other"]) == [1]
        # What another process delivered is not this server's arrival.
        assert sandbox.arrivals() == []


def test_clearing_the_boxes_reaches_open_sessions(sandbox: Sandbox, client: IMAPClient) -> None:
    send(sandbox, compose())
    client.select_folder("INBOX")
    assert Boxes(sandbox.store).clear() == 1
    assert (1, b"EXPUNGE") in client.noop()[1]


def test_a_session_whose_box_was_deleted_is_ended(sandbox: Sandbox) -> None:
    with imap(sandbox) as owner:
        owner.create_folder("Временная")
        other = imaplib.IMAP4(*sandbox.imap, timeout=60)
        other.login(USER, "x")
        other.select('"&BBIEQAQ1BDwENQQ9BD0EMARP-"')
        owner.delete_folder("Временная")
        with pytest.raises(imaplib.IMAP4.abort, match="deleted"):
            other.noop()
        other.shutdown()
        assert owner.noop()[0] == b"done"
