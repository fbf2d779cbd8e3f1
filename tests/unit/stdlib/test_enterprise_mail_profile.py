"""Профиль: the host's account as a profile."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from runtime.host import Host, using
from stdlib.enterprise.mail.default_profile import default_profile
from stdlib.enterprise.mail.delivery.profile_accounts import imap_account, pop3_account, smtp_account


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
