"""Which hosts are reached by way of a proxy."""

from __future__ import annotations

import pytest

from stdlib.net.proxy import ProxyServer, ProxySettings, system_proxy

PROXY = ProxyServer("proxy", 3128)


DIRECT = ("mail.example.com", "10.1.2.3", "server", "::1", "localhost", "EXAMPLE.com.example.com")


@pytest.mark.parametrize("host", [*DIRECT, "1c.ru", "EXAMPLE.com"])
def test_masks_and_local_names(host: str) -> None:
    settings = ProxySettings({"http": PROXY}, ("*.Example.com", "10.*"), bypass_local=True)
    assert settings.server_for("http", host) == (None if host in DIRECT else PROXY)


def test_only_the_protocol_that_was_set() -> None:
    assert ProxySettings({"http": PROXY}).server_for("https", "1c.ru") is None
    assert ProxySettings({"http": PROXY}).server_for("http", "localhost") == PROXY


@pytest.mark.parametrize(
    ("variable", "expected"),
    [
        ("http://мария:%D1%81@proxy.ru:3128", ProxyServer("proxy.ru", 3128, "мария", "с")),
        ("proxy.ru", ProxyServer("proxy.ru", 80)),
        ("socks5://proxy.ru:1080", None),
        ("http://[", None),
        ("http://proxy.ru:port", None),
        ("", None),
    ],
    ids=["со входом", "одно имя", "SOCKS", "мусор", "не порт", "пусто"],
)
def test_the_proxy_of_the_system(monkeypatch: pytest.MonkeyPatch, variable: str, expected: ProxyServer | None) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", variable)
    assert system_proxy("http", "1c.ru") == expected
    assert system_proxy("http", "127.0.0.1") is None


def test_a_password_is_not_in_the_repr() -> None:
    assert "тайна" not in repr(ProxyServer("proxy", 80, "user", "тайна"))
