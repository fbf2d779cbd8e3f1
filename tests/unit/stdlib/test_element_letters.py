"""Письмо, АдресПочты and the parameters of connections, without a network."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.dialect import bound
from runtime.element.exceptions import IllegalArgumentException, TypeCheckException
from runtime.element.members import call, member, set_member
from runtime.element.operators import equal
from runtime.element.presentation import present, to_string
from runtime.errors import OnecError
from runtime.host import Host, using
from stdlib.element.collections.array import Array
from stdlib.element.mail.default_parameters import get_smtp_connection_parameters
from stdlib.element.mail.email import Email
from stdlib.element.mail.email_address import EmailAddress
from stdlib.element.mail.email_authentication import EmailAuthentication
from stdlib.element.mail.email_authentication_kind import EmailAuthenticationKind
from stdlib.element.mail.email_exception import EmailException, told
from stdlib.element.mail.email_importance import EmailImportance
from stdlib.element.mail.imap_connection_parameters import ImapConnectionParameters
from stdlib.element.mail.pop3_connection_parameters import Pop3ConnectionParameters
from stdlib.element.mail.received import received_email
from stdlib.element.mail.smtp_client import _result, _tell, smtp_client
from stdlib.element.mail.smtp_connection_parameters import SmtpConnectionParameters
from stdlib.element.time.duration import Duration
from stdlib.mail.envelopes import SendOutcome
from stdlib.mail.errors import MailError


def new(cls: Any, *arguments: Any) -> Any:
    return getattr(cls, "новый()")(*arguments)


@pytest.mark.parametrize(
    ("arguments", "text"),
    [(["ivan@1c.ru"], "ivan@1c.ru"), (["ivan@1c.ru", "Иван"], "Иван <ivan@1c.ru>"), (["я@почта.рф"], "я@почта.рф")],
)
def test_presentation_of_an_address(arguments: list[str], text: str) -> None:
    assert present(new(EmailAddress, *arguments)) == text


@pytest.mark.parametrize("arguments", [["ivan"], [""], ["a@b@c d"], ["a@b.c", "Имя\nBcc: x@y.z"]])
def test_an_impossible_address_is_an_illegal_argument(arguments: list[str]) -> None:
    with pytest.raises(IllegalArgumentException):
        new(EmailAddress, *arguments)


def test_an_address_equals_the_same_address_and_its_text() -> None:
    one = new(EmailAddress, "a@b.c", "Имя")
    assert equal(one, EmailAddress("a@b.c"))
    assert equal(one, "a@b.c")
    assert equal("a@b.c", one)
    assert not equal(one, "d@b.c")


def test_the_sender_alone_makes_a_letter() -> None:
    letter = new(Email, "sender@1c.ru")
    assert member(member(letter, "Отправитель"), "Адрес") == "sender@1c.ru"
    assert (member(letter, "Тема"), member(letter, "Получатели").items) == ("", [])


@pytest.mark.parametrize(
    "recipients",
    [
        ["Иван <a@b.c>, d@e.f"],
        ["Иван <a@b.c>; d@e.f"],
        [EmailAddress("a@b.c"), "d@e.f"],
        [Array.of([EmailAddress("a@b.c"), "d@e.f"])],
    ],
)
def test_recipients_are_addresses_lines_and_arrays(recipients: list[Any]) -> None:
    letter = new(Email)
    call(letter, "ДобавитьПолучателей", *recipients)
    assert [address.address for address in member(letter, "Получатели").items] == ["a@b.c", "d@e.f"]


@pytest.mark.parametrize("recipients", ["", "a@b.c, вася", "вася"])
def test_a_line_with_what_is_no_address_is_refused(recipients: str) -> None:
    with pytest.raises(IllegalArgumentException):
        call(new(Email), "ДобавитьПолучателей", recipients)


def test_half_a_character_is_no_part_of_an_address() -> None:
    for recipients in ("x\ud800y@b.c", "a@b\udc80.c", "Имя\ud800 <a@b.c>"):
        with pytest.raises(IllegalArgumentException):
            call(new(Email), "ДобавитьПолучателей", recipients)


def test_an_array_of_something_else_is_refused() -> None:
    with pytest.raises(TypeCheckException, match="получено Число"):
        call(new(Email), "ДобавитьПолучателей", Array.of([5]))


def test_a_letter_and_its_bytes() -> None:
    letter = new(Email, "Отдел <sender@1c.ru>", "a@b.c", "Счёт № 5")
    call(letter, "ДобавитьПолучателейКопии", "copy@b.c")
    call(letter, "ДобавитьПолучателейСкрытойКопии", "hidden@b.c")
    call(letter, "ДобавитьАдресаОтвета", "reply@b.c")
    call(letter, "УстановитьТекстКакСтроку", "Здравствуйте!")
    call(letter, "УстановитьHtmlКакСтроку", "<b>Здравствуйте!</b>")
    set_member(letter, "Важность", EmailImportance.HIGH)
    call(letter, "ДобавитьВложение", b"abc", "счёт.pdf")
    raw = call(letter, "КакБайты")
    assert b"hidden" not in raw
    assert b"X-Priority: 1" in raw
    read = received_email(raw)
    assert [to_string(member(read, name)) for name in ("Тема", "Отправитель", "Важность", "ПолучателиКопии")] == [
        "Счёт № 5",
        "Отдел <sender@1c.ru>",
        "Высокая",
        "[copy@b.c]",
    ]
    assert to_string(member(read, "АдресаОтвета")) == "[reply@b.c]"
    assert call(read, "ПолучитьТекстКакСтроку").rstrip("\n") == "Здравствуйте!"
    assert call(read, "ПолучитьHtmlКакСтроку").rstrip("\n") == "<b>Здравствуйте!</b>"
    attachment = member(read, "Вложения").items[0]
    assert (member(attachment, "Имя"), member(attachment, "Размер")) == ("счёт.pdf", 3)
    assert member(attachment, "ТипСодержимого") == "application/pdf"
    assert call(call(attachment, "ОткрытьПотокЧтения"), "ПрочитатьКакБайты") == b"abc"
    assert member(read, "ЕстьОшибкиРазбора") is False


def test_a_received_letter_keeps_its_bytes_until_it_is_changed() -> None:
    raw = b"From: a@b.c\r\nSubject: x\r\nDate: Wed, 1 May 2019 23:30:40 +0300\r\nMessage-ID: <1@b.c>\r\n\r\ntext\r\n"
    letter = received_email(raw)
    assert call(letter, "КакБайты") == raw
    assert to_string(member(letter, "Дата")) == "2019-05-01 20:30:40.000 Z"
    assert member(letter, "ИдентификаторСообщения") == "1@b.c"
    set_member(letter, "Тема", "новая")
    assert call(letter, "КакБайты") != raw


@pytest.mark.parametrize("subject", ["а\nBcc: x@y.z", "а\r", "а\0"])
def test_a_subject_cannot_begin_another_header(subject: str) -> None:
    with pytest.raises(IllegalArgumentException, match="перевод строки"):
        set_member(new(Email), "Тема", subject)


def test_the_sender_may_be_assigned_as_text() -> None:
    letter = new(Email)
    set_member(letter, "Отправитель", "Я <a@b.c>")
    assert equal(member(letter, "Отправитель"), "a@b.c")
    with pytest.raises(IllegalArgumentException, match="один адрес"):
        set_member(letter, "Отправитель", "a@b.c, d@e.f")
    with pytest.raises(TypeCheckException):
        set_member(letter, "Отправитель", 5)


@pytest.mark.parametrize(
    ("cls", "port"),
    [(SmtpConnectionParameters, 465), (ImapConnectionParameters, 993), (Pop3ConnectionParameters, 995)],
)
def test_default_ports_are_protected(cls: Any, port: int) -> None:
    parameters = new(cls, "mail.1c.ru")
    assert member(parameters, "Порт") == port
    assert member(parameters, "ИспользоватьSsl") is True
    assert member(parameters, "РазрешитьStartTls") is True
    assert equal(member(parameters, "ТаймаутСоединения"), Duration(0, 0, 0, 30))
    assert member(new(cls, "mail.1c.ru", 25), "ИспользоватьSsl") is False


@pytest.mark.parametrize("arguments", [["", 25], ["  ", 25], ["mail.1c.ru", 0], ["mail.1c.ru", 65536]])
def test_impossible_parameters_are_illegal_arguments(arguments: list[Any]) -> None:
    with pytest.raises(IllegalArgumentException):
        new(SmtpConnectionParameters, *arguments)


def test_parameters_can_be_changed() -> None:
    parameters = new(SmtpConnectionParameters, "mail.1c.ru")
    set_member(parameters, "Порт", 25)
    set_member(parameters, "ТаймаутПередачиДанных", Duration(0, 0, 1))
    assert to_string(member(parameters, "ТаймаутПередачиДанных")) == "1м"
    with pytest.raises(TypeCheckException):
        set_member(parameters, "ТаймаутПередачиДанных", 60)
    with pytest.raises(IllegalArgumentException, match="больше нуля"):
        set_member(parameters, "ТаймаутСоединения", Duration())


@pytest.mark.parametrize(
    ("arguments", "mechanism"),
    [
        ([], "auto"),
        (["u", "p"], "auto"),
        (["u", "p", EmailAuthenticationKind.PLAIN], "plain"),
        (["u", "p", EmailAuthenticationKind.CRAM_MD5], "cram-md5"),
        (["u", "p", EmailAuthenticationKind.OAUTH2], "xoauth2"),
        (["", "", EmailAuthenticationKind.ANONYMOUS], "anonymous"),
    ],
)
def test_a_kind_of_authentication_names_its_mechanism(arguments: list[Any], mechanism: str) -> None:
    assert new(EmailAuthentication, *arguments).credentials().mechanism == mechanism


def test_a_letter_that_cannot_be_sent_is_told_without_a_connection() -> None:
    parameters = new(SmtpConnectionParameters, "mail.1c.ru")
    letters = Array.of([new(Email, "a@b.c"), new(Email)])
    results = call(smtp_client(), "Отправить", parameters, letters).items
    assert [to_string(member(result, "Состояние")) for result in results] == ["НеОтправлено", "НеОтправлено"]
    assert [member(member(result, "Ошибка"), "Описание") for result in results] == [
        "У письма нет получателей",
        "У письма не указан отправитель",
    ]


class Told(Host):
    """Keeps what is told to whoever runs the script."""

    def __init__(self) -> None:
        self.errors: list[str] = []

    def write_error(self, text: str) -> None:
        self.errors.append(text)


@pytest.mark.parametrize(
    ("letters", "line"),
    [
        ([["a@b.c", None, "Отчёт"]], "Почта: письмо «Отчёт» не отправлено: нет получателей\n"),
        ([["a@b.c", None, "От\x1b[2Jчёт"]], "Почта: письмо «От?[2Jчёт» не отправлено: нет получателей\n"),
        ([[None, "a@b.c"]], "Почта: письмо без темы не отправлено: не указан отправитель\n"),
        (
            [["a@b.c", None, "Раз"], ["a@b.c"], ["a@b.c"]],
            "Почта: письмо «Раз» не отправлено: нет получателей (и ещё писем с ошибками: 2)\n",
        ),
    ],
)
def test_whoever_runs_the_script_hears_of_letters_that_were_not_sent(letters: list[list[Any]], line: str) -> None:
    host = Told()
    with using(host):
        made = Array.of([new(Email, *arguments) for arguments in letters])
        results = call(smtp_client(), "Отправить", new(SmtpConnectionParameters, "mail.1c.ru"), made).items
    assert host.errors == [line]
    assert present(results[0]) == to_string(results[0])
    assert to_string(results[0]).startswith("НеОтправлено: У письма не")


def test_a_letter_that_not_everybody_gets_is_told() -> None:
    letter = new(Email, "a@b.c", "d@e.f, g@h.i", "Отчёт")
    result = _result(letter, SendOutcome({"g@h.i": (550, "no such\nuser")}))
    assert to_string(result) == "ОтправленоЧастично: g@h.i (550 no such user)"
    host = Told()
    with using(host):
        _tell([_result(letter, SendOutcome()), result])
        _tell([_result(letter, SendOutcome())])
    assert host.errors == ["Почта: письмо «Отчёт» отправлено не всем: g@h.i (550 no such user)\n"]


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["a@b.c", "d@e.f", "Отчёт"], "Письмо «Отчёт» от a@b.c кому d@e.f"),
        (["Иван <a@b.c>", "d@e.f, Пётр <g@h.i>", "Отчёт"], "Письмо «Отчёт» от Иван <a@b.c> кому d@e.f, Пётр <g@h.i>"),
        (["a@b.c"], "Письмо без темы от a@b.c"),
        ([], "Письмо без темы"),
    ],
)
def test_presentation_of_a_letter(arguments: list[str], text: str) -> None:
    letter = new(Email, *arguments)
    assert present(letter) == text
    assert to_string(letter) == text


def test_a_host_may_refuse_the_network() -> None:
    parameters = new(SmtpConnectionParameters, "mail.1c.ru")
    with pytest.raises(EmailException, match="Обращение к сети запрещено"):
        call(smtp_client(), "Отправить", parameters, new(Email, "a@b.c", "d@e.f"))


def test_without_an_account_there_are_no_default_parameters() -> None:
    with pytest.raises(OnecError, match="Учётная запись почты не настроена"):
        bound(get_smtp_connection_parameters)()


def test_errors_of_the_transport_keep_the_reply_and_the_hint() -> None:
    error = told(MailError("send", "h:25", "Письмо не принято", reply="5.1.1 no such user", code=550, hint="совет"))
    assert member(error, "Описание") == "Письмо не принято: 550 5.1.1 no such user"
    assert (member(error, "КодОтвета"), error.hint) == (550, "совет")
    assert to_string(error).startswith("Std::Email::EmailException: Письмо не принято")


def test_a_letter_keeps_its_identifier_until_it_is_changed() -> None:
    letter = new(Email, "a@1c.ru", "b@1c.ru", "Раз")
    assert (member(letter, "ИдентификаторСообщения"), member(letter, "Дата")) == (None, None)
    raw = call(letter, "КакБайты")
    assert call(letter, "КакБайты") == raw
    identifier = member(letter, "ИдентификаторСообщения")
    assert f"Message-ID: <{identifier}>".encode() in raw
    assert member(received_email(raw), "ИдентификаторСообщения") == identifier
    set_member(letter, "Тема", "Два")
    assert member(letter, "ИдентификаторСообщения") is None
    assert identifier.encode() not in call(letter, "КакБайты")


def test_a_received_letter_keeps_its_own_identifier_beside_the_one_of_its_copy() -> None:
    letter = received_email(b"From: a@b.c\r\nMessage-ID: <1@b.c>\r\nIn-Reply-To: <0@b.c>\r\n\r\ntext\r\n")
    assert call(letter, "ПолучитьЗаголовок", "IN-REPLY-TO") == "<0@b.c>"
    set_member(letter, "Тема", "Fwd")
    assert member(letter, "ИдентификаторСообщения") == "1@b.c"
    copy = received_email(call(letter, "КакБайты"))
    assert member(copy, "ИдентификаторСообщения") == member(letter, "ИдентификаторСообщения") != "1@b.c"


def test_an_attachment_that_is_changed_changes_the_received_letter() -> None:
    letter = new(Email, "a@1c.ru")
    call(letter, "ДобавитьВложение", b"abc", "a.bin")
    received = received_email(call(letter, "КакБайты"))
    unchanged = call(received, "КакБайты")
    set_member(member(received, "Вложения").items[0], "ТипСодержимого", "image/png")
    assert b"image/png" in call(received, "КакБайты")
    assert b"image/png" not in unchanged


NAMELESS = b"""\
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: application/pdf

1
--x
Content-Type: message/rfc822

Subject: inner

2
--x--
"""


def test_attachments_without_names_get_some() -> None:
    names = [file.name for file in received_email(NAMELESS).attachments]
    assert names == ["attachment1", "message2.eml"]


@pytest.mark.parametrize(("sent", "read"), [("Hi", "Hi"), ("Hi\n", "Hi"), ("Hi\n\n", "Hi\n"), ("", "")])
def test_the_text_does_not_grow_by_the_line_break_of_the_protocol(sent: str, read: str) -> None:
    letter = new(Email, "a@1c.ru")
    call(letter, "УстановитьТекстКакСтроку", sent)
    assert call(received_email(call(letter, "КакБайты")), "ПолучитьТекстКакСтроку") == read


@pytest.mark.parametrize(
    "name", ["From", "subject", "BCC", "Content-Type", "Date", "Message-ID", "X Y", "", "Поле", "A:b"]
)
def test_fields_that_have_properties_are_not_set_by_name(name: str) -> None:
    with pytest.raises(IllegalArgumentException) as refused:
        call(new(Email), "УстановитьЗаголовок", name, "x")
    assert refused.value.hint
