"""A file of many megabytes sent or fetched as scripts do it: `big_letters.py WAY PORT SMALL_BOX BOX MEGABYTES`.

Prints how far the peak of the process's memory rose above what the same with a small letter had needed, as a multiple
of the file's size. The small letter goes to, or lies in, a box of its own.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stdlib.enterprise.mail.internet_mail_profile import InternetMailProfile

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from runtime.host import Host, using  # noqa: E402

PASSWORD = "secret"
MEGABYTE = 1 << 20
SMALL = 1000


class Permitting(Host):
    """Lets a script do what it likes."""

    def allows(self, what: str, detail: str) -> bool:
        return True


def element_smtp(port: int, box: str, size: int) -> None:
    from stdlib.element.mail.email import Email
    from stdlib.element.mail.smtp_client import smtp_client
    from stdlib.element.mail.smtp_connection_parameters import SmtpConnectionParameters

    letter = Email("shop@example.com", box, "Архив")
    letter.add_attachment(os.urandom(size), "архив.zip")
    (result,) = smtp_client().send(SmtpConnectionParameters("127.0.0.1", port), letter).items
    assert not result.reason(), result.reason()


def element_imap(port: int, box: str, size: int) -> None:
    from stdlib.element.mail.email_authentication import EmailAuthentication
    from stdlib.element.mail.imap_connection import ImapConnection
    from stdlib.element.mail.imap_connection_parameters import ImapConnectionParameters

    parameters = ImapConnectionParameters("127.0.0.1", port, EmailAuthentication(box, PASSWORD))
    parameters.start_tls = False
    connection = ImapConnection(parameters)
    (letter,) = connection.get_directory("INBOX").get_emails().items
    assert [file.size() for file in letter.email().attachments] == [size]
    connection.release()


def element_pop3(port: int, box: str, size: int) -> None:
    from stdlib.element.mail.email_authentication import EmailAuthentication
    from stdlib.element.mail.pop3_connection import Pop3Connection
    from stdlib.element.mail.pop3_connection_parameters import Pop3ConnectionParameters

    parameters = Pop3ConnectionParameters("127.0.0.1", port, EmailAuthentication(box, PASSWORD))
    parameters.start_tls = False
    connection = Pop3Connection(parameters)
    (letter,) = connection.get_emails().items
    assert [file.size() for file in letter.email().attachments] == [size]
    connection.release()


def enterprise_smtp(port: int, box: str, size: int) -> None:
    from stdlib.enterprise.mail.internet_mail_profile import InternetMailProfile

    profile = InternetMailProfile()
    profile.smtp_server_address, profile.smtp_port = "127.0.0.1", port
    _enterprise_sends(profile, box, size)


def enterprise_append(port: int, box: str, size: int) -> None:
    _enterprise_sends(_imap_profile(port, box), box, size, append=True)


def enterprise_imap(port: int, box: str, size: int) -> None:
    _enterprise_fetches(_imap_profile(port, box), size, imap=True)


def enterprise_pop3(port: int, box: str, size: int) -> None:
    from stdlib.enterprise.mail.internet_mail_profile import InternetMailProfile

    profile = InternetMailProfile()
    profile.pop3_server_address, profile.pop3_port = "127.0.0.1", port
    profile.user, profile.password = box, PASSWORD
    _enterprise_fetches(profile, size, imap=False)


def _imap_profile(port: int, box: str) -> InternetMailProfile:
    from stdlib.enterprise.mail.internet_mail_profile import InternetMailProfile

    profile = InternetMailProfile()
    profile.imap_server_address, profile.imap_port = "127.0.0.1", port
    profile.imap_user, profile.imap_password = box, PASSWORD
    return profile


def _enterprise_sends(profile: InternetMailProfile, box: str, size: int, *, append: bool = False) -> None:
    from stdlib.enterprise.binary.binary_data import BinaryData
    from stdlib.enterprise.mail.internet_mail import InternetMail
    from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
    from stdlib.enterprise.mail.internet_mail_protocol import InternetMailProtocol
    from stdlib.enterprise.mail.internet_mail_text_processing import InternetMailTextProcessing

    protocol = InternetMailProtocol.imap if append else InternetMailProtocol.smtp
    mail = InternetMail()
    mail.logon(profile, InternetMailProtocol.imap)
    message = InternetMailMessage()
    message.set_sender("shop@example.com")
    message.to.add(box)
    message.texts.add("Архив")
    message.attachments.add(BinaryData(os.urandom(size)), "архив.zip")
    assert not len(mail.send(message, InternetMailTextProcessing.process, protocol))
    mail.logoff()


def _enterprise_fetches(profile: InternetMailProfile, size: int, *, imap: bool) -> None:
    from stdlib.enterprise.mail.internet_mail import InternetMail
    from stdlib.enterprise.mail.internet_mail_protocol import InternetMailProtocol

    mail = InternetMail()
    mail.logon(profile, InternetMailProtocol.imap if imap else InternetMailProtocol.pop3)
    (letter,) = mail.get(False)
    assert [file.data.size() for file in letter.attachments] == [size]
    mail.logoff()


WAYS: dict[str, Callable[[int, str, int], None]] = {
    "element smtp": element_smtp,
    "element imap": element_imap,
    "element pop3": element_pop3,
    "enterprise smtp": enterprise_smtp,
    "enterprise append": enterprise_append,
    "enterprise imap": enterprise_imap,
    "enterprise pop3": enterprise_pop3,
}


def peak() -> int:
    """Octets of the highest watermark of this process; ru_maxrss would begin with what the parent had."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def main(way: str, port: int, small_box: str, box: str, megabytes: int) -> None:
    with using(Permitting()):
        WAYS[way](port, small_box, SMALL)
        before = peak()
        WAYS[way](port, box, megabytes * MEGABYTE)
        print((peak() - before) / (megabytes * MEGABYTE))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4], int(sys.argv[5]))
