"""Letters of Element through real SMTP, IMAP and POP3 servers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from runtime import host
from runtime.dialect import bound
from runtime.element.exceptions import IllegalArgumentException, IllegalStateException
from runtime.element.members import call, member
from runtime.element.presentation import present, to_string
from runtime.element.resources import use
from runtime.host import Host, using
from sandbox.boxes import Boxes
from sandbox.server import Sandbox
from stdlib.element.collections.array import Array
from stdlib.element.mail import default_parameters
from stdlib.element.mail.email import Email
from stdlib.element.mail.email_authentication import EmailAuthentication
from stdlib.element.mail.email_directory_kind import EmailDirectoryKind
from stdlib.element.mail.email_exception import EmailException
from stdlib.element.mail.email_filter import EmailFilter
from stdlib.element.mail.email_flag import EmailFlag
from stdlib.element.mail.email_sending_state import EmailSendingState
from stdlib.element.mail.imap_connection import ImapConnection
from stdlib.element.mail.imap_directory_open_mode import ImapDirectoryOpenMode
from stdlib.element.mail.pop3_connection import Pop3Connection
from stdlib.element.mail.received import received_email
from stdlib.element.mail.secure_connection_parameters import SecureConnectionParameters
from stdlib.element.mail.server_accounts import account_of
from stdlib.element.mail.smtp_client import smtp_client
from stdlib.element.mail.smtp_connection_parameters import SmtpConnectionParameters
from stdlib.mail.accounts import TlsPolicy

if TYPE_CHECKING:
    from collections.abc import Iterator

USER = "me@sandbox.test"


class Server:
    def __init__(self, address: tuple[str, int]) -> None:
        self.host, self.port = address
        self.user, self.password, self.security = USER, "secret", "none"


class Account:
    def __init__(self, sandbox: Sandbox) -> None:
        self.sender, self.verify, self.ca_file = USER, True, ""
        self.smtp, self.imap, self.pop3 = Server(sandbox.smtp), Server(sandbox.imap), Server(sandbox.pop3)


class Connected(Host):
    def __init__(self, sandbox: Sandbox) -> None:
        self.account = Account(sandbox)

    def allows(self, what: str, detail: str) -> bool:
        return True

    def mail_account(self) -> Account:
        return self.account


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as server, using(Connected(server)):
        yield server


def new(cls: Any, *arguments: Any) -> Any:
    return getattr(cls, "новый()")(*arguments)


def letter(subject: str, recipients: str = USER) -> Any:
    made = new(Email, "sender@1c.ru", recipients, subject)
    call(made, "УстановитьТекстКакСтроку", f"Текст: {subject}")
    return made


def send(*letters: Any) -> Any:
    parameters = bound(default_parameters.get_smtp_connection_parameters)()
    return call(smtp_client(), "Отправить", parameters, Array.of(list(letters)))


def imap() -> Any:
    return new(ImapConnection, bound(default_parameters.get_imap_connection_parameters)())


def pop3() -> Any:
    return new(Pop3Connection, bound(default_parameters.get_pop3_connection_parameters)())


def inbox(connection: Any) -> Any:
    return call(connection, "ПолучитьКаталог", EmailDirectoryKind.INBOX)


def test_letters_are_sent_and_results_keep_their_order(sandbox: Sandbox) -> None:
    letters = [letter(f"№ {number}") for number in range(20)]
    results = send(*letters).items
    assert [member(result, "Письмо") for result in results] == letters
    assert all(member(result, "Успешно") for result in results)
    assert len(sandbox.arrivals()) == 20


def test_hidden_recipients_get_the_letter_but_are_not_shown(sandbox: Sandbox) -> None:
    one = letter("тайна", "open@sandbox.test")
    call(one, "ДобавитьПолучателейСкрытойКопии", USER)
    send(one)
    with use(imap()) as connection:
        received = member(call(inbox(connection), "ПолучитьПисьма").items[0], "Письмо")
    assert b"Bcc" not in received.compose()


def test_one_bad_letter_does_not_stop_the_others(sandbox: Sandbox) -> None:
    results = send(letter("раз"), new(Email, "a@b.c"), letter("два")).items
    assert [to_string(member(result, "Состояние")) for result in results] == [
        "Отправлено",
        "НеОтправлено",
        "Отправлено",
    ]
    assert [to_string(results[0]), present(results[2])] == ["Отправлено", "Отправлено"]
    assert present(results[1]) == to_string(results[1]) == "НеОтправлено: У письма нет получателей"


def test_no_connection_is_an_exception_that_names_the_server(sandbox: Sandbox) -> None:
    parameters = SmtpConnectionParameters("127.0.0.1", 9)
    with pytest.raises(EmailException, match=r"127\.0\.0\.1:9"):
        call(smtp_client(), "Отправить", parameters, letter("x"))


def test_unseen_letters_are_found_read_and_marked(sandbox: Sandbox) -> None:
    send(letter("раз"))
    send(letter("два"))
    with use(imap()) as connection:
        directory = inbox(connection)
        call(directory, "Открыть", ImapDirectoryOpenMode.READ_WRITE)
        headers = call(directory, "ПолучитьЗаголовкиНепрочитанныхПисем").items
        assert [member(member(one, "Заголовки"), "Тема") for one in headers] == ["раз", "два"]
        found = call(directory, "НайтиПисьмоПоUid", member(headers[1], "Uid"))
        assert call(member(found, "Письмо"), "ПолучитьТекстКакСтроку").strip() == "Текст: два"
        call(directory, "УстановитьФлаги", found, Array.of([EmailFlag.FLAGGED, EmailFlag.SEEN]))
        assert len(call(directory, "ПолучитьЗаголовкиНепрочитанныхПисем").items) == 1
        again = call(directory, "НайтиПисьмоПоUid", member(found, "Uid"))
        assert to_string(member(again, "Флаги")).startswith("[Помеченное, Прочитанное")
        call(directory, "СнятьФлаги", again, EmailFlag.SEEN)
        assert len(call(directory, "ПолучитьЗаголовкиНепрочитанныхПисем").items) == 2


def test_letters_are_found_by_a_filter(sandbox: Sandbox) -> None:
    send(letter("счёт за май"))
    send(letter("отчёт"))
    with use(imap()) as connection:
        found = call(inbox(connection), "Найти", new(EmailFilter, None, None, "счёт за")).items
    assert [member(member(one, "Письмо"), "Тема") for one in found] == ["счёт за май"]


def test_letters_are_moved_copied_added_and_cleaned(sandbox: Sandbox) -> None:
    send(letter("раз"))
    with use(imap()) as connection:
        directory, sent = inbox(connection), call(connection, "ПолучитьКаталог", EmailDirectoryKind.SENT)
        own = call(connection, "СоздатьКаталог", "Проекты")
        call(directory, "Открыть", ImapDirectoryOpenMode.READ_WRITE)
        one = call(directory, "ПолучитьПисьма").items[0]
        call(directory, "Копировать", one, own)
        call(directory, "Переместить", one, sent)
        call(own, "Добавить", letter("черновик"))
        assert [member(each, "КоличествоПисем") for each in (directory, sent, own)] == [0, 1, 2]
        call(own, "Открыть", ImapDirectoryOpenMode.READ_WRITE)
        call(own, "ПометитьНаУдаление", call(own, "ПолучитьПисьма").items[0])
        call(own, "Очистить")
        assert member(own, "КоличествоПисем") == 1
        assert "Проекты" in to_string(call(connection, "ПолучитьКаталоги"))
        call(own, "Закрыть")
        call(connection, "УдалитьКаталог", "Проекты")
        assert "Проекты" not in to_string(call(connection, "ПолучитьКаталоги"))


@pytest.mark.parametrize(("clean", "left"), [(True, 0), (False, 1)])
def test_closing_a_directory_cleans_it_when_the_connection_says_so(sandbox: Sandbox, clean: bool, left: int) -> None:
    send(letter("раз"))
    parameters = bound(default_parameters.get_imap_connection_parameters)()
    with use(new(ImapConnection, parameters, clean)) as connection:
        directory = inbox(connection)
        call(directory, "Открыть", ImapDirectoryOpenMode.READ_WRITE)
        call(directory, "ПометитьНаУдаление", call(directory, "ПолучитьПисьма").items[0])
    with use(imap()) as connection:
        assert member(inbox(connection), "КоличествоПисем") == left


def test_a_directory_opened_for_reading_is_not_changed(sandbox: Sandbox) -> None:
    send(letter("раз"))
    with use(imap()) as connection:
        directory = inbox(connection)
        call(directory, "Открыть", ImapDirectoryOpenMode.READ)
        one = call(directory, "ПолучитьПисьма").items[0]
        with pytest.raises(IllegalStateException, match="только для чтения"):
            call(directory, "ПометитьНаУдаление", one)
        with pytest.raises(IllegalArgumentException, match="нет письма с Uid 999"):
            call(directory, "НайтиПисьмоПоUid", 999)


def test_pop3_deletes_what_was_marked_when_it_is_closed(sandbox: Sandbox) -> None:
    send(letter("раз"))
    send(letter("два"))
    with use(pop3()) as connection:
        assert member(connection, "КоличествоПисем") == 2
        assert to_string(call(connection, "ПолучитьЗаголовки")) == "[1: раз, 2: два]"
        call(connection, "ПометитьНаУдаление", call(connection, "ПолучитьПисьмо", 1))
    with use(pop3()) as connection:
        assert to_string(call(connection, "ПолучитьПисьма")) == "[1: два]"


def test_pop3_deletes_nothing_when_an_exception_leaves_the_block(sandbox: Sandbox) -> None:
    send(letter("раз"))
    with pytest.raises(IllegalArgumentException), use(pop3()) as connection:
        call(connection, "ПометитьНаУдаление", call(connection, "ПолучитьПисьмо", 1))
        call(connection, "ПолучитьПисьмо", 99)
    with use(pop3()) as connection:
        assert member(connection, "КоличествоПисем") == 1


RECEIVED = b"From: a@1c.ru\r\nTo: me@sandbox.test\r\nBcc: secret@1c.ru\r\nSubject: draft\r\n\r\ntext\r\n"


def test_blind_copies_of_a_received_letter_are_not_transmitted(sandbox: Sandbox) -> None:
    draft = received_email(RECEIVED)
    (result,) = send(draft)
    assert result.state is EmailSendingState.SENT
    assert call(draft, "КакБайты") == RECEIVED
    letters = [bytes(Boxes(sandbox.store).raw(each.number)) for each in sandbox.arrivals()]
    assert letters
    for raw in letters:
        assert raw.endswith(b"Subject: draft\r\n\r\ntext\r\n")
        assert b"secret@1c.ru" not in raw.partition(b"From: a@1c.ru")[2]


@pytest.mark.parametrize(("security", "wanted"), [("starttls", "starttls"), ("tls", "starttls"), ("none", "none")])
def test_the_protection_of_the_account_is_not_lost(sandbox: Sandbox, security: str, wanted: str) -> None:
    account = host.current().mail_account()
    for server in (account.smtp, account.imap, account.pop3):
        vars(server)["security"] = security
    for function in (
        default_parameters.get_smtp_connection_parameters,
        default_parameters.get_imap_connection_parameters,
        default_parameters.get_pop3_connection_parameters,
    ):
        parameters = bound(function)()
        assert account_of(parameters).endpoint.security == security
        parameters.set_use_ssl(False)
        parameters.set_allow_start_tls(False)
        own = type(parameters)(parameters.server, parameters.port, parameters.authentication)
        own.set_use_ssl(False)
        own.set_allow_start_tls(False)
        assert account_of(own).endpoint.security == wanted
        # With a password of its own the script may go elsewhere, but not less protected.
        parameters.set_authentication(EmailAuthentication("u", "p"))
        parameters.set_port(2525)
        account_made = account_of(parameters)
        assert account_made.endpoint.security == wanted
        assert account_made.clear_text_login is (wanted == "none")


@pytest.mark.parametrize(("server", "port"), [("evil.example", None), (None, 2525), ("127.0.0.2", None)])
def test_the_password_of_the_account_goes_to_no_other_server(
    sandbox: Sandbox, server: str | None, port: int | None
) -> None:
    for function in (
        default_parameters.get_smtp_connection_parameters,
        default_parameters.get_imap_connection_parameters,
        default_parameters.get_pop3_connection_parameters,
    ):
        parameters = bound(function)()
        moved = type(parameters)(server or parameters.server, port or parameters.port, parameters.authentication)
        with pytest.raises(EmailException, match="только её серверам") as refused:
            account_of(moved)
        assert "secret" not in refused.value.message + refused.value.hint
        assert "новый АутентификацияПочты" in refused.value.hint


def test_the_password_goes_to_servers_of_the_account_that_have_the_same(sandbox: Sandbox) -> None:
    smtp = bound(default_parameters.get_smtp_connection_parameters)()
    imap_parameters = bound(default_parameters.get_imap_connection_parameters)()
    imap_parameters.set_authentication(smtp.authentication)
    assert account_of(imap_parameters).credentials.password == "secret"
    vars(host.current().mail_account().smtp)["password"] = "another"
    imap_parameters.set_authentication(bound(default_parameters.get_smtp_connection_parameters)().authentication)
    with pytest.raises(EmailException, match="только её серверам"):
        account_of(imap_parameters)


def test_the_account_says_which_certificates_are_believed_by_element(sandbox: Sandbox) -> None:
    account = host.current().mail_account()
    parameters = bound(default_parameters.get_smtp_connection_parameters)()
    assert account_of(parameters).tls == TlsPolicy(True, None)
    vars(account).update(verify=False, ca_file="/etc/ca.pem")
    for function in (
        default_parameters.get_smtp_connection_parameters,
        default_parameters.get_imap_connection_parameters,
        default_parameters.get_pop3_connection_parameters,
    ):
        assert account_of(bound(function)()).tls == TlsPolicy(False, "/etc/ca.pem")


class Unreading(Connected):
    def allows(self, what: str, detail: str) -> bool:
        return what != "read"


def test_safe_mode_reads_no_certificates_for_element(sandbox: Sandbox) -> None:
    parameters = bound(default_parameters.get_smtp_connection_parameters)()
    parameters.set_security(SecureConnectionParameters(True, "/etc/ca.pem"))
    with using(Unreading(sandbox)), pytest.raises(EmailException, match="Чтение файлов запрещено"):
        account_of(parameters)
