"""Our mail against Dovecot with Exim and with Postfix: every protocol, every protection, every way to log in.

Everything that may be Cyrillic is: the password, names, subjects, folders, files, and with SMTPUTF8 an address.
"""

from __future__ import annotations

import imaplib
import os
import poplib
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from stdlib.mail.accounts import Credentials, Endpoint, ServerAccount, TlsPolicy
from stdlib.mail.errors import MailError
from stdlib.mail.imap import ImapConnection
from stdlib.mail.mime.addresses import Address
from stdlib.mail.mime.compose import compose
from stdlib.mail.mime.letter import Attachment, Letter, TextPart
from stdlib.mail.mime.read import read_letter
from stdlib.mail.pop3 import Pop3Connection
from stdlib.mail.smtp import SmtpConnection
from support.real_servers import DOMAIN, USERS, real_servers
from support.servers.tokens import token_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stdlib.mail.accounts import Mechanism, Security
    from stdlib.mail.mime.read import ParsedLetter
    from support.real_servers import RealServers

pytestmark = pytest.mark.servers

ADDRESS = f"anna@{DOMAIN}"
CYRILLIC_ADDRESS = f"анна@{DOMAIN}"
FOLDER = "Отчёты & прочее/За ноябрь «2026»"
FILES = (
    Attachment("Очень длинное имя файла с отчётом о продажах за ноябрь 2026 года № 5.csv", bytes(range(256)) * 50),
    Attachment("пустой.txt", b""),
    Attachment("ёлка 🎄.bin", b"\r\n.\r\n"),
)
with_security = pytest.mark.parametrize("security", ["none", "starttls", "tls"])


@pytest.fixture(scope="module", params=["exim", "postfix"])
def servers(request: pytest.FixtureRequest) -> Iterator[RealServers]:
    if request.param == "postfix" and os.getuid() != 0:
        pytest.skip("Postfix starts only as root")
    with real_servers(request.param) as running:
        yield running


def account(
    servers: RealServers, protocol: str, security: Security, mechanism: Mechanism = "auto", password: str = ""
) -> ServerAccount:
    port = servers.ports[protocol + "s" * (security == "tls")]
    credentials = Credentials("anna", password or USERS["anna"], mechanism)
    tls = TlsPolicy(ca_file=servers.certificate)
    return ServerAccount(Endpoint("localhost", port, security), credentials, tls=tls)


def letter_about(subject: str, *files: Attachment, to: str = ADDRESS) -> Letter:
    text = TextPart("Добрый день!\n.\n..\nFrom строки с точками — «ёжик», №, €, 🎄\n")
    sender, recipient = Address("Анна Ёлкина", ADDRESS), Address("Получатель, он же Анна", to)
    return Letter(sender=sender, to=(recipient,), subject=subject, texts=(text,), attachments=files)


def send(account: ServerAccount, letter: Letter) -> None:
    with SmtpConnection(account) as connection:
        assert not connection.send(ADDRESS, letter.recipients(), compose(letter))


def arrived(servers: RealServers, subject: str) -> ParsedLetter:
    """The letter, which is then deleted; both deliver a moment after they said yes."""
    with ImapConnection(account(servers, "imap", "tls")) as box:
        for _ in range(100):
            box.select()
            for message in box.fetch_messages(box.uids()):
                letter = read_letter(message.raw)
                if letter.head.subject == subject:
                    box.mark_deleted([message.uid])
                    box.expunge()
                    return letter
            time.sleep(0.1)
    raise AssertionError(f"{subject!r} did not arrive")


@with_security
@pytest.mark.parametrize("mechanism", ["auto", "plain", "login", "cram-md5"])
def test_a_letter_is_sent(servers: RealServers, security: Security, mechanism: Mechanism) -> None:
    sent = letter_about(f"Счёт «{mechanism}» – {security}", *FILES)
    send(account(servers, "smtp", security, mechanism), sent)
    letter = arrived(servers, sent.subject)
    assert letter.head.sender == sent.sender
    assert letter.head.to == sent.to
    assert letter.text() == sent.texts[0].text
    assert [(file.name, file.data) for file in letter.attachments] == [(file.name, file.data) for file in FILES]


@with_security
@pytest.mark.parametrize("mechanism", ["auto", "plain", "cram-md5"])
def test_a_letter_is_put_moved_found_and_read_by_imap(
    servers: RealServers, security: Security, mechanism: Mechanism
) -> None:
    sent = letter_about("Отчёт за НОЯБРЬ", *FILES)
    with ImapConnection(account(servers, "imap", security, mechanism)) as box:
        box.folders.create(FOLDER)
        raw = compose(sent)
        uid = box.append("INBOX", raw, ["\\Seen"])
        assert uid is not None
        box.select()
        assert box.search({"subject": "отчёт за ноябрь"}) == [uid]
        assert box.search({"subject": "отчёт за декабрь"}) == []
        box.move([uid], FOLDER)
        assert box.uids() == []
        assert FOLDER in [folder.name for folder in box.folders.all()]
        assert box.select(FOLDER).messages == 1
        (message,) = box.fetch_messages(box.uids())
        assert message.raw == raw
        assert set(message.flags) - {"\\Recent"} == {"\\Seen"}
        box.select()
        box.folders.delete(FOLDER)
        assert FOLDER not in [folder.name for folder in box.folders.all()]


def pop3_greeting(servers: RealServers) -> str:
    client = poplib.POP3("127.0.0.1", servers.ports["pop3"], timeout=20)
    client.quit()
    return client.getwelcome().decode("ascii")


@with_security
@pytest.mark.parametrize("mechanism", ["auto", "plain", "cram-md5", "apop"])
def test_a_letter_is_read_and_deleted_by_pop3(servers: RealServers, security: Security, mechanism: Mechanism) -> None:
    if mechanism == "apop" and "<" not in pop3_greeting(servers):
        pytest.skip("this Dovecot is not set up for APOP")
    sent = letter_about("Забрать по POP3", *FILES)
    with ImapConnection(account(servers, "imap", "tls")) as box:
        box.append("INBOX", compose(sent))
    with Pop3Connection(account(servers, "pop3", security, mechanism)) as box:
        assert box.count() == 1
        letter = read_letter(box.retrieve(1))
        box.delete(1)
    assert (letter.head.subject, letter.text()) == (sent.subject, sent.texts[0].text)
    assert [(file.name, file.data) for file in letter.attachments] == [(file.name, file.data) for file in FILES]
    with Pop3Connection(account(servers, "pop3", security, mechanism)) as box:
        assert box.count() == 0


@with_security
def test_a_cyrillic_address_goes_where_smtputf8_is_offered(servers: RealServers, security: Security) -> None:
    sent = letter_about(f"На адрес кириллицей – {security}", to=CYRILLIC_ADDRESS)
    with SmtpConnection(account(servers, "smtp", security)) as connection:
        assert not connection.send(CYRILLIC_ADDRESS, [CYRILLIC_ADDRESS], compose(sent), smtputf8=True)
    assert arrived(servers, sent.subject).head.to == (Address("Получатель, он же Анна", CYRILLIC_ADDRESS),)


def test_many_letters_go_over_one_connection(servers: RealServers) -> None:
    with SmtpConnection(account(servers, "smtp", "starttls")) as connection:
        for number in range(20):
            assert not connection.send(ADDRESS, [ADDRESS], compose(letter_about(f"Рассылка {number}")))
    assert all(arrived(servers, f"Рассылка {number}") for number in range(20))


def test_a_letter_of_megabytes_comes_whole(servers: RealServers) -> None:
    data = bytes(range(256)) * 4096 * 5
    send(account(servers, "smtp", "tls"), letter_about("Большое", Attachment("Архив за год.zip", data)))
    (file,) = arrived(servers, "Большое").attachments
    assert file.name == "Архив за год.zip"
    assert file.data == data


@with_security
@pytest.mark.parametrize(
    ("protocol", "kind"), [("smtp", SmtpConnection), ("imap", ImapConnection), ("pop3", Pop3Connection)]
)
def test_a_wrong_cyrillic_password_is_told_and_not_shown(
    servers: RealServers, security: Security, protocol: str, kind: type[SmtpConnection]
) -> None:
    with pytest.raises(MailError) as caught:
        kind(account(servers, protocol, security, password="Чужой пароль")).open()
    assert caught.value.step == "login"
    assert "Чужой" not in str(caught.value)


def test_one_recipient_of_two_is_refused(servers: RealServers) -> None:
    with SmtpConnection(account(servers, "smtp", "starttls")) as connection:
        refused = connection.send(ADDRESS, [ADDRESS, f"никого@{DOMAIN}"], compose(letter_about("Одному из двух")))
    assert list(refused) == [f"никого@{DOMAIN}"]
    assert refused[f"никого@{DOMAIN}"][0] == 550
    assert arrived(servers, "Одному из двух")


# Exim asks nobody about tokens.
TAKE_TOKENS = [("imap", ImapConnection), ("pop3", Pop3Connection), ("smtp", SmtpConnection)]
TOKENS = {
    "right": (token_of("anna"), True),
    "of another": (token_of("ivan"), False),
    "run out": (token_of("anna", -60), False),
    "signed by another": (token_of("anna", key=b"another key"), False),
}


@with_security
@pytest.mark.parametrize(("protocol", "kind"), TAKE_TOKENS)
@pytest.mark.parametrize(("token", "is_right"), TOKENS.values(), ids=TOKENS.keys())
def test_a_token_stands_for_the_password(
    servers: RealServers, security: Security, protocol: str, kind: type[SmtpConnection], token: str, is_right: bool
) -> None:
    with imaplib.IMAP4("127.0.0.1", servers.ports["imap"], timeout=20) as client:
        offered = client.capabilities
    if "AUTH=XOAUTH2" not in offered or (protocol == "smtp" and servers.sender == "exim"):
        pytest.skip("this server takes no tokens")
    known = account(servers, protocol, security)
    connection = kind(replace(known, credentials=Credentials("anna", "", "xoauth2", token)))
    if is_right:
        connection.open()
        connection.close()
        return
    with pytest.raises(MailError) as caught:
        connection.open()
    assert caught.value.step == "login"
    assert token not in str(caught.value)
