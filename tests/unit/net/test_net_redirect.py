"""Where an answer sends the client to, and what goes with it."""

from __future__ import annotations

import pytest

from stdlib.net.http import HttpRequest, HttpResponse, HttpServer
from stdlib.net.redirect import redirected
from stdlib.net.tls import TlsSettings

SECURE = HttpServer(
    "bank.test", 443, TlsSettings(ca_file="ca.pem", certificate_file="me.pem", certificate_password="п")
)


def answer(location: str) -> HttpResponse:
    return HttpResponse(302, (("Location", location),))


def test_the_certificate_of_the_client_stays_with_its_server() -> None:
    found = redirected(SECURE, HttpRequest("GET", "/"), answer("https://other.test/"))
    assert found is not None
    assert found[0].tls == TlsSettings(ca_file="ca.pem")
    same = redirected(SECURE, HttpRequest("GET", "/"), answer("/вход"))
    assert same is not None
    assert same[0] is SECURE


@pytest.mark.parametrize(
    "other", ["http://shop.test:8080/", "http://other.test/", "//other.test/", "https://shop.test/"]
)
def test_secrets_stay_with_their_server(other: str) -> None:
    server = HttpServer("shop.test", 80, user="я", password="п")
    secrets = (("Authorization", "Bearer x"), ("COOKIE", "a=1"), ("Host", "shop.test"), ("X-Kept", "1"))
    found = redirected(server, HttpRequest("GET", "/", secrets), answer(other))
    assert found is not None
    assert found[1].headers == (("X-Kept", "1"),)
    assert (found[0].user, found[0].password) == ("", "")


@pytest.mark.parametrize("where", ["http://bank.test/", "file:///etc/passwd", "ftp://bank.test/", "https://[x/"])
def test_what_is_no_place_to_go_to(where: str) -> None:
    assert redirected(SECURE, HttpRequest("GET", "/"), answer(where)) is None
