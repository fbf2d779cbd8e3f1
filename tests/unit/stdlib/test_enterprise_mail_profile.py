"""Профиль: the host's account as a profile."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from runtime.host import Host, using
from stdlib.enterprise.mail.default_profile import default_profile
from stdlib.enterprise.mail.delivery.profile_accounts import imap_account, pop3_account, smtp_account
from stdlib.enterprise.mail.internet_mail_profile import InternetMailProfile


@dataclass(frozen=True)
class Server:
    host: str
    port: int
    user: str = "ivan@example.com"
    password: str = "тайна"
    security: str = "tls"


@dataclass(frozen=True)
class Account:
    sender: str = "ivan@example.com"
    smtp: Server = Server("smtp.example.com", 465)
    imap: Server = Server("imap.example.com", 993)
    pop3: Server = Server("pop.example.com", 995)
    verify: bool = True
    ca_file: str = ""


@dataclass
class WithAccount(Host):
    account: Account = field(default_factory=Account)

    def allows(self, what: str, detail: str) -> bool:
        return True

    def mail_account(self) -> Account:
        return self.account


def test_passwords_are_not_shown_but_used() -> None:
    with using(WithAccount()):
        profile = default_profile()
        assert (profile.smtp_password, profile.password, profile.imap_password) == ("", "", "")
        for account in (smtp_account(profile), pop3_account(profile), imap_account(profile)):
            assert account.credentials.password == "тайна"


@pytest.mark.parametrize("change", [{"smtp_server_address": "smtp.evil.example"}, {"smtp_port": 2525}])
def test_another_server_does_not_get_the_password(change: dict[str, object]) -> None:
    with using(WithAccount()):
        profile = default_profile()
        for name, value in change.items():
            setattr(profile, name, value)
        assert smtp_account(profile).credentials.password == ""


def test_an_assigned_password_replaces_the_kept_one() -> None:
    with using(WithAccount()):
        profile = default_profile()
        profile.smtp_password = "другая"
        assert smtp_account(profile).credentials.password == "другая"


@pytest.mark.parametrize(("ssl", "ports"), [(False, (25, 110, 143)), (True, (465, 995, 993))])
def test_port_zero_is_the_usual_one(ssl: bool, ports: tuple[int, int, int]) -> None:
    with using(WithAccount()):
        profile = InternetMailProfile()
        profile.smtp_server_address = profile.pop3_server_address = profile.imap_server_address = "mail.example.com"
        profile.smtp_use_ssl = profile.pop3_use_ssl = ssl
        profile.set_imap_use_ssl(ssl)
        profile.imap_port = 0
        accounts = (smtp_account(profile), pop3_account(profile), imap_account(profile))
        assert tuple(account.endpoint.port for account in accounts) == ports
        assert {account.endpoint.security for account in accounts} == {"tls" if ssl else "starttls-if-offered"}
        assert {account.timeouts.connect for account in accounts} == {30}
