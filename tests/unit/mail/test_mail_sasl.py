"""One mechanism is chosen, and no readable password leaves the machine unencrypted."""

from __future__ import annotations

import pytest

from stdlib.mail.accounts import Credentials, Endpoint, Mechanism, ServerAccount
from stdlib.mail.errors import MailError
from stdlib.mail.sasl import check_credentials, choose_mechanism, cram_md5_response, plain_response, xoauth2_response


def account(mechanism: Mechanism = "auto", host: str = "mail.test", **options: bool) -> ServerAccount:
    return ServerAccount(Endpoint(host, 587), Credentials("ivan", "секрет", mechanism), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "offered", "chosen"),
    [
        ("auto", ["plain", "login", "cram-md5"], "cram-md5"),
        ("auto", ["login", "plain"], "plain"),
        ("auto", ["login"], "login"),
        ("plain", ["plain", "cram-md5"], "plain"),
        ("plain", ["login"], "login"),
        ("login", ["plain", "login"], "login"),
        ("cram-md5", ["plain", "cram-md5"], "cram-md5"),
    ],
)
def test_over_tls_the_best_mechanism_offered_is_chosen(wanted: Mechanism, offered: list[str], chosen: str) -> None:
    assert choose_mechanism(account(wanted), offered, encrypted=True) == chosen


def test_token_is_preferred_when_the_server_takes_tokens() -> None:
    with_token = ServerAccount(Endpoint("mail.test", 465), Credentials("ivan", "", "auto", "token"))
    assert choose_mechanism(with_token, ["plain", "xoauth2"], encrypted=True) == "xoauth2"


@pytest.mark.parametrize("wanted", ["auto", "plain", "login"])
def test_readable_password_does_not_go_over_the_network(wanted: Mechanism) -> None:
    with pytest.raises(MailError) as caught:
        choose_mechanism(account(wanted), ["plain", "login"], encrypted=False)
    assert caught.value.step == "login"
    assert "открытым текстом" in caught.value.message
    assert "SSL" in caught.value.hint


@pytest.mark.parametrize("offered", ["cram-md5", "apop"])
def test_digest_goes_without_encryption_only_when_it_was_named(offered: Mechanism) -> None:
    with pytest.raises(MailError) as caught:
        choose_mechanism(account(), ["plain", offered], encrypted=False)
    assert "SSL" in caught.value.hint
    assert choose_mechanism(account(offered), ["plain", offered], encrypted=False) == offered
    assert choose_mechanism(account(host="localhost"), ["cram-md5"], encrypted=False) == "cram-md5"


def test_half_characters_are_refused_as_credentials() -> None:
    with pytest.raises(MailError, match="недопустимые символы"):
        check_credentials(ServerAccount(Endpoint("mail.test", 143), Credentials("ivan", "\udcd0")))


def test_readable_password_is_allowed_on_loopback_and_on_demand() -> None:
    assert choose_mechanism(account(host="localhost"), ["plain"], encrypted=False) == "plain"
    assert choose_mechanism(account(clear_text_login=True), ["plain"], encrypted=False) == "plain"


@pytest.mark.parametrize(
    ("wanted", "offered", "said"),
    [
        ("cram-md5", ["plain"], "CRAM-MD5 (есть: PLAIN)"),
        ("auto", [], "сервер не предлагает вход"),
        ("auto", ["gssapi"], "ни один из известных способов входа (есть: GSSAPI)"),
    ],
)
def test_missing_mechanism_is_named(wanted: Mechanism, offered: list[str], said: str) -> None:
    with pytest.raises(MailError, match="не предлагает") as caught:
        choose_mechanism(account(wanted), offered, encrypted=True)
    assert said in caught.value.message


def test_control_characters_cannot_become_commands() -> None:
    check_credentials(account())
    evil = ServerAccount(Endpoint("mail.test", 143), Credentials("ivan\r\nA1 DELETE INBOX", "x"))
    with pytest.raises(MailError, match="управляющие символы"):
        check_credentials(evil)


def test_responses_follow_their_rfcs() -> None:
    assert plain_response(account()) == "\0ivan\0секрет".encode()
    # The example of RFC 2195.
    tim = ServerAccount(Endpoint("h", 1), Credentials("tim", "tanstaaftanstaaf"))
    challenge = b"<1896.697170952@postoffice.reston.mci.net>"
    assert cram_md5_response(tim, challenge) == b"tim b913a602c7eda7a495b4e6e7334d3890"
    bearer = ServerAccount(Endpoint("h", 1), Credentials("u@x", "", "xoauth2", "tok"))
    assert xoauth2_response(bearer) == b"user=u@x\x01auth=Bearer tok\x01\x01"
