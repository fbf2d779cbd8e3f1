"""What a big attachment takes: the peak of a process of its own, for mail.py."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

MEGABYTE = 1 << 20
BIG = 50


@contextmanager
def permitted() -> Iterator[None]:
    from runtime.host import Host, using

    class Permitting(Host):
        def allows(self, what: str, detail: str) -> bool:
            return True

    with using(Permitting()):
        yield


def put_big(port: int, user: str, password: str) -> None:
    from stdlib.mail.accounts import Credentials, Endpoint, ServerAccount
    from stdlib.mail.imap import ImapConnection
    from stdlib.mail.mime.compose import compose
    from stdlib.mail.mime.letter import Attachment, Letter

    raw = compose(Letter(attachments=(Attachment("архив.zip", os.urandom(BIG * MEGABYTE)),)))
    with ImapConnection(ServerAccount(Endpoint("127.0.0.1", port, "none"), Credentials(user, password))) as connection:
        connection.folders.create("big")
        connection.append("big", raw)


def in_process(*arguments: str) -> tuple[float, float]:
    """Seconds and the peak of memory in megabytes."""
    done = subprocess.run([sys.executable, __file__, *arguments], stdout=subprocess.PIPE, text=True, check=True)
    seconds, peak = done.stdout.split()[-2:]
    return float(seconds), float(peak)


def load() -> None:
    import stdlib.element.mail.imap_connection
    import stdlib.element.mail.smtp_client
    import stdlib.mail.imap
    import stdlib.mail.mime.compose
    import stdlib.mail.mime.read
    import stdlib.mail.smtp_session  # noqa: F401


def send_big(port: int) -> None:
    from stdlib.element.mail.email import Email
    from stdlib.element.mail.smtp_client import smtp_client
    from stdlib.element.mail.smtp_connection_parameters import SmtpConnectionParameters

    letter = Email("shop@example.com", "ivan@example.com", "Архив")
    letter.add_attachment(os.urandom(BIG * MEGABYTE), "архив.zip")
    (result,) = smtp_client().send(SmtpConnectionParameters("127.0.0.1", port), letter).items
    assert not result.reason(), result.reason()


def fetch_big(port: int, user: str, password: str) -> None:
    from stdlib.element.mail.email_authentication import EmailAuthentication
    from stdlib.element.mail.imap_connection import ImapConnection
    from stdlib.element.mail.imap_connection_parameters import ImapConnectionParameters

    parameters = ImapConnectionParameters("127.0.0.1", port, EmailAuthentication(user, password))
    parameters.start_tls = False
    connection = ImapConnection(parameters)
    (found,) = connection.get_directory("big").get_emails().items
    (file,) = found.email().attachments
    assert len(file.data) == BIG * MEGABYTE
    connection.release()


def measured(action: Callable[..., None], *arguments: Any) -> None:
    with permitted():
        began = time.perf_counter()
        action(*arguments)
        seconds = time.perf_counter() - began
    # Not ru_maxrss, which begins with what the parent had.
    lines = Path("/proc/self/status").read_text().splitlines()
    print(seconds, next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--send-big", to]:
            measured(send_big, int(to))
        case ["--fetch-big", at, name, secret]:
            measured(fetch_big, int(at), name, secret)
        case _:
            measured(load)
