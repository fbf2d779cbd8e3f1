"""Our mail against Dovecot and Exim."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from interpreter.cli.accounts import Account, Server
from interpreter.session import Session
from interpreter.source import Source
from runtime.host import Host
from stdlib.mail.accounts import Credentials, Endpoint, ServerAccount, TlsPolicy
from stdlib.mail.errors import MailError
from stdlib.mail.imap import ImapConnection
from stdlib.mail.mime.addresses import Address
from stdlib.mail.mime.compose import compose
from stdlib.mail.mime.letter import Attachment, Letter, TextPart
from stdlib.mail.mime.read import read_letter
from stdlib.mail.pop3 import Pop3Connection
from stdlib.mail.smtp import SmtpConnection
from support.real_servers import DOMAIN, USERS

if TYPE_CHECKING:
    from stdlib.mail.accounts import Mechanism, Security
    from stdlib.mail.mime.read import ParsedLetter
    from support.real_servers import RealServers

pytestmark = pytest.mark.servers

LETTER = Letter(
    sender=Address("Иван", f"ivan@{DOMAIN}"),
    to=(Address("Мария", f"maria@{DOMAIN}"),),
    subject="Отчёт за ноябрь",
    texts=(TextPart("Добрый день!\n.\nС точкой в строке\n"), TextPart("<p>Добрый день!</p>", "text/html")),
    attachments=(Attachment("отчёт.csv", bytes(range(256)) * 100),),
)


def account(servers: RealServers, port: str, user: str = "ivan", mechanism: Mechanism = "auto") -> ServerAccount:
    """An account on one of the ports; those ending in "s" speak TLS from the first byte, the others STARTTLS."""
    security: Security = "tls" if port.endswith("s") else "starttls"
    endpoint = Endpoint("localhost", servers.ports[port], security)
    credentials = Credentials(user, USERS.get(user, "wrong"), mechanism)
    return ServerAccount(endpoint, credentials, tls=TlsPolicy(ca_file=servers.certificate))


def send(account: ServerAccount, letter: Letter = LETTER) -> None:
    with SmtpConnection(account) as connection:
        assert not connection.send(f"ivan@{DOMAIN}", letter.recipients(), compose(letter))


def arrived(box: ImapConnection, subject: str) -> ParsedLetter:
    """The letter with this subject; Exim delivers a moment after it said yes."""
    for _ in range(100):
        box.select()
        for message in box.fetch_messages(box.uids()):
            letter = read_letter(message.raw)
            if letter.head.subject == subject:
                return letter
        time.sleep(0.1)
    raise AssertionError(f"{subject!r} did not arrive")


@pytest.mark.parametrize("port", ["smtp", "smtps"])
@pytest.mark.parametrize("mechanism", ["auto", "plain", "login", "cram-md5"])
def test_a_letter_goes_out_by_every_way_of_logging_in(servers: RealServers, port: str, mechanism: Mechanism) -> None:
    subject = f"Письмо {port} {mechanism}"
    letter = Letter(sender=LETTER.sender, to=LETTER.to, subject=subject, texts=LETTER.texts)
    send(account(servers, port, mechanism=mechanism), letter)
    with ImapConnection(account(servers, "imaps", "maria")) as box:
        assert arrived(box, subject).text() == LETTER.texts[0].text


def test_a_letter_comes_back_as_it_was_sent(servers: RealServers) -> None:
    send(account(servers, "smtps"))
    with ImapConnection(account(servers, "imap", "maria")) as box:
        letter = arrived(box, LETTER.subject)
    assert letter.head.sender == LETTER.sender
    assert letter.head.to == LETTER.to
    assert letter.text() == LETTER.texts[0].text
    assert letter.text("text/html") == LETTER.texts[1].text
    assert [(file.name, file.data) for file in letter.attachments] == [("отчёт.csv", LETTER.attachments[0].data)]


@pytest.mark.parametrize("port", ["pop3", "pop3s"])
def test_pop3_reads_and_deletes(servers: RealServers, port: str) -> None:
    subject = f"Через {port}"
    send(account(servers, "smtp"), Letter(sender=LETTER.sender, to=LETTER.to, subject=subject, texts=LETTER.texts))
    with ImapConnection(account(servers, "imap", "maria")) as box:
        arrived(box, subject)
    with Pop3Connection(account(servers, port, "maria")) as box:
        count = box.count()
        found = [n for n in box.sizes() if read_letter(box.retrieve(n)).head.subject == subject]
        assert len(found) == 1
        box.delete(found[0])
    with Pop3Connection(account(servers, port, "maria")) as box:
        assert box.count() == count - 1


def test_flags_and_folders_of_imap(servers: RealServers) -> None:
    send(account(servers, "smtp"), Letter(sender=LETTER.sender, to=LETTER.to, subject="В папку", texts=LETTER.texts))
    with ImapConnection(account(servers, "imaps", "maria")) as box:
        arrived(box, "В папку")
        box.folders.create("Отчёты/2026")
        (uid,) = box.search({"subject": "В папку"})
        box.add_flags([uid], ["\\Flagged"])
        assert "\\Flagged" in box.fetch_flags([uid])[uid]
        box.move([uid], "Отчёты/2026")
        assert box.select("Отчёты/2026").messages == 1
        box.mark_deleted(box.uids())
        box.expunge()
        assert box.select("Отчёты/2026").messages == 0


@pytest.mark.parametrize(
    ("port", "kind"), [("smtp", SmtpConnection), ("imap", ImapConnection), ("pop3", Pop3Connection)]
)
def test_a_wrong_password_is_told(servers: RealServers, port: str, kind: type[SmtpConnection]) -> None:
    with pytest.raises(MailError) as caught:
        kind(account(servers, port, "nobody")).open()
    assert caught.value.step == "login"
    assert "wrong" not in str(caught.value)


def test_a_certificate_that_nobody_vouches_for_is_refused(servers: RealServers) -> None:
    endpoint = Endpoint("localhost", servers.ports["imaps"], "tls")
    unknown = ServerAccount(
        endpoint, Credentials("ivan", USERS["ivan"]), tls=TlsPolicy(ca_file=servers.other_certificate)
    )
    with pytest.raises(MailError) as caught:
        ImapConnection(unknown).open()
    assert caught.value.step == "tls"


def test_a_recipient_that_the_server_refuses_is_told(servers: RealServers) -> None:
    with SmtpConnection(account(servers, "smtp")) as connection:
        refused = connection.send(f"ivan@{DOMAIN}", [f"maria@{DOMAIN}", "x@example.com"], compose(LETTER))
    assert list(refused) == ["x@example.com"]
    assert refused["x@example.com"][0] == 550


SCRIPT = """
Письмо = Новый ИнтернетПочтовоеСообщение;
Письмо.Отправитель = "ivan@mail.test";
Письмо.Получатели.Добавить("maria@mail.test");
Письмо.Тема = "Из сценария";
Письмо.Тексты.Добавить("Привет");
Почта = Новый ИнтернетПочта;
Почта.Подключиться(Профиль);
Почта.Послать(Письмо);
Почта.Отключиться();
"""


class ScriptHost(Host):
    """A host whose account is on the servers, without TLS: their certificate is known to nobody."""

    def __init__(self, servers: RealServers) -> None:
        self.servers = servers

    def allows(self, what: str, detail: str) -> bool:
        return True

    def mail_account(self) -> Account:
        smtp, imap, pop3 = (
            Server("127.0.0.1", self.servers.ports[port], "ivan", USERS["ivan"], "none")
            for port in ("smtp", "imap", "pop3")
        )
        return Account(f"ivan@{DOMAIN}", smtp, imap, pop3)


def test_a_script_sends_through_the_account_of_its_host(servers: RealServers) -> None:
    Session(language="enterprise", host=ScriptHost(servers)).run(Source("письмо.1cs", SCRIPT))
    with ImapConnection(account(servers, "imaps", "maria")) as box:
        assert arrived(box, "Из сценария").text() == "Привет"
