"""IMAP of the sandbox driven by imapclient, imaplib and bare sockets."""

from __future__ import annotations

import imaplib
import os
import smtplib
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from sandbox.boxes import Boxes
from sandbox.limits import Limits
from sandbox.server import Sandbox
from sandbox.store import Store

USER = "ivan@example.com"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[IMAPClient]:
    with connect(sandbox) as opened:
        yield opened


def connect(sandbox: Sandbox, user: str = USER) -> IMAPClient:
    opened = IMAPClient(*sandbox.imap, ssl=False, timeout=20)
    opened.login(user, "any password")
    return opened


def letter(subject: str = "Счёт № 15", body: str = "Оплатите до пятницы", attachment: bytes | None = None) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Мария <maria@example.com>", USER, subject
    made.set_content(body)
    if attachment is not None:
        made.add_attachment(attachment, maintype="application", subtype="octet-stream", filename="Отчёт.bin")
    return made.as_bytes(policy=policy.SMTP)


def send(sandbox: Sandbox, raw: bytes, to: str = USER) -> None:
    with smtplib.SMTP(*sandbox.smtp, local_hostname="client.test", timeout=20) as smtp:
        smtp.sendmail("maria@example.com", [to], raw)


def talk(sandbox: Sandbox, *lines: bytes) -> list[bytes]:
    """Lines of the answers to commands that are sent all at once, behind the greeting."""
    with socket.create_connection(sandbox.imap, timeout=20) as raw:
        raw.sendall(b"".join(line + b"\r\n" for line in (*lines, b"end LOGOUT")))
        answers = b""
        while piece := raw.recv(65536):
            answers += piece
    return answers.split(b"\r\n")[1:-1]


LOGIN = b"a LOGIN ivan@example.com x"


# Log-in and capabilities.


def test_capabilities_are_those_promised(client: IMAPClient) -> None:
    promised = b"IMAP4REV1 LITERAL+ UIDPLUS MOVE NAMESPACE SPECIAL-USE ID UNSELECT IDLE CHILDREN ENABLE SASL-IR".split()
    assert set(promised) <= set(client.capabilities())
    assert client.namespace().personal == (("", "/"),)
    assert client.id_({"name": "test"})[0] == (b"name", b"1cs")


def test_every_way_to_log_in(sandbox: Sandbox) -> None:
    send(sandbox, letter())
    for user in (USER, "IVAN@Example.com", "ivan"):
        with connect(sandbox, user) as opened:
            assert opened.select_folder("INBOX")[b"EXISTS"] == 1
    with IMAPClient(*sandbox.imap, ssl=False, timeout=20) as opened:
        opened.plain_login("иван@пример.рф", "пароль")
        assert opened.select_folder("INBOX")[b"EXISTS"] == 0
    cram = imaplib.IMAP4(*sandbox.imap, timeout=20)
    assert cram.login_cram_md5(USER, "x")[0] == "OK"
    assert cram.select()[1] == [b"1"]
    cram.logout()


def test_authenticate_login_step_by_step(sandbox: Sandbox) -> None:
    answers = talk(sandbox, b"a AUTHENTICATE LOGIN", b"aXZhbkBleGFtcGxlLmNvbQ==", b"eA==", b"b SELECT INBOX")
    assert answers[:2] == [b"+ VXNlcm5hbWU6", b"+ UGFzc3dvcmQ6"]
    assert answers[2].startswith(b"a OK [CAPABILITY IMAP4rev1")
    assert answers[-3].startswith(b"b OK [READ-WRITE]")


def test_commands_out_of_time_are_bad(sandbox: Sandbox) -> None:
    answers = talk(sandbox, b"1 SELECT INBOX", LOGIN, b"2 FETCH 1 FLAGS", b"3 LOGIN a b", b"4 FOO", b"5 UID NOOP", b"6")
    statuses = [line.split(b" ")[:2] for line in answers]
    assert statuses == [
        [b"1", b"BAD"], [b"a", b"OK"], [b"2", b"BAD"], [b"3", b"BAD"], [b"4", b"BAD"], [b"5", b"BAD"], [b"*", b"BAD"],
        [b"*", b"BYE"], [b"end", b"OK"],
    ]  # fmt: skip


# Folders.


def test_standard_folders_are_special(client: IMAPClient) -> None:
    assert client.find_special_folder(b"\\Sent") == "Sent"
    assert client.find_special_folder(b"\\Drafts") == "Drafts"
    flags = {name: set(attributes) for attributes, _, name in client.list_folders()}
    assert flags["Trash"] == {b"\\Trash", b"\\HasNoChildren"}
    assert flags["INBOX"] == {b"\\HasNoChildren"}
    assert set(flags) == {"INBOX", "Sent", "Drafts", "Trash", "Junk", "Archive"}


def test_cyrillic_folders(client: IMAPClient) -> None:
    client.create_folder("Счета/За май & июнь")
    assert {"Счета", "Счета/За май & июнь"} <= {name for _, _, name in client.list_folders()}
    assert [name for _, _, name in client.list_folders("", "Счета/%")] == ["Счета/За май & июнь"]
    client.rename_folder("Счета", "Архив счетов")
    assert client.folder_exists("Архив счетов/За май & июнь")
    client.append("Архив счетов", letter())
    assert client.folder_status("Архив счетов", ["MESSAGES", "UNSEEN", "UIDNEXT"]) == {
        b"MESSAGES": 1, b"UNSEEN": 1, b"UIDNEXT": 2,
    }  # fmt: skip
    client.delete_folder("Архив счетов/За май & июнь")
    client.delete_folder("Архив счетов")
    assert not client.folder_exists("Архив счетов")


def test_folders_are_refused_with_reasons(client: IMAPClient) -> None:
    client.create_folder("a/b")
    for wrong in (
        lambda: client.create_folder("a"),
        lambda: client.delete_folder("INBOX"),
        lambda: client.delete_folder("nothing"),
        lambda: client.rename_folder("a", "a/b/c"),
        lambda: client.rename_folder("a", "Sent"),
        lambda: client.select_folder("nothing"),
        lambda: client.append("nothing", letter()),
        lambda: client.subscribe_folder("nothing"),
    ):
        with pytest.raises(IMAPClientError):
            wrong()


def test_subscriptions(client: IMAPClient) -> None:
    client.create_folder("Счета")
    assert "Счета" not in {name for _, _, name in client.list_sub_folders()}
    client.subscribe_folder("Счета")
    client.unsubscribe_folder("Junk")
    subscribed = {name for _, _, name in client.list_sub_folders()}
    assert "Счета" in subscribed and "Junk" not in subscribed
    client.delete_folder("Счета")
    assert "Счета" in {name for _, _, name in client.list_sub_folders()}


def test_list_with_options(sandbox: Sandbox) -> None:
    answers = talk(
        sandbox, LOGIN, b'1 LIST (SPECIAL-USE) "" "*" RETURN (SUBSCRIBED)', b'2 LIST "" ""', b'3 LIST "" (INBOX S%)'
    )
    assert b'* LIST (\\HasNoChildren \\Sent \\Subscribed) "/" "Sent"' in answers
    first = answers[: next(i for i, line in enumerate(answers) if line.startswith(b"1 OK"))]
    assert not any(b'"INBOX"' in line for line in first)
    assert b'* LIST (\\Noselect) "/" ""' in answers
    assert answers[-5:-2] == [
        b'* LIST (\\HasNoChildren) "/" "INBOX"',
        b'* LIST (\\HasNoChildren \\Sent) "/" "Sent"',
        b"3 OK done",
    ]


# Letters.


def test_append_keeps_flags_and_date(client: IMAPClient) -> None:
    date = datetime(2024, 2, 29, 12, 30, 45, tzinfo=timezone(timedelta(hours=3)))
    answer = client.append("INBOX", letter(), ["\\Seen", "$Label1"], date)
    assert b"[APPENDUID " in answer
    client.normalise_times = False
    client.select_folder("INBOX")
    (found,) = client.fetch(client.search(), ["FLAGS", "INTERNALDATE", "RFC822.SIZE", "BODY.PEEK[]"]).values()
    assert set(found[b"FLAGS"]) == {b"\\Seen", b"$Label1"}
    assert found[b"INTERNALDATE"] == date
    assert found[b"BODY[]"] == letter() and found[b"RFC822.SIZE"] == len(letter())


def test_flags_and_keywords_change(client: IMAPClient) -> None:
    client.append("INBOX", letter())
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
    client.append("INBOX", letter())
    client.select_folder("INBOX", readonly=True)
    client.fetch(1, ["BODY[]"])
    client.select_folder("INBOX")
    client.fetch(1, ["BODY.PEEK[]", "ENVELOPE", "RFC822.HEADER"])
    assert client.get_flags(1) == {1: ()}
    assert client.fetch(1, ["BODY[TEXT]"])[1][b"FLAGS"] == (b"\\Seen",)
    assert client.search("UNSEEN") == []


def test_search_in_cyrillic(client: IMAPClient) -> None:
    client.append("INBOX", letter())
    client.append("INBOX", letter("Привет", "Ничего особенного"))
    client.select_folder("INBOX")
    assert client.search(["SUBJECT", "счёт"], charset="UTF-8") == [1]
    assert client.search(["BODY", "особенного"], charset="UTF-8") == [2]
    assert client.search(["FROM", "Мария"], charset="UTF-8") == [1, 2]
    assert client.search(["NOT", "TEXT", "ПЯТНИЦЫ"], charset="UTF-8") == [2]


def test_imaplib_searches_and_fetches(sandbox: Sandbox) -> None:
    send(sandbox, letter())
    imap = imaplib.IMAP4(*sandbox.imap, timeout=20)
    imap.login(USER, "x")
    imap.select("INBOX")
    imap.literal = "счёт".encode("koi8-r")
    assert imap.search("KOI8-R", "SUBJECT") == ("OK", [b"1"])
    assert imap.uid("SEARCH", "CHARSET", "X-NOTHING", "ALL") == ("NO", [b"[BADCHARSET (UTF-8)] unknown charset"])
    status, data = imap.fetch("1", "(RFC822)")
    assert status == "OK" and message_from_bytes(data[0][1], policy=policy.default)["Subject"] == "Счёт № 15"
    assert imap.fetch("1:*", "FAST")[1][0].startswith(b"1 (FLAGS (\\Seen) INTERNALDATE ")
    assert imap.store("1", "+FLAGS", "\\Deleted")[0] == "OK"
    assert imap.expunge() == ("OK", [b"1"])
    imap.logout()


def test_structure_envelope_and_parts(client: IMAPClient) -> None:
    client.append("INBOX", letter(attachment=b"data" * 100))
    client.select_folder("INBOX")
    items = ["BODYSTRUCTURE", "ENVELOPE", "BODY.PEEK[1]", "BODY.PEEK[2.MIME]", "BODY.PEEK[HEADER.FIELDS (TO)]"]
    found = client.fetch(1, items)[1]
    structure = found[b"BODYSTRUCTURE"]
    assert structure.is_multipart and [part[0] for part in structure[0]] == [b"text", b"application"]
    assert found[b"ENVELOPE"].to[0].mailbox == b"ivan" and found[b"ENVELOPE"].to[0].host == b"example.com"
    assert found[b"BODY[HEADER.FIELDS (TO)]"] == b"To: ivan@example.com\r\n\r\n"
    assert b"Content-Disposition: attachment" in found[b"BODY[2.MIME]"]


def test_partial_fetch(client: IMAPClient) -> None:
    client.append("INBOX", letter())
    client.select_folder("INBOX")
    found = client.fetch(1, ["BODY.PEEK[]<5.10>", "BODY.PEEK[TEXT]<0.7>", "BODY.PEEK[HEADER]<100000.5>"])[1]
    assert found[b"BODY[]<5>"] == letter()[5:15]
    assert found[b"BODY[TEXT]<0>"] == letter().partition(b"\r\n\r\n")[2][:7]
    assert found[b"BODY[HEADER]<100000>"] == b""


def test_five_megabytes_arrive_whole(sandbox: Sandbox) -> None:
    attachment = os.urandom(5 * 1024 * 1024)
    send(sandbox, letter(attachment=attachment))
    with connect(sandbox) as client:
        client.select_folder("INBOX")
        raw = client.fetch(1, ["BODY.PEEK[]"])[1][b"BODY[]"]
    (part,) = message_from_bytes(raw, policy=policy.default).iter_attachments()
    assert part.get_content() == attachment and part.get_filename() == "Отчёт.bin"


def test_copy_move_and_their_uids(client: IMAPClient) -> None:
    for number in range(3):
        client.append("INBOX", letter(f"Письмо {number}"))
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
        send(sandbox, letter())
    answers = talk(sandbox, LOGIN, b"b SELECT INBOX", b"b COPY 2 Archive", b"c UID MOVE 1,3 Archive")
    assert answers[-7].startswith(b"b OK [COPYUID ") and answers[-7].endswith(b" 2 1] done")
    moved = answers[-6:-2]
    assert moved[0].startswith(b"* OK [COPYUID ") and b" 1,3 2:3]" in moved[0]
    assert moved[1:] == [b"* 3 EXPUNGE", b"* 1 EXPUNGE", b"c OK done"]


def test_expunging_by_uid_spares_the_others(client: IMAPClient) -> None:
    for _ in range(3):
        client.append("INBOX", letter())
    client.select_folder("INBOX")
    client.delete_messages([1, 2])
    client.uid_expunge([2])
    assert client.search() == [1, 3]
    client.close_folder()
    client.select_folder("INBOX")
    assert client.search() == [3]


def test_nothing_is_changed_in_a_box_that_is_examined(client: IMAPClient) -> None:
    client.append("INBOX", letter(), ["\\Deleted"])
    client.select_folder("INBOX", readonly=True)
    for change in (lambda: client.add_flags(1, ["\\Seen"]), lambda: client.expunge(), lambda: client.move(1, "Sent")):
        with pytest.raises(IMAPClientError, match="read-only"):
            change()
    client.close_folder()
    assert client.folder_status("INBOX", ["MESSAGES"]) == {b"MESSAGES": 1}


def test_ten_thousand_uids_in_one_command(sandbox: Sandbox) -> None:
    send(sandbox, letter())
    uids = b",".join(b"%d" % uid for uid in range(1, 10_001))
    answers = talk(sandbox, LOGIN, b"b SELECT INBOX", b"c UID FETCH " + uids + b" FLAGS")
    assert answers[-4:-2] == [b"* 1 FETCH (UID 1 FLAGS ())", b"c OK done"]


# Several sessions.


def test_sessions_see_each_others_changes(sandbox: Sandbox) -> None:
    with connect(sandbox) as one, connect(sandbox) as two:
        one.select_folder("INBOX")
        two.select_folder("INBOX")
        send(sandbox, letter())
        assert two.noop()[1] == [(1, b"EXISTS")]
        one.add_flags(1, ["\\Flagged"])
        assert two.noop()[1] == [(1, b"FETCH", (b"UID", 1, b"FLAGS", (b"\\Flagged",)))]
        one.delete_messages(1)
        one.expunge()
        assert (1, b"EXPUNGE") in two.noop()[1]
        assert two.noop()[1] == []


def test_a_letter_that_has_just_come_is_found_without_asking_for_news(sandbox: Sandbox, client: IMAPClient) -> None:
    client.select_folder("INBOX")
    send(sandbox, letter())
    assert client.search(["UNSEEN"]) == [1]


def test_numbers_do_not_shift_before_the_client_is_told(sandbox: Sandbox) -> None:
    for number in range(3):
        send(sandbox, letter(f"{number}"))
    slow = imaplib.IMAP4(*sandbox.imap, timeout=20)
    slow.login(USER, "x")
    slow.select("INBOX")
    with connect(sandbox) as quick:
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
    began = time.monotonic()
    threading.Timer(0.1, send, (sandbox, letter())).start()
    told = client.idle_check(timeout=10)
    waited = time.monotonic() - began
    assert (1, b"EXISTS") in told and waited < 5
    assert client.idle_done()[0] == b"done"
    assert client.search() == [1]


def test_idle_hears_of_another_store_over_the_same_folder(tmp_path: Path) -> None:
    with Sandbox(tmp_path) as sandbox, connect(sandbox) as client:
        client.select_folder("INBOX")
        client.idle()
        with Store(str(tmp_path)) as other:
            other.deliver([USER], letter())
            assert client.idle_check(timeout=10) == [(1, b"EXISTS")]
        client.idle_done()


def test_mail_delivered_by_another_process_is_seen(tmp_path: Path) -> None:
    program = (
        "import sys; from sandbox.store import Store\n"
        "with Store(sys.argv[1]) as store: store.deliver(['ivan@example.com'], b'Subject: other\\r\\n\\r\\nx\\r\\n')"
    )
    with Sandbox(tmp_path) as sandbox, connect(sandbox) as client:
        client.select_folder("INBOX")
        subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True, timeout=60)
        assert client.noop()[1] == [(1, b"EXISTS")]
        assert client.search(["SUBJECT", "other"]) == [1]
        # What another process delivered is not this server's arrival.
        assert sandbox.arrivals() == []


def test_clearing_the_boxes_reaches_open_sessions(sandbox: Sandbox, client: IMAPClient) -> None:
    send(sandbox, letter())
    client.select_folder("INBOX")
    assert Boxes(sandbox.store).clear() == 1
    assert (1, b"EXPUNGE") in client.noop()[1]


def test_a_session_whose_box_was_deleted_is_ended(sandbox: Sandbox) -> None:
    with connect(sandbox) as owner:
        owner.create_folder("Временная")
        other = imaplib.IMAP4(*sandbox.imap, timeout=20)
        other.login(USER, "x")
        other.select('"&BBIEQAQ1BDwENQQ9BD0EMARP-"')
        owner.delete_folder("Временная")
        with pytest.raises(imaplib.IMAP4.abort, match="deleted"):
            other.noop()
        other.shutdown()
        assert owner.noop()[0] == b"done"


# Limits.


def test_a_literal_before_log_in_is_bounded(sandbox: Sandbox) -> None:
    answers = talk(sandbox, b"a LOGIN {50000}", b"b NOOP")
    assert answers[0] == b"a NO [TOOBIG] the literal is too large"
    assert answers[1] == b"b OK done"
    assert talk(sandbox, b"a LOGIN {50000+}", b"x") == [b"* BYE too much at once"]


def test_a_letter_beyond_the_limit_is_not_taken() -> None:
    with Sandbox(limits=Limits(letter=1000)) as sandbox, connect(sandbox) as client:
        with pytest.raises(IMAPClientError, match="TOOBIG"):
            client.append("INBOX", b"x" * 1001)
        assert client.append("INBOX", b"x" * 1000).endswith(b"done")


def test_an_endless_line_ends_the_session_only(sandbox: Sandbox) -> None:
    assert talk(sandbox, b"a NOOP " + b"x" * 20_000)[0] == b"* BYE too much at once"
    with connect(sandbox) as client:
        assert client.noop()[0] == b"done"


def test_literals_with_and_without_waiting(sandbox: Sandbox) -> None:
    answers = talk(sandbox, b"a LOGIN {16+}", b"ivan@example.com {1}", b"x", b"b APPEND INBOX (\\Seen) {5+}", b"hello")
    assert answers[0] == b"+ go ahead"
    assert answers[1].startswith(b"a OK") and answers[2].startswith(b"b OK [APPENDUID ")


def test_rubbish_does_not_stop_the_server(sandbox: Sandbox) -> None:
    for rubbish in (b"\x00\xff" * 100, b"a " + b"(" * 1000, b"a b {999999999999999}", b"* * *", b'a LOGIN "x'):
        answers = talk(sandbox, rubbish)
        assert answers[0].split(b" ")[1] == b"BAD"
        assert answers[-1] == b"end OK bye"
    with socket.create_connection(sandbox.imap, timeout=20) as broken:
        broken.sendall(b"a LOGIN {10}\r\nabc")
    with connect(sandbox) as client:
        assert client.noop()[0] == b"done"
