"""Letters over IMAP: against the sandbox, and against servers that misbehave."""

from __future__ import annotations

import base64
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from sandbox.server import Sandbox
from stdlib.mail.accounts import Credentials, ServerAccount, TlsPolicy
from stdlib.mail.errors import MailError
from stdlib.mail.imap import ImapConnection
from stdlib.mail.mime.addresses import Address
from stdlib.mail.mime.compose import compose
from stdlib.mail.mime.head import read_head
from stdlib.mail.mime.letter import Letter, TextPart
from stdlib.mail.mime.read import read_letter

Serve = Callable[..., Any]
AccountAt = Callable[..., ServerAccount]
IVAN = Credentials("ivan@mail.test", "пароль")


def letter(subject: str, text: str = "Привет", size: int = 0) -> bytes:
    source = Letter(
        sender=Address("Мария", "maria@mail.test"),
        to=(Address("", "ivan@mail.test"),),
        subject=subject,
        texts=(TextPart(text + "x" * size),),
    )
    return compose(source)


@pytest.fixture
def box(sandbox: Sandbox, account_at: AccountAt) -> Iterator[ImapConnection]:
    with ImapConnection(account_at(sandbox.imap[1], credentials=IVAN)) as connection:
        yield connection


def test_letter_appended_is_fetched_as_it_was(box: ImapConnection) -> None:
    raw = letter("Счёт № 15")
    stored = datetime(2024, 2, 29, 12, 0, tzinfo=UTC)
    uid = box.append("INBOX", raw, ["\\Seen", "$Label1"], stored)
    box.select()
    fetched = list(box.fetch_messages(box.search()))
    assert [message.uid for message in fetched] == [uid]
    assert fetched[0].raw == raw
    assert fetched[0].size == len(raw)
    assert fetched[0].internal_date == stored
    assert {"\\Seen", "$Label1"} <= set(fetched[0].flags)


def test_bare_line_feeds_are_mended_when_appended(box: ImapConnection) -> None:
    box.append("INBOX", b"Subject: x\n\nbody\n")
    box.select()
    assert next(box.fetch_messages(box.search())).raw == b"Subject: x\r\n\r\nbody\r\n"


def test_fetching_leaves_letters_unseen_unless_asked(box: ImapConnection) -> None:
    box.append("INBOX", letter("one"))
    box.select()
    uids = box.search({"seen": False})
    list(box.fetch_messages(uids))
    list(box.fetch_headers(uids))
    assert box.search({"seen": False}) == uids
    list(box.fetch_messages(uids, mark_seen=True))
    assert box.search({"seen": False}) == []


def test_headers_come_without_the_body(box: ImapConnection) -> None:
    box.append("INBOX", letter("Тема", size=5000))
    box.select()
    message = next(box.fetch_headers(box.search()))
    assert read_head(message.raw).subject == "Тема"
    assert len(message.raw) < 1000
    assert message.size > 5000


def test_letters_that_are_gone_are_skipped(box: ImapConnection) -> None:
    box.append("INBOX", letter("one"))
    selected = box.select()
    assert selected.messages == 1
    uids = [*box.search(), 9999]
    assert len(list(box.fetch_messages(uids))) == 1
    assert len(list(box.fetch_headers(uids))) == 1
    assert list(box.fetch_flags(uids)) == uids[:1]


def test_search_understands_cyrillic_flags_and_dates(box: ImapConnection) -> None:
    box.append("INBOX", letter("Счёт за май", "оплата"), ["\\Flagged"])
    box.append("INBOX", letter("Отчёт (draft)", "сводка"))
    box.select()
    first, second = box.search()
    assert box.search({"subject": "счёт"}) == [first]
    assert box.search({"text": "сводка"}) == [second]
    assert box.search({"subject": "отчёт", "flagged": False}) == [second]
    assert box.search({"subject": "(draft)"}) == [second]
    assert box.search({"from": "мария", "subject": "(draft)"}) == [second]
    assert box.search({"flagged": True, "since": date(2020, 1, 1)}) == [first]
    assert box.search({"uid": [second]}) == [second]
    assert box.search({"subject": 'нет такой "темы"'}) == []


def test_a_thousand_letters_come_in_batches(box: ImapConnection) -> None:
    for number in range(1100):
        box.append("INBOX", b"Subject: %d\r\n\r\n" % number)
    box.select()
    subjects = [read_head(message.raw).subject for message in box.fetch_messages(box.search())]
    assert subjects == [str(number) for number in range(1100)]


def test_batches_are_bounded_by_bytes(box: ImapConnection) -> None:
    for _ in range(5):
        box.append("INBOX", b"Subject: big\r\n\r\n" + b"x" * 70 + (b"y" * 70 + b"\r\n") * 45_000)
    box.select()
    commands: list[list[int]] = []
    original = box._fetch

    def counted(uids: list[int], items: list[str]) -> dict[int, dict[bytes, Any]]:
        if "BODY.PEEK[]" in items:
            commands.append(uids)
        return original(uids, items)

    box._fetch = counted  # type: ignore[method-assign]
    assert len(list(box.fetch_messages(box.search()))) == 5
    assert [len(uids) for uids in commands] == [2, 2, 1]


def test_flags_are_set_and_cleared(box: ImapConnection) -> None:
    box.append("INBOX", letter("one"))
    box.select()
    uids = box.search()
    box.add_flags(uids, ["\\Answered", "Custom"])
    assert {"\\Answered", "Custom"} <= set(box.fetch_flags(uids)[uids[0]])
    box.remove_flags(uids, ["\\Answered"])
    assert "\\Answered" not in box.fetch_flags(uids)[uids[0]]


@pytest.mark.parametrize("flag", ["", "two words", "\\Seen) X", "Важно", "a\r\nB"], ids=repr)
def test_flag_cannot_break_the_command(box: ImapConnection, flag: str) -> None:
    box.select()
    with pytest.raises(MailError, match="недопустимый флаг"):
        box.add_flags([1], [flag])
    with pytest.raises(MailError, match="недопустимый флаг"):
        box.append("INBOX", letter("one"), [flag])
    assert box.is_open


def test_answer_against_the_rules_closes_the_connection(serve: Serve, account_at: AccountAt) -> None:
    broken = ("UID SEARCH", b"* SEARCH one two\r\n%s OK done\r\n")
    server = serve(imap_script(broken))
    connection = ImapConnection(account_at(server.port, credentials=IVAN))
    connection.open()
    connection.select()
    with pytest.raises(MailError, match="не по правилам IMAP"):
        connection.search()
    assert not connection.is_open


def test_expunge_removes_the_chosen_or_all(box: ImapConnection) -> None:
    for number in range(4):
        box.append("INBOX", letter(str(number)))
    box.select()
    uids = box.search()
    box.mark_deleted(uids[:3])
    box.expunge(uids[:1])
    assert box.search() == uids[1:]
    box.expunge()
    assert box.search() == uids[3:]


def test_letters_are_moved_and_copied(box: ImapConnection) -> None:
    box.folders.create("Входящие счета")
    for number in range(3):
        box.append("INBOX", letter(str(number)))
    box.select()
    uids = box.search()
    box.copy(uids[:1], "Входящие счета")
    box.move(uids[1:], "Входящие счета")
    assert box.search() == uids[:1]
    assert box.folders.status("Входящие счета").messages == 3


def test_folders_are_created_renamed_subscribed_and_deleted(box: ImapConnection) -> None:
    folders = box.folders
    delimiter = folders.delimiter()
    nested = f"Счета{delimiter}Май & июнь"
    folders.create("Счета")
    folders.create(nested)
    folders.subscribe(nested)
    assert nested in [folder.name for folder in folders.subscribed()]
    folders.unsubscribe(nested)
    assert nested not in [folder.name for folder in folders.subscribed()]
    folders.rename(nested, "Май")
    assert "Май" in [folder.name for folder in folders.all()]
    folders.delete("Май")
    assert "Май" not in [folder.name for folder in folders.all()]


def test_special_folders_are_named(box: ImapConnection) -> None:
    found = {folder.special: folder for folder in box.folders.all() if folder.special}
    assert found["\\Sent"].selectable
    assert {"\\Sent", "\\Drafts", "\\Trash", "\\Junk"} <= set(found)


def test_readonly_folder_is_not_changed(box: ImapConnection) -> None:
    box.append("INBOX", letter("one"))
    assert box.select("INBOX", readonly=True).readonly
    with pytest.raises(MailError):
        box.add_flags(box.search(), ["\\Seen"])


def test_uidvalidity_is_known_and_stands(box: ImapConnection) -> None:
    first = box.select()
    assert first.uidvalidity > 0
    assert box.folders.status("INBOX").uidvalidity == first.uidvalidity
    box.unselect()
    assert box.selected is None


def test_missing_folder_is_the_servers_refusal(box: ImapConnection) -> None:
    with pytest.raises(MailError) as caught:
        box.select("Нет такого")
    assert caught.value.step == "folder"
    assert caught.value.reply
    # The connection is as good as before.
    assert box.select().messages == 0


def test_letter_sent_by_smtp_arrives(sandbox: Sandbox, box: ImapConnection, account_at: AccountAt) -> None:
    from stdlib.mail.smtp import SmtpConnection

    with SmtpConnection(account_at(sandbox.smtp[1])) as connection:
        assert connection.send("maria@mail.test", ["ivan@mail.test"], letter("Через SMTP")) == {}
    box.select()
    parsed = read_letter(next(box.fetch_messages(box.search())).raw)
    assert parsed.head.subject == "Через SMTP"
    assert parsed.text() == "Привет"


def test_closed_connection_says_so(box: ImapConnection) -> None:
    box.close()
    box.close()
    with pytest.raises(MailError, match="соединение закрыто"):
        box.select()


def imap_script(*rules: tuple[str, bytes], capabilities: str = "IMAP4rev1 AUTH=PLAIN") -> Callable[[Any], None]:
    """A server with these answers to commands (%s = tag), and OK to all others."""

    def conversation(peer: Any) -> None:
        peer.answer(b"* OK ready\r\n")
        while True:
            tag, _, command = peer.read_line().decode("utf-8", "replace").partition(" ")
            scripted = next((reply for start, reply in rules if command.upper().startswith(start)), None)
            if scripted is not None:
                peer.answer(scripted.replace(b"%s", tag.encode()))
            elif command.upper().startswith("CAPABILITY"):
                peer.answer(f"* CAPABILITY {capabilities}\r\n{tag} OK done\r\n".encode())
            elif command.upper().startswith("AUTHENTICATE"):
                peer.answer(b"+ \r\n")
                peer.read_line()
                peer.answer(f"{tag} OK done\r\n".encode())
            elif command.upper() == "STARTTLS":
                peer.answer(f"{tag} OK go ahead\r\n".encode())
                peer.start_tls()
            elif command.upper().startswith("LOGOUT"):
                peer.answer(f"* BYE\r\n{tag} OK done\r\n".encode())
                return
            else:
                peer.answer(f"{tag} OK done\r\n".encode())

    return conversation


def test_commands_do_not_wait_for_nagle(serve: Serve, account_at: AccountAt) -> None:
    server = serve(imap_script(("UID SEARCH", b"* SEARCH\r\n%s OK done\r\n")))
    with ImapConnection(account_at(server.port, credentials=IVAN)) as connection:
        connection.select()
        assert connection.search({"seen": False}) == []
        # Without it 45 ms for each command: the library sends a command and its line end apart.
        line = connection._session._client.socket()
        assert line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_cyrillic_login_goes_as_sasl_plain(serve: Serve, account_at: AccountAt) -> None:
    server = serve(imap_script())
    with ImapConnection(account_at(server.port, credentials=Credentials("иван", "пароль"))):
        pass
    assert base64.b64encode("\0иван\0пароль".encode()) in server.lines


def test_name_with_blanks_is_quoted_for_login(serve: Serve, account_at: AccountAt) -> None:
    server = serve(imap_script(capabilities="IMAP4rev1"))
    with ImapConnection(account_at(server.port, credentials=Credentials('ivan "the" p', 'sec"ret'))):
        pass
    assert any(line.endswith(b'LOGIN "ivan \\"the\\" p" "sec\\"ret"') for line in server.lines)


def test_cyrillic_login_without_sasl_is_explained(serve: Serve, account_at: AccountAt) -> None:
    server = serve(imap_script(capabilities="IMAP4rev1"))
    with pytest.raises(MailError, match="только на латинице"):
        ImapConnection(account_at(server.port, credentials=Credentials("иван", "x"))).open()


def test_starttls_of_imap_is_used_when_offered(
    serve: Serve, account_at: AccountAt, server_tls: ssl.SSLContext, trusting: TlsPolicy
) -> None:
    server = serve(imap_script(capabilities="IMAP4rev1 STARTTLS AUTH=PLAIN"), server_tls)
    with ImapConnection(account_at(server.port, "starttls-if-offered", IVAN, trusting)) as connection:
        connection.noop()
    commands = [line.split()[1] for line in server.lines if b" " in line]
    assert commands.index(b"STARTTLS") < commands.index(b"AUTHENTICATE") < commands.index(b"NOOP")


def test_implicit_tls_of_imap_with_a_trusted_certificate(
    serve: Serve, account_at: AccountAt, server_tls: ssl.SSLContext, certificate: tuple[Path, Path]
) -> None:
    server = serve(imap_script(), server_tls)
    server.implicit_tls = True
    policy = TlsPolicy(ca_file=str(certificate[0]))
    with ImapConnection(account_at(server.port, "tls", IVAN, policy, "localhost")) as connection:
        connection.noop()


def test_untrusted_certificate_is_refused_by_imap(
    serve: Serve, account_at: AccountAt, server_tls: ssl.SSLContext, other_authority: Path
) -> None:
    server = serve(imap_script(), server_tls)
    server.implicit_tls = True
    policy = TlsPolicy(ca_file=str(other_authority))
    with pytest.raises(MailError) as caught:
        ImapConnection(account_at(server.port, "tls", IVAN, policy, "localhost")).open()
    assert caught.value.step == "tls"
    assert "сертификат сервера не прошёл проверку" in caught.value.message


def test_capabilities_are_those_after_the_login(serve: Serve, account_at: AccountAt) -> None:
    def conversation(peer: Any) -> None:
        peer.answer(b"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n")
        while True:
            tag, _, command = peer.read_line().decode().partition(" ")
            if command.startswith("AUTHENTICATE"):
                peer.answer(b"+ \r\n")
                peer.read_line()
                peer.answer(f"{tag} OK [CAPABILITY IMAP4rev1 MOVE UIDPLUS] done\r\n".encode())
            elif command.startswith("CAPABILITY"):
                peer.answer(f"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n{tag} OK done\r\n".encode())
            else:
                peer.answer(f"* BYE\r\n{tag} OK done\r\n".encode())

    server = serve(conversation)
    with ImapConnection(account_at(server.port, credentials=IVAN)) as connection:
        assert connection.has("MOVE")
        assert connection.has("UIDPLUS")


def test_disabled_login_is_told(serve: Serve, account_at: AccountAt) -> None:
    server = serve(imap_script(capabilities="IMAP4rev1 LOGINDISABLED"))
    with pytest.raises(MailError, match="не предлагает вход"):
        ImapConnection(account_at(server.port, credentials=Credentials("ivan", "x"))).open()


def test_wrong_password_is_one_try_with_the_servers_words(serve: Serve, account_at: AccountAt) -> None:
    refusal = ("LOGIN", b"%s NO [AUTHENTICATIONFAILED] Invalid credentials\r\n")
    server = serve(imap_script(refusal, capabilities="IMAP4rev1"))
    connection = ImapConnection(account_at(server.port, credentials=Credentials("ivan", "x")))
    with pytest.raises(MailError) as caught:
        connection.open()
    assert caught.value.step == "login"
    assert caught.value.reply == "[AUTHENTICATIONFAILED] Invalid credentials"
    assert "Проверьте имя" in caught.value.hint
    assert not connection.is_open
    assert sum(b"LOGIN " in line for line in server.lines) == 1


def test_refused_token_ends_the_exchange(serve: Serve, account_at: AccountAt) -> None:
    def conversation(peer: Any) -> None:
        peer.answer(b"* OK ready\r\n")
        while True:
            tag, _, command = peer.read_line().decode().partition(" ")
            if command.startswith("CAPABILITY"):
                peer.answer(f"* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\n{tag} OK done\r\n".encode())
            else:
                peer.answer(b"+ \r\n")
                peer.read_line()
                peer.answer(b"+ " + base64.b64encode(b'{"status":"401"}') + b"\r\n")
                peer.read_line()
                peer.answer(f"{tag} NO [AUTHENTICATIONFAILED] bad token\r\n".encode())

    server = serve(conversation)
    account = account_at(server.port, credentials=Credentials("ivan", "", "auto", "expired-token"))
    with pytest.raises(MailError) as caught:
        ImapConnection(account).open()
    assert "bad token" in caught.value.reply
    assert base64.b64encode(b"user=ivan\x01auth=Bearer expired-token\x01\x01") in server.lines


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (b"<drop>", "сервер оборвал соединение"),
        (b"<reset>", "сервер оборвал соединение"),
        (b"<silence>", "время ожидания истекло"),
    ],
    ids=["closed", "reset", "silence"],
)
def test_fault_of_the_line_closes_the_connection(serve: Serve, account_at: AccountAt, fault: bytes, said: str) -> None:
    server = serve(imap_script(("NOOP", fault)))
    connection = ImapConnection(account_at(server.port, credentials=IVAN, seconds=0.5))
    connection.open()
    with pytest.raises(MailError) as caught:
        connection.noop()
    assert said in caught.value.message
    assert not connection.is_open
    with pytest.raises(MailError, match="соединение закрыто"):
        connection.noop()


def test_silent_server_does_not_hang_us_at_connecting(serve: Serve, account_at: AccountAt) -> None:
    server = serve(lambda peer: peer.answer(b"<silence>"))
    with pytest.raises(MailError, match="время ожидания истекло"):
        ImapConnection(account_at(server.port, credentials=IVAN, seconds=0.3)).open()


def test_refusing_greeting_is_told_by_imap(serve: Serve, account_at: AccountAt) -> None:
    server = serve(lambda peer: peer.answer(b"* BYE overloaded\r\n"))
    with pytest.raises(MailError) as caught:
        ImapConnection(account_at(server.port, credentials=IVAN)).open()
    assert caught.value.step == "connect"


def test_nobody_needs_a_name(account_at: AccountAt, serve: Serve) -> None:
    server = serve(imap_script())
    with pytest.raises(MailError, match="не заданы имя пользователя"):
        ImapConnection(account_at(server.port)).open()


def test_expunge_of_the_chosen_works_without_uidplus(serve: Serve, account_at: AccountAt) -> None:
    search = ("UID SEARCH", b"* SEARCH 1 2 3\r\n%s OK done\r\n")
    server = serve(imap_script(search, ("SELECT", b"* 3 EXISTS\r\n* 0 RECENT\r\n* FLAGS ()\r\n%s OK done\r\n")))
    with ImapConnection(account_at(server.port, credentials=IVAN)) as connection:
        connection.select()
        connection.expunge([2])
    commands = [line.partition(b" ")[2] for line in server.lines]
    kept = [line for line in commands if line.startswith((b"UID STORE", b"EXPUNGE"))]
    assert kept == [
        b"UID STORE 1,3 -FLAGS.SILENT (\\Deleted)",
        b"EXPUNGE",
        b"UID STORE 1,3 +FLAGS.SILENT (\\Deleted)",
    ]


@pytest.mark.parametrize("reply", [b"<drop>", b"%s NO [LIMIT] not now\r\n"], ids=["dropped", "refused"])
def test_a_failed_expunge_is_the_error_that_is_told(serve: Serve, account_at: AccountAt, reply: bytes) -> None:
    search = ("UID SEARCH", b"* SEARCH 1 2 3\r\n%s OK done\r\n")
    restoring = ("UID STORE 1,3 +FLAGS", b"%s NO later words\r\n")
    server = serve(imap_script(("SELECT", b"* 3 EXISTS\r\n%s OK done\r\n"), search, ("EXPUNGE", reply), restoring))
    connection = ImapConnection(account_at(server.port, credentials=IVAN))
    connection.open()
    connection.select()
    with pytest.raises(MailError) as caught:
        connection.expunge([2])
    connection.abandon()
    assert "сервер оборвал соединение" in str(caught.value) or "not now" in str(caught.value)


GONE = b"* SEARCH\r\n%s OK done\r\n"
THERE = b"* SEARCH 7\r\n%s OK done\r\n"
INFO = b'* 1 FETCH (UID 7 FLAGS () RFC822.SIZE 30 INTERNALDATE "01-Nov-2026 10:00:00 +0300")\r\n%s OK done\r\n'
LETTER_7 = b'BODY[] "Subject: x"'


@pytest.mark.parametrize(
    ("info", "body"),
    [
        (INFO, b"* 1 FETCH (UID 7 BODY[] NIL)\r\n%s OK done\r\n"),
        (INFO, b"%s OK done\r\n"),
        (b"%s OK done\r\n", b"%s OK done\r\n"),
    ],
    ids=["NIL", "no line", "nothing at all"],
)
def test_letters_that_are_there_but_were_not_given_are_an_error(
    serve: Serve, account_at: AccountAt, info: bytes, body: bytes
) -> None:
    rules = (("SELECT", b"* 1 EXISTS\r\n%s OK done\r\n"), ("UID FETCH 7 (FLAGS", info), ("UID FETCH", body))
    for search, fails in ((THERE, True), (GONE, False)):
        server = serve(imap_script(*rules, ("UID SEARCH", search)))
        with ImapConnection(account_at(server.port, credentials=IVAN)) as connection:
            connection.select()
            if fails:
                with pytest.raises(MailError, match="он их не отдал") as caught:
                    list(connection.fetch_messages([7]))
                assert "(Uid 7)" in str(caught.value)
                assert caught.value.step == "fetch"
            else:
                assert list(connection.fetch_messages([7])) == []


def test_a_letter_whose_size_is_not_told_is_fetched(serve: Serve, account_at: AccountAt) -> None:
    info, body = b"* 1 FETCH (UID 7 FLAGS ())\r\n%s OK done\r\n", b"* 1 FETCH (UID 7 %b)\r\n%%s OK done\r\n" % LETTER_7
    server = serve(imap_script(("UID FETCH 7 (FLAGS", info), ("UID FETCH", body)))
    with ImapConnection(account_at(server.port, credentials=IVAN)) as connection:
        connection.select()
        assert [(each.uid, each.raw, each.size) for each in connection.fetch_messages([7])] == [(7, b"Subject: x", 10)]


def test_headers_that_were_not_given_are_an_error(serve: Serve, account_at: AccountAt) -> None:
    server = serve(imap_script(("UID SEARCH", THERE)))
    with ImapConnection(account_at(server.port, credentials=IVAN)) as connection:
        connection.select()
        with pytest.raises(MailError, match="он их не отдал"):
            list(connection.fetch_headers([7]))


def test_long_lists_are_cut(serve: Serve, account_at: AccountAt) -> None:
    server = serve(imap_script(("SELECT", b"* 3 EXISTS\r\n* 0 RECENT\r\n* FLAGS ()\r\n%s OK done\r\n")))
    with ImapConnection(account_at(server.port, credentials=IVAN)) as connection:
        connection.select()
        connection.mark_deleted(range(100_000, 101_200))
    stores = [line for line in server.lines if b"UID STORE" in line]
    assert [line.count(b",") + 1 for line in stores] == [500, 500, 200]


def test_socket_is_closed_after_a_failed_login(serve: Serve, account_at: AccountAt) -> None:
    ended: list[bool] = []

    def conversation(peer: Any) -> None:
        try:
            imap_script(("AUTHENTICATE", b"%s NO no\r\n"))(peer)
        except (ConnectionError, OSError):
            ended.append(True)
            raise

    server = serve(conversation)
    with pytest.raises(MailError):
        ImapConnection(account_at(server.port, credentials=IVAN)).open()
    deadline = time.monotonic() + 3
    while not ended and time.monotonic() < deadline:
        time.sleep(0.01)
    assert ended == [True]
