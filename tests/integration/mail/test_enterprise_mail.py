"""Mail objects of Enterprise against servers that refuse, fall silent or lack extensions."""

from __future__ import annotations

import gc
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from runtime.errors import OnecError
from runtime.host import Host, using
from sandbox.boxes import Boxes
from sandbox.server import Sandbox
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.mail.default_profile import default_profile
from stdlib.enterprise.mail.internet_mail import InternetMail
from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
from stdlib.enterprise.mail.internet_mail_message_flags import InternetMailMessageFlags
from stdlib.enterprise.mail.internet_mail_profile import InternetMailProfile
from stdlib.enterprise.mail.internet_mail_protocol import InternetMailProtocol
from stdlib.enterprise.mail.internet_mail_text_type import InternetMailTextType
from stdlib.enterprise.mail.pop3_authentication_mode import POP3AuthenticationMode
from stdlib.enterprise.mail.use_internet_mail_token_authentication import UseInternetMailTokenAuthentication
from stdlib.mail.mime.read import read_letter

Serve = Callable[..., Any]
USER, PASSWORD = "ivan@mail.test", "не-скажу-secret"


class Permitting(Host):
    """Allows everything but the kinds named; keeps what is told to whoever runs the script."""

    def __init__(self, *refused: str) -> None:
        self.refused = refused
        self.told: list[str] = []

    def write_error(self, text: str) -> None:
        self.told.append(text)

    def allows(self, what: str, detail: str) -> bool:
        return what not in self.refused


@pytest.fixture(autouse=True)
def host() -> Iterator[None]:
    with using(Permitting()):
        yield


def call(obj: Any, name: str, *arguments: Any) -> Any:
    """A method as a script calls it: by its 1C name, with arguments converted."""
    return getattr(obj, f"{name.casefold()}()")(*arguments)


def profile(smtp: int = 0, pop3: int = 0, imap: int = 0) -> InternetMailProfile:
    made = InternetMailProfile()
    made.smtp_server_address, made.smtp_port = "127.0.0.1" if smtp else "", smtp
    made.pop3_server_address, made.pop3_port = "127.0.0.1" if pop3 else "", pop3
    made.imap_server_address, made.imap_port = "127.0.0.1" if imap else "", imap
    made.smtp_user = made.user = made.imap_user = USER
    made.smtp_password = made.password = made.imap_password = PASSWORD
    made.timeout = 5
    return made


def sandbox_profile(sandbox: Sandbox) -> InternetMailProfile:
    return profile(sandbox.smtp[1], sandbox.pop3[1], sandbox.imap[1])


def letter(*recipients: str) -> InternetMailMessage:
    made = InternetMailMessage()
    made.set_sender("shop@mail.test")
    for recipient in recipients or (USER,):
        made.to.add(recipient)
    made.subject = "Заказ"
    made.texts.add("Готов")
    return made


def logged_on(account: InternetMailProfile, protocol: InternetMailProtocol = InternetMailProtocol.pop3) -> InternetMail:
    mail = InternetMail()
    call(mail, "Подключиться", account, protocol)
    return mail


def refused(action: Callable[[], object]) -> OnecError:
    with pytest.raises(OnecError) as caught:
        action()
    return caught.value


def causes(error: OnecError) -> tuple[str, str]:
    """All texts and all hints of an error and of what caused it."""
    chain: list[OnecError] = []
    found: BaseException | None = error
    while isinstance(found, OnecError):
        chain.append(found)
        found = found.__cause__
    return "\n".join(each.message for each in chain), "\n".join(each.hint or "" for each in chain)


def pop3_server(peer: Any) -> None:
    """Two letters, no UIDL; the second one has no Message-ID. Any password but one is wrong."""
    letters = [
        b"Message-ID: <one@mail.test>\r\nSubject: one\r\n\r\n1\r\n",
        b"Received: by mail.test; Mon, 2 Nov 2026 10:00:00 +0300\r\nSubject: two\r\n\r\n2\r\n",
    ]
    peer.answer(b"+OK scripted\r\n")
    while True:
        verb, *words = peer.read_line().decode("utf-8").split(" ")
        if verb == "PASS" and words != [PASSWORD]:
            peer.answer(f"-ERR [AUTH] no such password {words[0]}\r\n".encode())
        elif verb in ("CAPA", "UIDL"):
            peer.answer(b"-ERR unknown command\r\n")
        elif verb == "STAT":
            peer.answer(b"+OK 2 100\r\n")
        elif verb == "LIST":
            peer.answer(b"+OK\r\n1 50\r\n2 50\r\n.\r\n")
        elif verb in ("TOP", "RETR"):
            peer.answer(b"+OK\r\n" + letters[int(words[0]) - 1] + b".\r\n")
        else:
            peer.answer(b"+OK\r\n")
            if verb == "QUIT":
                return


def imap_server(peer: Any) -> None:
    """One letter with UID 7; the server keeps no flags but its own and refuses commands that name others."""
    peer.answer(b"* OK [CAPABILITY IMAP4rev1] scripted\r\n")
    while True:
        tag, verb, *words = peer.read_line().decode("utf-8").split(" ")
        end = f"{tag} OK done\r\n"
        if verb == "LOGIN" and words[1] != '"right"':
            end = f"{tag} NO [AUTHENTICATIONFAILED] Invalid credentials: {words[1]}\r\n"
        elif verb == "SELECT":
            peer.answer(b"* 1 EXISTS\r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted)] limited\r\n")
        elif verb == "CAPABILITY":
            peer.answer(b"* CAPABILITY IMAP4rev1\r\n")
        elif verb == "UID" and "$" in " ".join(words):
            end = f"{tag} BAD unknown keyword\r\n"
        elif verb == "UID" and words[0] == "SEARCH":
            peer.answer(b"* SEARCH 7\r\n")
        elif verb == "LOGOUT":
            peer.answer(b"* BYE\r\n")
        peer.answer(end.encode())
        if verb == "LOGOUT":
            return


def test_a_refused_recipient_is_the_key_and_the_others_get_the_letter(serve: Serve, smtp_script: Any) -> None:
    smtp_script.replies["RCPT"] = [b"250 ok\r\n", b"550 5.1.1 user not found\r\n"]
    server = serve(smtp_script)
    account = profile(smtp=server.port)
    account.smtp_user = ""
    mail = logged_on(account)
    sent = letter("good@mail.test", "bad@mail.test")
    sent.bcc.add("hidden@mail.test")
    reasons = call(mail, "Послать", sent)
    call(mail, "Отключиться")
    assert isinstance(reasons, Map)
    assert dict(reasons.items()) == {"bad@mail.test": "550 5.1.1 user not found"}
    (raw,) = smtp_script.letters
    assert b"hidden" not in raw
    assert b"RCPT TO:<hidden@mail.test>" in server.lines
    assert sent.message_id.encode() in raw


def test_when_all_are_refused_nothing_is_sent(serve: Serve, smtp_script: Any) -> None:
    smtp_script.replies["RCPT"] = [b"550 invalid mailbox\r\n", b"550 invalid mailbox\r\n"]
    account = profile(smtp=serve(smtp_script).port)
    account.smtp_user = ""
    mail = logged_on(account)
    reasons = call(mail, "Послать", letter("one@mail.test", "two@mail.test"))
    call(mail, "Отключиться")
    assert set(reasons.keys()) == {"one@mail.test", "two@mail.test"}
    assert smtp_script.letters == []


@pytest.mark.parametrize(
    ("replies", "line"),
    [
        ([b"250 ok\r\n", b"550 no\r\n", b"250 ok\r\n"], "отправлено не всем: two@mail.test (550 no)"),
        ([b"550 a\x1b[2J b\r\n"] * 3, "не отправлено: one@mail.test (550 a\ufffd[2J b) (и ещё отказов: 2)"),
    ],
)
def test_whoever_runs_the_script_hears_of_refused_recipients(
    serve: Serve, smtp_script: Any, replies: list[bytes], line: str
) -> None:
    smtp_script.replies["RCPT"] = list(replies)
    account = profile(smtp=serve(smtp_script).port)
    account.smtp_user = ""
    host = Permitting()
    with using(host):
        mail = logged_on(account)
        call(mail, "Послать", letter("one@mail.test", "two@mail.test", "three@mail.test"))
        call(mail, "Отключиться")
    assert host.told == [f"Почта: письмо «Заказ» {line}\n"]


def test_a_letter_the_server_refuses_is_an_exception_with_its_reply(serve: Serve, smtp_script: Any) -> None:
    smtp_script.replies["END"] = [b"554 5.7.1 looks like spam\r\n"]
    account = profile(smtp=serve(smtp_script).port)
    account.smtp_user = ""
    mail = logged_on(account)
    message, _ = causes(refused(lambda: call(mail, "Послать", letter())))
    assert "554 5.7.1 looks like spam" in message
    call(mail, "Отключиться")


def test_a_wrong_password_of_smtp_is_told_in_the_servers_words(serve: Serve, smtp_script: Any) -> None:
    smtp_script.extensions.append("AUTH PLAIN LOGIN")
    smtp_script.replies["AUTH"] = [f"535 5.7.8 bad password {PASSWORD}\r\n".encode()]
    message, hint = causes(refused(lambda: logged_on(profile(smtp=serve(smtp_script).port))))
    assert "Ошибка при вызове метода контекста (Подключиться)" in message
    assert "535 5.7.8 bad password ***" in message
    assert PASSWORD not in message + hint
    assert "Проверьте имя пользователя и пароль" in hint


@pytest.mark.parametrize("protocol", ["pop3", "imap"])
def test_a_wrong_password_of_receiving_is_told_in_the_servers_words(serve: Serve, protocol: str) -> None:
    conversation, reply = (
        (pop3_server, "no such password") if protocol == "pop3" else (imap_server, "Invalid credentials")
    )
    account = profile(**{protocol: serve(conversation).port})
    account.password = account.imap_password = "wrong-secret"
    kind = getattr(InternetMailProtocol, protocol)
    message, hint = causes(refused(lambda: logged_on(account, kind)))
    assert reply in message
    assert "wrong-secret" not in message + hint
    assert "Проверьте имя пользователя и пароль" in hint


def test_a_forgotten_password_is_told(serve: Serve, smtp_script: Any) -> None:
    smtp_script.extensions.append("AUTH PLAIN LOGIN")
    smtp_script.replies["AUTH"] = [b"535 5.7.8 bad password\r\n"]
    made = profile(smtp=serve(smtp_script).port)
    made.smtp_password = ""
    _, hint = causes(refused(lambda: logged_on(made)))
    assert "Пароль не заполнен" in hint


def test_nobody_listening_is_told_with_a_hint() -> None:
    message, hint = causes(refused(lambda: logged_on(profile(smtp=1))))
    assert "127.0.0.1:1" in message
    assert "в соединении отказано" in message
    assert "запущен ли почтовый сервер" in hint


def test_a_silent_server_is_given_up_after_the_timeout(serve: Serve, smtp_script: Any) -> None:
    smtp_script.greeting = b"<silence>"
    account = profile(smtp=serve(smtp_script).port)
    account.timeout = 1
    started = time.monotonic()
    message, _ = causes(refused(lambda: logged_on(account)))
    assert "время ожидания истекло" in message
    assert time.monotonic() - started < 4


def test_after_a_failure_nothing_stays_connected(serve: Serve, sandbox: Sandbox) -> None:
    account = sandbox_profile(sandbox)
    account.smtp_port = 1
    mail = InternetMail()
    refused(lambda: call(mail, "Подключиться", account))
    call(mail, "Отключиться")
    message, _ = causes(refused(lambda: call(mail, "ПолучитьКоличествоСообщений")))
    assert "Нет соединения с сервером получения почты" in message


def test_a_forgotten_connection_ends_and_deletes_nothing(sandbox: Sandbox) -> None:
    mail = logged_on(sandbox_profile(sandbox))
    call(mail, "Послать", letter())
    call(mail, "Подключиться", sandbox_profile(sandbox))
    call(mail, "УдалитьСообщения", call(mail, "ПолучитьИдентификаторы"))
    del mail
    gc.collect()
    again = logged_on(sandbox_profile(sandbox))
    assert call(again, "ПолучитьКоличествоСообщений") == 1
    call(again, "Отключиться")
    assert len(Boxes(sandbox.store).letters(USER)) == 1


def test_a_server_without_identifiers_gives_message_ids(serve: Serve) -> None:
    mail = logged_on(profile(pop3=serve(pop3_server).port))
    one, two = call(mail, "ПолучитьИдентификаторы")
    assert one.startswith("one@mail.test#") and two.startswith("#")
    assert list(call(mail, "ПолучитьИдентификаторы", Array.of([one]))) == [two]
    (second,) = call(mail, "Выбрать", False, Array.of([2]))
    assert second.subject == "two"
    assert list(second.uid) == [two]
    assert second.date_received.year == 2026
    call(mail, "Отключиться")


def test_flags_that_the_server_cannot_keep_are_left_out(serve: Serve) -> None:
    server = serve(imap_server)
    account = profile(imap=server.port)
    account.imap_password = "right"
    mail = logged_on(account, InternetMailProtocol.imap)
    flags = InternetMailMessageFlags()
    flags.seen, flags.forwarded, flags.canceled, flags.deleted = True, True, False, False
    wanted = Map()
    wanted.insert("7", flags)
    call(mail, "УстановитьФлагиСообщений", wanted)
    call(mail, "Отключиться")
    stores = [line.split(b" ", 1)[1] for line in server.lines if b" STORE " in line]
    assert stores == [b"UID STORE 7 +FLAGS.SILENT (\\Seen)", b"UID STORE 7 -FLAGS.SILENT (\\Deleted)"]


def test_safe_mode_reaches_no_server(sandbox: Sandbox) -> None:
    with using(Permitting("network")):
        message, hint = causes(refused(lambda: logged_on(sandbox_profile(sandbox))))
    assert "Обращение к сети запрещено" in message
    assert "безопасном режиме" in hint


def test_safe_mode_takes_no_picture_from_the_disk(tmp_path: Any) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"png")
    message = letter()
    message.texts.add(f'<img src="{picture}">', InternetMailTextType.html)
    with using(Permitting("read")):
        text, _ = causes(refused(lambda: call(message, "ОбработатьТексты")))
    assert "Чтение файлов запрещено" in text
    assert message.attachments.count() == 0


def test_a_token_goes_only_where_the_server_takes_tokens(serve: Serve, smtp_script: Any) -> None:
    smtp_script.extensions.append("AUTH PLAIN XOAUTH2")
    server = serve(smtp_script)
    account = profile(smtp=server.port)
    account.access_token = "ya29.token"
    call(logged_on(account), "Отключиться")
    smtp_script.extensions[-1] = "AUTH PLAIN"
    call(logged_on(account), "Отключиться")
    assert [line.split()[1] for line in server.lines if line.startswith(b"AUTH")] == [b"XOAUTH2", b"PLAIN"]


def test_a_token_that_must_be_used_is_an_error_where_the_server_takes_none(serve: Serve, smtp_script: Any) -> None:
    smtp_script.extensions.append("AUTH PLAIN")
    account = profile(smtp=serve(smtp_script).port)
    account.access_token = "ya29.token"
    account.token_authentication = UseInternetMailTokenAuthentication.use
    with pytest.raises(OnecError) as error:
        logged_on(account)
    assert "XOAUTH2" in str(error.value)
    assert "ya29" not in str(error.value)


def test_a_hundred_letters_are_taken_by_portions(sandbox: Sandbox) -> None:
    mail = logged_on(sandbox_profile(sandbox), InternetMailProtocol.imap)
    for number in range(100):
        each = letter()
        each.subject = f"№ {number}"
        call(mail, "Послать", each)
    names = list(call(mail, "ПолучитьИдентификаторы"))
    subjects: list[str] = []
    for start in range(0, 100, 5):
        portion = call(mail, "Выбрать", False, Array.of(names[start : start + 5]), False)
        subjects += [each.subject for each in portion]
    call(mail, "Отключиться")
    assert subjects == [f"№ {number}" for number in range(100)]


def test_what_is_no_message_is_not_sent(sandbox: Sandbox) -> None:
    mail = logged_on(sandbox_profile(sandbox))
    message, _ = causes(refused(lambda: call(mail, "Послать", SimpleNamespace())))
    assert "Несоответствие типов" in message
    call(mail, "Отключиться")


class Configured(Permitting):
    """A host with an account whose three servers are the same one."""

    def __init__(self, port: int, security: str, password: str = "", verify: bool = True, ca_file: str = "") -> None:
        super().__init__()
        user = USER if password else ""
        server = SimpleNamespace(host="127.0.0.1", port=port, user=user, password=password, security=security)
        absent = SimpleNamespace(host="", port=0, user="", password="", security="tls")
        self.account: Any = SimpleNamespace(
            sender=USER, smtp=server, imap=absent, pop3=absent, verify=verify, ca_file=ca_file
        )

    def mail_account(self) -> Any:
        return self.account


def test_an_account_that_wants_encryption_never_goes_without(serve: Serve, smtp_script: Any) -> None:
    server = serve(smtp_script)
    with using(Configured(server.port, "starttls")):
        message, _ = causes(refused(lambda: logged_on(default_profile())))
    assert "сервер не предлагает STARTTLS" in message


def test_an_account_without_encryption_does_not_begin_it(serve: Serve, smtp_script: Any, server_tls: Any) -> None:
    smtp_script.extensions.append("STARTTLS")
    server = serve(smtp_script, server_tls)
    with using(Configured(server.port, "none")):
        call(logged_on(default_profile()), "Отключиться")
    assert b"STARTTLS" not in server.lines


def withholding_server(peer: Any) -> None:
    """Letters 7 and 8; the second one is never given."""
    peer.answer(b"* OK [CAPABILITY IMAP4rev1] scripted\r\n")
    while True:
        tag, _, command = peer.read_line().decode("utf-8").partition(" ")
        if command.startswith("SELECT"):
            peer.answer(b"* 2 EXISTS\r\n")
        elif command.startswith("CAPABILITY"):
            peer.answer(b"* CAPABILITY IMAP4rev1\r\n")
        elif command.startswith("UID SEARCH"):
            peer.answer(b"* SEARCH 7 8\r\n" if "UID 8" not in command else b"* SEARCH 8\r\n")
        elif command.startswith("UID FETCH") and "BODY" not in command:
            peer.answer(b"* 1 FETCH (UID 7 RFC822.SIZE 12)\r\n* 2 FETCH (UID 8 RFC822.SIZE 12)\r\n")
        elif command.startswith("UID FETCH"):
            peer.answer(b'* 1 FETCH (UID 7 BODY[] "Subject: one")\r\n* 2 FETCH (UID 8 BODY[] NIL)\r\n')
        peer.answer(f"{tag} OK done\r\n".encode())


def test_letters_that_were_not_received_are_not_deleted(serve: Serve) -> None:
    server = serve(withholding_server)
    account = profile(imap=server.port)
    account.imap_password = "right"
    mail = logged_on(account, InternetMailProtocol.imap)
    message, _ = causes(refused(lambda: call(mail, "Выбрать", True)))
    assert "он их не отдал (Uid 8)" in message
    assert not any(b"STORE" in line or b"EXPUNGE" in line for line in server.lines)
    (letter_seven,) = call(mail, "Выбрать", True, Array.of(["7"]))
    assert letter_seven.subject == "one"
    assert any(b"UID STORE 7 +FLAGS" in line for line in server.lines)


def listing_server(listing: bytes, *letters: bytes) -> Callable[[Any], None]:
    """A POP3 server with these letters and this answer to UIDL."""

    def conversation(peer: Any) -> None:
        peer.answer(b"+OK scripted\r\n")
        while True:
            verb, *words = peer.read_line().decode("utf-8").split(" ")
            sizes = b"".join(b"%d 9\r\n" % number for number in range(1, len(letters) + 1))
            special = {"CAPA": b"-ERR\r\n", "UIDL": listing, "LIST": b"+OK\r\n" + sizes + b".\r\n"}
            if verb in ("TOP", "RETR"):
                peer.answer(b"+OK\r\n" + letters[int(words[0]) - 1] + b"\r\n.\r\n")
            else:
                peer.answer(special.get(verb, b"+OK\r\n"))

    return conversation


@pytest.mark.parametrize(
    ("listing", "names"),
    [
        (b"+OK\r\n1 a\r\n2 a\r\n3 a\r\n.\r\n", ["a", "a#2", "a#3"]),
        (b"+OK\r\n1 a\r\n2 a#2\r\n3 a\r\n.\r\n", ["a", "a#2", "a#3"]),
    ],
    ids=["plain", "already numbered"],
)
def test_letters_with_one_identifier_are_all_reached(serve: Serve, listing: bytes, names: list[str]) -> None:
    letters = [f"Subject: {number}\r\n\r\n".encode() for number in range(3)]
    server = serve(listing_server(listing, *letters))
    mail = logged_on(profile(pop3=server.port))
    assert list(call(mail, "ПолучитьИдентификаторы")) == names
    assert [each.subject for each in call(mail, "Выбрать", True)] == ["0", "1", "2"]
    assert [line for line in server.lines if line.startswith(b"DELE")] == [b"DELE 1", b"DELE 2", b"DELE 3"]


def test_letters_left_out_of_the_listing_are_reached(serve: Serve) -> None:
    server = serve(listing_server(b"+OK\r\n2 a\r\n.\r\n", b"Subject: 0\r\n", b"Subject: 1\r\n"))
    mail = logged_on(profile(pop3=server.port))
    assert [each.subject for each in call(mail, "Выбрать", False)] == ["0", "1"]


def test_a_sender_cannot_take_the_place_of_anothers_letter(serve: Serve) -> None:
    his, hers = (b"Message-ID: <same@x>\r\nSubject: %b\r\n" % name for name in (b"his", b"hers"))
    only_his = logged_on(profile(pop3=serve(listing_server(b"-ERR\r\n", his)).port))
    known = call(only_his, "ПолучитьИдентификаторы")
    # His letter is gone when hers comes.
    only_hers = logged_on(profile(pop3=serve(listing_server(b"-ERR\r\n", hers + b"Status: RO\r\n")).port))
    (new,) = call(only_hers, "ПолучитьИдентификаторы", known)
    both = logged_on(profile(pop3=serve(listing_server(b"-ERR\r\n", his, hers)).port))
    assert list(call(both, "ПолучитьИдентификаторы")) == [*known, new]


RECEIVED = b"From: shop@mail.test\r\nTo: ivan@mail.test\r\nBcc: secret@mail.test\r\nSubject: s\r\n\r\ntext\r\n"


def received() -> InternetMailMessage:
    made = InternetMailMessage()
    call(made, "УстановитьИсходныеДанные", BinaryData(RECEIVED))
    return made


@pytest.mark.parametrize("mime_type", ["message/rfc822", "application/octet-stream"])
def test_blind_copies_of_a_received_letter_are_not_transmitted(serve: Serve, smtp_script: Any, mime_type: str) -> None:
    smtp_script.extensions.append("AUTH PLAIN")
    mail = logged_on(profile(smtp=serve(smtp_script).port))
    forwarding = letter()
    call(forwarding.attachments, "Добавить", received()).mime_type = mime_type
    call(mail, "Послать", forwarding)
    call(mail, "Послать", received())
    call(mail, "Отключиться")
    assert len(smtp_script.letters) == 2
    for raw in smtp_script.letters:
        assert b"secret@" not in raw
        assert all(b"secret@" not in attachment.data for attachment in read_letter(raw).attachments)
    assert call(received(), "ПолучитьИсходныеДанные").data == RECEIVED


@pytest.mark.parametrize("name", ["Bcc", "BCC", "resent-bcc"])
def test_the_fields_of_blind_copies_are_not_set_by_hand(name: str) -> None:
    message, hint = causes(refused(lambda: call(letter(), "УстановитьПолеЗаголовка", name, "x@y.z")))
    assert "прочли бы все получатели" in message
    assert "СлепыеКопии" in hint


SECRETS = ("ПарольSMTP", "Пароль", "ПарольIMAP", "ТокенДоступа")


def test_the_password_of_the_account_is_used_and_not_shown(serve: Serve, smtp_script: Any) -> None:
    smtp_script.extensions.append("AUTH PLAIN")
    server = serve(smtp_script)
    with using(Configured(server.port, "none", "тайна")):
        made = default_profile()
        assert [getattr(made, "." + name.casefold()) for name in SECRETS] == ["", "", "", ""]
        call(logged_on(made), "Отключиться")
        setattr(made, ".парольsmtp", "другой")
        assert getattr(made, ".парольsmtp") == "другой"
        call(logged_on(made), "Отключиться")
        setattr(made, ".парольsmtp", "")
        call(logged_on(made), "Отключиться")
    sent = [b64decode(line.split()[2]).decode() for line in server.lines if line.startswith(b"AUTH")]
    assert sent == [f"\0{USER}\0тайна", f"\0{USER}\0другой", f"\0{USER}\0"]


@pytest.mark.parametrize("trusted", [True, False])
def test_the_account_says_which_certificates_are_believed(
    serve: Serve, smtp_script: Any, server_tls: Any, certificate: Any, trusted: bool
) -> None:
    smtp_script.extensions.append("STARTTLS")
    server = serve(smtp_script, server_tls)
    with using(Configured(server.port, "starttls", ca_file=str(certificate[0]) if trusted else "")):
        if trusted:
            call(logged_on(default_profile()), "Отключиться")
        else:
            message, _ = causes(refused(lambda: logged_on(default_profile())))
            assert "сертификат сервера не прошёл проверку" in message
    with using(Configured(server.port, "starttls", verify=False)):
        call(logged_on(default_profile()), "Отключиться")


def test_safe_mode_reads_no_certificates() -> None:
    made = profile(smtp=1)
    made.authorities_file = "/etc/ssl/ca.pem"
    with using(Permitting("read")):
        message, _ = causes(refused(lambda: logged_on(made)))
    assert "Чтение файлов запрещено" in message


def apop_server(peer: Any) -> None:
    """Offers APOP and refuses it; the password as it is is good."""
    peer.answer(b"+OK scripted <1@mail.test>\r\n")
    while True:
        verb = peer.read_line().partition(b" ")[0]
        peer.answer(b"-ERR [AUTH] no APOP here\r\n" if verb in (b"APOP", b"CAPA") else b"+OK 0 0\r\n")
        if verb == b"QUIT":
            return


def test_after_apop_in_vain_a_new_connection_sends_the_password(serve: Serve) -> None:
    server = serve(apop_server)
    made = profile(pop3=server.port)
    made.pop3_authentication = POP3AuthenticationMode.apop
    call(logged_on(made), "Отключиться")
    verbs = [line.split()[0] for line in server.lines]
    assert verbs.index(b"APOP") < verbs.index(b"USER") < verbs.index(b"PASS")
    assert server.clients == 2


def test_where_only_safe_ways_are_allowed_apop_is_the_last(serve: Serve) -> None:
    server = serve(apop_server)
    made = profile(pop3=server.port)
    made.pop3_authentication = POP3AuthenticationMode.apop
    made.pop3_secure_authentication_only = True
    message, _ = causes(refused(lambda: logged_on(made)))
    assert "no APOP here" in message
    assert not any(line.startswith(b"PASS") for line in server.lines)


def test_a_certificate_that_is_not_believed_tells_the_property_of_the_profile(
    serve: Serve, smtp_script: Any, server_tls: Any
) -> None:
    smtp_script.extensions.append("STARTTLS")
    made = profile(smtp=serve(smtp_script, server_tls).port)
    message, hint = causes(refused(lambda: logged_on(made)))
    assert "сертификат сервера не прошёл проверку" in message
    assert "Профиль.ПроверятьСертификатСервера = Ложь;" in hint


class Elsewhere(Permitting):
    """Leads all mail to a port of this machine, so that a script may name any server."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.port = port

    def mail_route(self, protocol: str, host: str, port: int, tls: bool) -> tuple[str, int, str] | None:
        return "127.0.0.1", self.port, ""


def test_a_password_that_would_be_readable_tells_the_property_of_the_profile(serve: Serve, smtp_script: Any) -> None:
    smtp_script.extensions.append("AUTH PLAIN LOGIN")
    server = serve(smtp_script)
    made = profile(smtp=server.port)
    made.smtp_server_address = "mail.test"
    with using(Elsewhere(server.port)):
        message, hint = causes(refused(lambda: logged_on(made)))
        assert "пароль ушёл бы по сети открытым текстом" in message
        assert "Профиль.РазрешитьПарольБезШифрования = Истина;" in hint
        made.allow_clear_text_password = True
        call(logged_on(made), "Отключиться")


@pytest.mark.parametrize(
    ("asked", "port", "greeting", "advice"),
    [
        ("imap", 110, "+OK POP3 ready", "Порт 110 – обычный для POP3; IMAP обычно на портах 143, 993"),
        ("imap", 587, "220 ESMTP ready", "Порт 587 – обычный для SMTP; IMAP обычно на портах 143, 993"),
        ("pop3", 143, "* OK IMAP ready", "Порт 143 – обычный для IMAP; POP3 обычно на портах 110, 995"),
        ("smtp", 110, "+OK POP3 ready", "Порт 110 – обычный для POP3; SMTP обычно на портах 25, 465, 587"),
    ],
)
def test_a_port_of_another_protocol_is_told(serve: Serve, asked: str, port: int, greeting: str, advice: str) -> None:
    def conversation(peer: Any) -> None:
        peer.answer(greeting.encode() + b"\r\n")
        peer.read_line()

    with using(Elsewhere(serve(conversation).port)):
        kind = InternetMailProtocol.imap if asked == "imap" else InternetMailProtocol.pop3
        message, hint = causes(refused(lambda: logged_on(profile(**{asked: port}), kind)))
    assert f"сервер ответил не по правилам {asked.upper()}" in message
    assert advice in hint


@pytest.mark.parametrize("protocol", ["pop3", "imap"])
def test_a_connection_that_has_ended_is_to_be_made_anew(serve: Serve, protocol: str) -> None:
    def conversation(peer: Any) -> None:
        peer.answer(b"+OK ready\r\n" if protocol == "pop3" else b"* OK ready\r\n")
        while (line := peer.read_line()) and not line.endswith((b"STAT", b'SELECT "INBOX"', b"SELECT INBOX")):
            tag = b"+OK" if protocol == "pop3" else line.split()[0] + b" OK"
            if line.endswith(b"CAPABILITY"):
                peer.answer(b"* CAPABILITY IMAP4rev1\r\n")
            peer.answer(b"-ERR\r\n" if line == b"CAPA" else tag + b" done\r\n")

    made = profile(**{protocol: serve(conversation).port})
    made.imap_password = "latin"
    mail = logged_on(made, getattr(InternetMailProtocol, protocol))
    for told in ("сервер оборвал соединение", "соединение закрыто"):
        message, hint = causes(refused(lambda: call(mail, "ПолучитьКоличествоСообщений")))
        assert told in message
    assert "подключитесь заново" in hint
