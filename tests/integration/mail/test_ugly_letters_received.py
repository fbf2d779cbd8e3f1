"""Ugly letters come out of a mailbox by IMAP and POP3 without an exception, headers and whole ones alike."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from runtime.host import Host, using
from sandbox.server import Sandbox
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.mail.internet_mail import InternetMail
from stdlib.enterprise.mail.internet_mail_message_parse_status import InternetMailMessageParseStatus as Status
from stdlib.enterprise.mail.internet_mail_profile import InternetMailProfile
from stdlib.enterprise.mail.internet_mail_protocol import InternetMailProtocol
from stdlib.mail.accounts import Credentials, Endpoint, ServerAccount
from stdlib.mail.imap import ImapConnection
from support.ugly_letters import UGLY_LETTERS

_USER = "ivan@mail.test"
# What a server may change: zero characters, and lines that do not end as they should.
_STORABLE = {
    name: ugly
    for name, ugly in UGLY_LETTERS.items()
    if b"\0" not in ugly.raw and ugly.raw.count(b"\n") == ugly.raw.count(b"\r\n") == ugly.raw.count(b"\r")
}


class _Permitting(Host):
    def allows(self, what: str, detail: str) -> bool:
        return True


@pytest.fixture(scope="module")
def filled() -> Iterator[InternetMailProfile]:
    with Sandbox() as sandbox, using(_Permitting()):
        credentials = Credentials(_USER, "secret")
        account = ServerAccount(Endpoint("127.0.0.1", sandbox.imap[1], "none"), credentials, clear_text_login=True)
        box = ImapConnection(account)
        box.open()
        for ugly in _STORABLE.values():
            box.append("INBOX", ugly.raw)
        box.close()
        made = InternetMailProfile()
        made.imap_server_address = made.pop3_server_address = "127.0.0.1"
        made.imap_port, made.pop3_port = sandbox.imap[1], sandbox.pop3[1]
        made.user = made.imap_user = _USER
        made.password = made.imap_password = "secret"
        made.allow_clear_text_password, made.verify_certificate = True, False
        yield made


@pytest.mark.parametrize("protocol", [InternetMailProtocol.imap, InternetMailProtocol.pop3], ids=["imap", "pop3"])
def test_ugly_letters_are_received(filled: InternetMailProfile, protocol: InternetMailProtocol) -> None:
    mail = InternetMail()
    mail.logon(filled, protocol)
    wanted = list(_STORABLE.values())
    headers = list(mail.get_headers())
    told = [each.subject for each in headers]
    letters = list(mail.get(False, Array.of(headers)))
    mail.logoff()
    assert len(letters) == len(wanted)
    for subject, letter, ugly in zip(told, letters, wanted, strict=True):
        assert letter.subject == ugly.subject
        # To a server the header ends where the first line is empty; and what else is in the letter helps to guess.
        if ugly.raw.isascii() and not ugly.raw.startswith(b"\r\n"):
            assert subject == ugly.subject
        assert letter.parse_status is (Status.errors_not_detected if ugly.sound else Status.errors_detected)
