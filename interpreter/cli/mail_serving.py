"""`1cs mail serve` and `1cs mail page`: the built-in mail server and its page, until Ctrl-C."""

from __future__ import annotations

import errno
import signal
import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from interpreter.cli.accounts import mail_folder
from interpreter.cli.release import release_account
from interpreter.cli.sandbox_account import NO_TLS_HINT, SENDER, trusted_certificate
from sandbox.account_file import AccountFileError
from sandbox.api import SandboxApi
from sandbox.listening import refuse_remote
from sandbox.server import Sandbox
from sandbox.web.page import Page
from sandbox.web.service_api import Surroundings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

_REMOTE = (
    "Адрес {} виден другим машинам: всякий, кто до него дотянется, прочтёт письма (без --accounts — с любым паролем). "
    "Если это и нужно, добавьте --allow-remote"
)


def serve(options: Namespace) -> int:
    """Run the mail server and its page, for other programs to write to."""
    if not (options.allow_remote or _is_local(options.host)):
        print(_REMOTE.format(options.host), file=sys.stderr)
        return 2
    with ExitStack() as running:
        try:
            sandbox = running.enter_context(
                Sandbox(
                    mail_folder(),
                    host=options.host,
                    allow_remote=options.allow_remote,
                    smtp_port=options.smtp_port,
                    imap_port=options.imap_port,
                    pop3_port=options.pop3_port,
                    smtps_port=options.smtps_port,
                    imaps_port=options.imaps_port,
                    pop3s_port=options.pop3s_port,
                    starttls=options.starttls,
                    accounts=options.accounts,
                    keep_arrivals=False,
                )
            )
            certificate = trusted_certificate(sandbox)
            page = running.enter_context(
                Page(
                    sandbox.api, _surroundings(options, _places(sandbox), not options.accounts), port=options.page_port
                )
            )
        except AccountFileError as error:
            print(error, file=sys.stderr)
            return 2
        except OSError as error:
            print(_refused_port(error), file=sys.stderr)
            return 2
        with _ended_from_outside():
            print("\n".join(_what_runs(sandbox, page.url, options, certificate)), flush=True)
            sandbox.wait()
    return 0


def page(options: Namespace) -> int:
    """Show the letters in a browser: by the page that runs already, else by one that runs from now on."""
    url = f"http://127.0.0.1:{options.page_port}/"
    running = _running_page(url) if options.page_port else None
    if running is not None:
        if running.get("release") and not options.release:
            print(f"Страница уже работает, и отправлять письма с неё можно: {url}", file=sys.stderr)
            return 2
        print(f"Страница: {url}")
        return _shown(url, options.browser)
    with SandboxApi.open(mail_folder()) as api:
        try:
            opened = Page(api, _surroundings(options, {}), port=options.page_port).start()
        except OSError as error:
            print(_refused_port(error), file=sys.stderr)
            return 2
        try:
            with _ended_from_outside():
                print(f"Страница: {opened.url}\nОстановить: Ctrl-C", flush=True)
                _shown(opened.url, options.browser)
                opened.wait()
        finally:
            opened.stop()
    return 0


def _is_local(host: str) -> bool:
    try:
        refuse_remote(host)
    except ValueError:
        return False
    return True


@contextmanager
def _ended_from_outside() -> Iterator[None]:
    """Ctrl-C, and what `kill`, Docker and systemd say, end it in good order."""

    def leave(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    except KeyboardInterrupt:
        print()
    finally:
        signal.signal(signal.SIGTERM, before)


def _shown(url: str, with_browser: bool) -> int:
    if with_browser:
        import webbrowser

        webbrowser.open(url)
    return 0


def _running_page(url: str) -> dict[str, Any] | None:
    """What a page of 1cs over the same letters that answers there tells of itself."""
    import json
    from urllib.request import ProxyHandler, build_opener

    try:
        # Proxies of the environment know nothing of this machine's loopback.
        with build_opener(ProxyHandler({})).open(f"{url}api/about", timeout=1) as answer:
            about = json.load(answer)
    except (OSError, ValueError):
        return None
    is_ours = isinstance(about, dict) and about.get("server") == "1cs" and about.get("folder") == mail_folder()
    return about if is_ours else None


def _surroundings(options: Namespace, places: dict[str, str], any_password: bool = True) -> Surroundings:
    sender, release = release_account() if options.release else ("", None)
    return Surroundings(places, sender, release, mail_folder(), any_password)


def _places(sandbox: Sandbox) -> dict[str, str]:
    addresses = {"SMTP": sandbox.smtp, "IMAP": sandbox.imap, "POP3": sandbox.pop3}
    if sandbox.has_tls:
        addresses |= {"SMTPS": sandbox.smtps, "IMAPS": sandbox.imaps, "POP3S": sandbox.pop3s}
    return {name: f"{host}:{port}" for name, (host, port) in addresses.items()}


def _what_runs(sandbox: Sandbox, url: str, options: Namespace, certificate: str) -> Iterator[str]:
    yield "Почтовый сервер работает; остановить: Ctrl-C"
    yield f"  Страница {url}"
    for name, place in _places(sandbox).items():
        yield f"  {name:<8} {place}"
    if options.accounts:
        yield f"Пользователи и пароли: {options.accounts}"
    else:
        yield f"Пользователь: любой адрес, например {SENDER}; пароль: любой."
    if certificate:
        yield f"Сертификат для SMTPS, IMAPS и POP3S: {certificate}"
    else:
        yield f"TLS нет: нечем сделать сертификат. {NO_TLS_HINT}"
    yield f"Письма лежат в {mail_folder()}; посмотреть: 1cs mail или 1cs mail page"


def _refused_port(error: OSError) -> str:
    reasons = {errno.EADDRINUSE: "занят", errno.EACCES: "нет прав его открыть"}
    place = error.filename or "порт"
    told = f"Порт недоступен: {place} ({reasons.get(error.errno or 0, error.strerror)})"
    if error.errno == errno.EADDRINUSE:
        told += "\n    Возможно, 1cs mail serve уже работает. Другие порты: --smtp-port, --page-port…; 0 — любой"
    return told
