"""Element programs through `1cs run`, with a configured account on Dovecot and Exim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.real_servers import USERS
from support.real_users import User
from support.servers.tokens import token_of

if TYPE_CHECKING:
    from pathlib import Path

    from support.real_servers import RealServers

pytestmark = pytest.mark.servers


EXCHANGE = """
метод Послать(Тема: Строка, Содержание: Строка)
    знч М = новый Письмо("Иван <ivan@mail.test>", "ivan@mail.test", Тема)
    М.УстановитьТекстКакСтроку("Текст: %Тема")
    М.УстановитьHtmlКакСтроку("<b>%Тема</b>")
    М.ДобавитьВложение(Содержание.ВБайты(), "заказ №1.json")
    М.УстановитьЗаголовок("X-Order", "№ 1")
    М.Важность = ВажностьПисьма.Высокая
    Консоль.Записать(КлиентSmtp.Отправить(ПолучитьПараметрыПодключенияSmtp(), М)[0])
;
метод Скрипт()
    Послать("Заказ на столы", "{\\"Номер\\": 1}")
    Послать("Report", "{}")
    исп Ящик = новый СоединениеImap(ПолучитьПараметрыПодключенияImap())
    исп Входящие: КаталогПочтыImap = Ящик.ПолучитьКаталог(ВидКаталогаПочты.Входящие)
    Входящие.Открыть(РежимОткрытияКаталогаImap.ЧтениеИЗапись)
    Консоль.Записать(Входящие.ПолучитьЗаголовкиНепрочитанныхПисем().Размер())
    знч Найденные = Входящие.Найти(новый ОтборПисем(Тема = "столы", Прочитанное = Ложь))
    знч М = Найденные.Единственный().Письмо
    Консоль.Записать("%{М.Тема} %{М.Отправитель} %{М.Важность} %{М.ПолучитьЗаголовок("X-Order")}")
    Консоль.Записать("%{М.ПолучитьТекстКакСтроку()} %{М.ПолучитьHtmlКакСтроку()} %{М.Вложения}")
    Консоль.Записать(М.Вложения[0].ОткрытьПотокЧтения().ПрочитатьКакСтроку())
    Входящие.УстановитьФлаги(Найденные, [ФлагПисьма.Прочитанное, ФлагПисьма.Помеченное])
    знч Принятые = Ящик.СоздатьКаталог("Принятые заказы")
    Входящие.Переместить(Найденные, Принятые)
    Консоль.Записать("%{Входящие.КоличествоПисем} %{Принятые.КоличествоПисем}")
    Консоль.Записать(Принятые.ПолучитьЗаголовки()[0].Флаги.Содержит(ФлагПисьма.Помеченное))
    Ящик.УдалитьКаталог("Принятые заказы")
    знч Uid = Входящие.Добавить(новый Письмо("ivan@mail.test", Тема = "Черновик"), ФлагПисьма.Черновик)
    Консоль.Записать(Входящие.НайтиПисьмоПоUid(Uid!).Флаги.Содержит(ФлагПисьма.Черновик))
    попытка
        Входящие.НайтиПисьмоПоUid(Найденные[0].Uid)
    поймать Ошибка: ИсключениеНедопустимыйАргумент
        Консоль.Записать("перемещено")
    ;
    попытка
        Входящие.Переместить(Входящие.ПолучитьЗаголовки(), Ящик.ПолучитьКаталог("Нет такого"))
    поймать Ошибка: ИсключениеПочты
        Консоль.Записать(Ошибка.Описание)
    ;
    попытка
        Ящик.СоздатьКаталог("Sent")
        Ящик.СоздатьКаталог("Sent")
    поймать Ошибка: ИсключениеПочты
        Консоль.Записать(Ошибка.Описание)
    ;
    исп Почта = новый СоединениеPop3(ПолучитьПараметрыПодключенияPop3())
    Консоль.Записать(Почта.ПолучитьЗаголовки().Преобразовать(З -> З.Заголовки.Тема).Соединить(", "))
    Почта.ПометитьНаУдаление(Почта.ПолучитьПисьмо(1))
    Почта.Закрыть()
    Консоль.Записать(Входящие.ПолучитьПисьма().Преобразовать(П -> П.Письмо.Тема).Соединить(", "))
;
"""


def test_letters_are_sent_found_moved_and_fetched(ivan: User) -> None:
    done = ivan.run_text(EXCHANGE)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "Отправлено",
        "Отправлено",
        "2",
        "Заказ на столы Иван <ivan@mail.test> Высокая № 1",
        "Текст: Заказ на столы <b>Заказ на столы</b> [заказ №1.json]",
        '{"Номер": 1}',
        "1 1",
        "Истина",
        "Истина",
        "перемещено",
        "В ящике нет каталога «Нет такого»",
        "Каталог «Sent» в ящике уже есть",
        "Report, Черновик",
        "Черновик",
    ]


REFUSED = """
метод Скрипт()
    знч М = новый Письмо("ivan@mail.test", "maria@mail.test", "Кому дойдёт")
    М.ДобавитьПолучателейКопии("someone@example.com")
    М.ДобавитьПолучателейСкрытойКопии("nobody@mail.test")
    знч Результат = КлиентSmtp.Отправить(ПолучитьПараметрыПодключенияSmtp(), М)[0]
    Консоль.Записать(Результат.Состояние)
    для Отказ из Результат.ОшибкиПолучателей
        Консоль.Записать("%{Отказ.Ключ}: %{Отказ.Значение}")
    ;
;
"""


def test_refused_recipients_of_element_are_told(ivan: User, maria: User) -> None:
    done = ivan.run_text(REFUSED)
    state, foreign, unknown = done.stdout.splitlines()
    assert state == "ОтправленоЧастично"
    assert foreign.startswith("someone@example.com: 550 5.7.1 nothing leaves this machine")
    assert unknown.startswith("nobody@mail.test: 550")
    assert done.stderr.startswith("Почта: письмо «Кому дойдёт» отправлено не всем: someone@example.com (550")
    (letter,) = maria.letters()
    assert b"nobody@mail.test" not in letter.raw


@pytest.mark.parametrize(
    ("action", "reply"),
    [
        ('КлиентSmtp.Отправить(ПолучитьПараметрыПодключенияSmtp(), новый Письмо("a@mail.test", "b@mail.test"))', "535"),
        ("новый СоединениеImap(ПолучитьПараметрыПодключенияImap()).Закрыть()", "[AUTHENTICATIONFAILED]"),
        ("новый СоединениеPop3(ПолучитьПараметрыПодключенияPop3()).Закрыть()", "[AUTH] Authentication failed"),
    ],
    ids=["smtp", "imap", "pop3"],
)
def test_a_wrong_password_of_element_is_told_in_the_servers_words(ivan: User, action: str, reply: str) -> None:
    done = ivan.run_text(f"метод Скрипт()\n    {action}\n;\n", password="wrong-secret")
    assert done.returncode == 1
    assert "сценарий.1cs(2,5)}: Не удалось войти на сервер localhost:" in done.stderr
    assert reply in done.stderr
    assert "wrong-secret" not in done.stderr


@pytest.mark.parametrize("kind", ["Авто", "Простая", "CramMd5", "OAuth2"])
def test_a_script_logs_in_with_an_account_of_its_own(servers: RealServers, tmp_path: Path, kind: str) -> None:
    user = User(servers, tmp_path / "anna", "anna")
    user.home.mkdir()
    secret = token_of("anna") if kind == "OAuth2" else USERS["anna"]
    text = f"""
метод Скрипт()
    знч Вход = новый АутентификацияПочты("anna", "{secret}", ВидАутентификацииПочты.{kind})
    знч Защита = новый ПараметрыЗащищенногоСоединения(ФайлСертификатов = "{servers.certificate}")
    исп Ящик = новый СоединениеImap(новый ПараметрыПодключенияImap("localhost", {servers.ports["imap"]}, Вход, Защита))
    Консоль.Записать(Ящик.ПолучитьКаталог("INBOX").КоличествоПисем)
    пер Почта = новый ПараметрыПодключенияPop3("localhost", {servers.ports["pop3s"]}, Вход, Защита)
    Почта.ИспользоватьSsl = Истина
    исп Вторая = новый СоединениеPop3(Почта)
    Консоль.Записать(Вторая.КоличествоПисем)
;
"""
    done = user.run_text(text)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["0", "0"]


def test_an_untrusted_certificate_is_told(servers: RealServers, tmp_path: Path) -> None:
    user = User(servers, tmp_path / "anna", "anna")
    user.home.mkdir()
    text = f"""
метод Скрипт()
    знч Вход = новый АутентификацияПочты("anna", "{USERS["anna"]}")
    новый СоединениеImap(новый ПараметрыПодключенияImap("localhost", {servers.ports["imap"]}, Вход)).Закрыть()
;
"""
    done = user.run_text(text)
    assert done.returncode == 1
    assert "сценарий.1cs(4,5)}: Не удалось установить защищённое соединение с сервером localhost:" in done.stderr
    assert "сертификат сервера не прошёл проверку" in done.stderr
    assert USERS["anna"] not in done.stderr
