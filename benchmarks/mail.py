"""Mail beside the usual Python clients: `python benchmarks/mail.py [--letters 1000] [--box 10000] [--rounds 3]`.

Letters go to a sink that takes everything, a process of its own on the loopback; letters come from Dovecot where it is
installed, else from the sandbox. The competitors take turns; the fastest of their rounds counts. What an attachment of
50 MB takes is the peak of a process of its own.
"""

from __future__ import annotations

import argparse
import asyncio
import imaplib
import smtplib
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import Any

from mail_memory import BIG, in_process, permitted, put_big

ROOT = Path(__file__).parent.parent
SMALL = 1300
TO_READ = 2000
SECONDS = 60
TEXT = "Добрый день!\nСчёт оплачен, товар готов к отгрузке.\n"
Competitor = tuple[str, Callable[[], int]]
Login = tuple[int, str, str]


class Sink(asyncio.Protocol):
    """Takes every letter at once; none is kept."""

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        self.rest = b""
        self.in_letter = False
        transport.write(b"220 sink\r\n")

    def data_received(self, data: bytes) -> None:
        data = self.rest + data
        if self.in_letter:
            # The end may have come in two pieces.
            self.rest = data[-5:]
            if not data.endswith(b"\r\n.\r\n"):
                return
            self.in_letter, self.rest = False, b""
            self.transport.write(b"250 taken\r\n")
            return
        lines = data.split(b"\r\n")
        self.rest = lines.pop()
        for line in lines:
            self.answer(line[:4].upper())

    def answer(self, verb: bytes) -> None:
        if verb == b"DATA":
            self.in_letter = True
            self.transport.write(b"354 go on\r\n")
        elif verb == b"EHLO":
            self.transport.write(b"250-sink\r\n250-SIZE 200000000\r\n250-PIPELINING\r\n250 8BITMIME\r\n")
        else:
            self.transport.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 ok\r\n")


async def sink() -> None:
    server = await asyncio.get_running_loop().create_server(Sink, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def sink_process() -> Iterator[int]:
    with subprocess.Popen([sys.executable, __file__, "--sink"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


# Sending.


def element_sends(port: int, count: int) -> int:
    from stdlib.element.mail.email import Email
    from stdlib.element.mail.smtp_client import smtp_client
    from stdlib.element.mail.smtp_connection_parameters import SmtpConnectionParameters

    letters = []
    for number in range(count):
        letter = Email("Магазин <shop@example.com>", "ivan@example.com", f"Заказ № {number}")
        letter.set_text_as_string(TEXT)
        letters.append(letter)
    from stdlib.element.collections.array import Array

    results = smtp_client().send(SmtpConnectionParameters("127.0.0.1", port), Array.of(letters))
    return sum(1 for result in results.items if not result.reason())


def enterprise_sends(port: int, count: int) -> int:
    from stdlib.enterprise.mail.internet_mail import InternetMail
    from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
    from stdlib.enterprise.mail.internet_mail_profile import InternetMailProfile

    profile = InternetMailProfile()
    profile.smtp_server_address, profile.smtp_port = "127.0.0.1", port
    mail = InternetMail()
    mail.logon(profile)
    sent = 0
    for number in range(count):
        message = InternetMailMessage()
        message.set_sender("shop@example.com")
        message.to.add("ivan@example.com")
        message.subject = f"Заказ № {number}"
        message.texts.add(TEXT)
        sent += not len(mail.send(message))
    mail.logoff()
    return sent


def python_message(number: int) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "shop@example.com", "ivan@example.com", f"Заказ № {number}"
    message.set_content(TEXT)
    return message


def smtplib_sends(port: int, count: int) -> int:
    with smtplib.SMTP("127.0.0.1", port, local_hostname="localhost", timeout=SECONDS) as client:
        return sum(1 for number in range(count) if not client.send_message(python_message(number)))


def aiosmtplib_sends(port: int, count: int) -> int:
    import aiosmtplib

    async def worker(numbers: Iterator[int]) -> int:
        async with aiosmtplib.SMTP(hostname="127.0.0.1", port=port, start_tls=False) as client:
            return sum([1 for number in numbers if await client.send_message(python_message(number))])

    async def all_together() -> int:
        numbers = iter(range(count))
        return sum(await asyncio.gather(*(worker(numbers) for _ in range(8))))

    return asyncio.run(all_together())


# Receiving.


def small_letter(number: int) -> bytes:
    """Of exactly 1,300 octets."""
    message = python_message(number)
    message.set_content(TEXT * 8)
    raw = message.as_bytes().replace(b"\n", b"\r\n")
    name = b"\r\nX-Filling: "
    filling = b"\r\n ".join([b"x" * 60] * 10)[: SMALL - len(raw) - len(name)]
    return raw.replace(b"\r\n\r\n", name + filling + b"\r\n\r\n", 1)


def box(stack: ExitStack) -> tuple[str, Login]:
    """Name of the server; its port, user and password."""
    sys.path.insert(0, str(ROOT / "tests"))
    from support.real_servers import USERS, NotInstalled, real_servers

    try:
        servers = stack.enter_context(real_servers())
    except NotInstalled:
        from sandbox.server import Sandbox

        running = stack.enter_context(Sandbox(tls=False))
        return "the sandbox", (running.imap[1], "ivan@example.com", "secret")
    user, password = next(iter(USERS.items()))
    return "Dovecot", (servers.ports["imap"], user, password)


def account(port: int, user: str, password: str) -> Any:
    from stdlib.mail.accounts import Credentials, Endpoint, ServerAccount

    return ServerAccount(Endpoint("127.0.0.1", port, "none"), Credentials(user, password))


def fill(port: int, user: str, password: str, count: int) -> None:
    raws = [small_letter(number) for number in range(10)]
    client = imaplib.IMAP4("127.0.0.1", port, timeout=SECONDS)
    client.login(user, password)
    client.create("box")
    for number in range(count):
        client.append("box", "", "", raws[number % 10])
    client.logout()


def transport_fetches(port: int, user: str, password: str) -> int:
    from stdlib.mail.imap import ImapConnection

    with ImapConnection(account(port, user, password)) as connection:
        connection.select("box", readonly=True)
        return sum(1 for letter in connection.fetch_messages(connection.search()) if letter.raw)


def element_fetches(port: int, user: str, password: str) -> int:
    from stdlib.element.mail.email_authentication import EmailAuthentication
    from stdlib.element.mail.imap_connection import ImapConnection
    from stdlib.element.mail.imap_connection_parameters import ImapConnectionParameters

    parameters = ImapConnectionParameters("127.0.0.1", port, EmailAuthentication(user, password))
    parameters.start_tls = False
    connection = ImapConnection(parameters)
    letters = connection.get_directory("box").get_emails().items
    connection.release()
    return len(letters)


def imaplib_fetches(port: int, user: str, password: str) -> int:
    client = imaplib.IMAP4("127.0.0.1", port, timeout=SECONDS)
    client.login(user, password)
    client.select("box", readonly=True)
    uids = client.uid("SEARCH", "ALL")[1][0].split()
    got = 0
    for start in range(0, len(uids), 500):
        portion = b",".join(uids[start : start + 500]).decode()
        got += sum(1 for item in client.uid("FETCH", portion, "(BODY.PEEK[])")[1] if isinstance(item, tuple))
    client.logout()
    return got


def imapclient_fetches(port: int, user: str, password: str) -> int:
    from imapclient import IMAPClient  # type: ignore[import-untyped]

    client = IMAPClient("127.0.0.1", port, ssl=False, timeout=SECONDS)
    client.login(user, password)
    client.select_folder("box", readonly=True)
    uids = client.search()
    got = sum(len(client.fetch(uids[start : start + 500], ["BODY.PEEK[]"])) for start in range(0, len(uids), 500))
    client.logout()
    return got


def transport_reads(port: int, user: str, password: str) -> int:
    from stdlib.mail.imap import ImapConnection
    from stdlib.mail.mime.read import read_letter

    with ImapConnection(account(port, user, password)) as connection:
        connection.select("box", readonly=True)
        found = connection.fetch_messages(connection.search()[:TO_READ])
        letters = [read_letter(letter.raw) for letter in found]
    return sum(1 for letter in letters if _is_whole(letter.head.subject, letter.text() or ""))


def imapclient_reads(port: int, user: str, password: str) -> int:
    from email import message_from_bytes
    from email.policy import default

    from imapclient import IMAPClient

    client = IMAPClient("127.0.0.1", port, ssl=False, timeout=SECONDS)
    client.login(user, password)
    client.select_folder("box", readonly=True)
    uids = client.search()[:TO_READ]
    letters = []
    for start in range(0, len(uids), 500):
        found = client.fetch(uids[start : start + 500], ["BODY.PEEK[]"]).values()
        letters += [message_from_bytes(each[b"BODY[]"], policy=default) for each in found]
    client.logout()
    return sum(1 for letter in letters if _is_whole(letter["Subject"], letter.get_content()))


def _is_whole(subject: str, text: str) -> bool:
    return subject.startswith("Заказ") and text.count("Счёт оплачен") == 8


# The race.


def race(title: str, count: int, rounds: int, competitors: list[Competitor]) -> None:
    print(title, flush=True)
    best: dict[str, float] = {}
    spent: dict[str, float] = {}
    for _ in range(rounds):
        for name, action in competitors:
            began, used = time.perf_counter(), time.process_time()
            done = action()
            seconds, used = time.perf_counter() - began, time.process_time() - used
            assert done == count, f"{name}: {done} of {count}"
            best[name] = min(best.get(name, seconds), seconds)
            spent[name] = min(spent.get(name, used), used)
    for name, seconds in best.items():
        print(f"  {name:45} {count / seconds:8,.0f} letters/s {spent[name] / count * 1e6:6,.0f} us of CPU", flush=True)


def main(letters: int, size_of_box: int, rounds: int) -> None:
    with ExitStack() as stack:
        stack.enter_context(permitted())
        port = stack.enter_context(sink_process())
        senders = [element_sends, aiosmtplib_sends, enterprise_sends, smtplib_sends]
        names = ["1cs, КлиентSmtp (8 connections)", "aiosmtplib.send_message (8 connections)"]
        names += ["1cs, ИнтернетПочта (1 connection)", "smtplib.send_message (1 connection)"]
        sending: list[Competitor] = [
            (name, partial(sender, port, letters)) for name, sender in zip(names, senders, strict=True)
        ]
        race(f"{letters} small letters sent, composing included", letters, rounds, sending)
        server, login = box(stack)
        fill(*login, size_of_box)
        # The first to ask waits while the server learns the sizes of its letters.
        transport_fetches(*login)
        fetchers = [transport_fetches, imaplib_fetches, imapclient_fetches, element_fetches]
        names = ["1cs, transport", "imaplib, 500 at once", "imapclient, 500 at once", "1cs, ПисьмоВСоединенииImap"]
        receiving: list[Competitor] = [
            (name, partial(fetcher, *login)) for name, fetcher in zip(names, fetchers, strict=True)
        ]
        size = len(small_letter(1))
        race(f"{size_of_box} letters of {size} bytes fetched from {server}", size_of_box, rounds, receiving)
        reading: list[Competitor] = [
            ("1cs, transport and mime.read", partial(transport_reads, *login)),
            ("imapclient and email, 500 at once", partial(imapclient_reads, *login)),
        ]
        count = min(TO_READ, size_of_box)
        race(f"{count} of them fetched and read: subject and text", count, rounds, reading)
        put_big(*login)
        _, bare = in_process("--bare")
        print(f"an attachment of {BIG} MB; the process takes {bare:.0f} MB without it")
        for name, arguments in (("sent", ["--send-big", str(port)]), ("fetched", ["--fetch-big", *map(str, login)])):
            seconds, peak = in_process(*arguments)
            print(
                f"  {name:8} in {seconds:.2f} s, peak {peak:.0f} MB = {(peak - bare) / BIG:.1f} x its size more",
                flush=True,
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--box", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sink", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.sink:
        asyncio.run(sink())
    else:
        main(chosen.letters, chosen.box, chosen.rounds)
