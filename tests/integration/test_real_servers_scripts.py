"""Enterprise programs through `1cs run`, with a configured account on Dovecot and Exim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.real_servers import real_servers
from support.real_users import SECURITY, User

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.real_servers import RealServers

pytestmark = pytest.mark.servers


@pytest.fixture(scope="module")
def servers() -> Iterator[RealServers]:
    with real_servers() as running:
        yield running


@pytest.fixture(params=SECURITY)
def ivan(servers: RealServers, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[User]:
    user = User(servers, tmp_path / "ivan", "ivan")
    user.configure(request.param)
    yield user
    user.empty()


@pytest.fixture
def maria(servers: RealServers, tmp_path: Path) -> Iterator[User]:
    user = User(servers, tmp_path / "maria", "maria")
    yield user
    user.empty()


def test_the_documented_exchange(ivan: User) -> None:
    done = ivan.run("scripts/docs/enterprise/exchange_by_mail.1cs")
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "Отправлено: СООБЩЕНИЕ_ОБМЕНА: Message_ЦБ_СК1_1.xml, отказов: 0",
        "Отправлено: СООБЩЕНИЕ_ОБМЕНА: Message_ЦБ_СК1_2.xml, отказов: 0",
        "Принято сообщение обмена № 2, удалено с сервера: 2",
        "Файл вернулся байт в байт: Да",
        "Сообщений обмена в ящике: 0",
        "Личное письмо на месте: Да",
    ]
    assert done.returncode == 0
    assert [letter.head.subject for letter in ivan.letters()] == ["Встреча в пятницу"]


FOLDERS = """
Почта = Новый ИнтернетПочта;
Почта.Подключиться(Профиль, ПротоколИнтернетПочты.IMAP);

Папка = "Обмен" + Почта.СимволРазделитель + "Принятые & прочие";
Почта.СоздатьПочтовыйЯщик(Папка);
Почта.ПодписатьсяНаПочтовыйЯщик(Папка);
Сообщить(Почта.ПолучитьПочтовыеЯщики().Найти(Папка) <> Неопределено);
Сообщить(Почта.ПолучитьПочтовыеЯщикиПоПодписке().Найти(Папка) <> Неопределено);

Для Каждого Тема Из СтрРазделить("Отчёт за ноябрь,Счёт № 5,Report", ",") Цикл
	С = Новый ИнтернетПочтовоеСообщение;
	С.Отправитель.Адрес = Профиль.ПользовательIMAP;
	С.Отправитель.ОтображаемоеИмя = "Иван Петров";
	С.Тема = Тема;
	С.Тексты.Добавить("<p>Текст: " + Тема + "</p>", ТипТекстаПочтовогоСообщения.HTML);
	С.Вложения.Добавить(ПолучитьДвоичныеДанныеИзСтроки(Тема), Тема + ".txt");
	Почта.Послать(С, , ПротоколИнтернетПочты.IMAP);
КонецЦикла;

// Флаги: ключ – Message-ID последнего письма.
Флаги = Новый ФлагиИнтернетПочтовогоСообщения;
Флаги.Прочитанное = Истина;
Флаги.Помеченное = Истина;
Флаги.Пересланное = Истина;
Ключи = Новый Соответствие;
Ключи.Вставить(С.ИдентификаторСообщения, Флаги);
Почта.УстановитьФлагиСообщений(Ключи);
Помеченные = Почта.ПолучитьЗаголовки(Новый Структура("УстановленФлаг", Истина));
Сообщить("Помечено: " + Помеченные.Количество() + ", " + Помеченные[0].Тема);
Прочитанные = Почта.ПолучитьФлагиСообщений(Помеченные[0].Идентификатор)[Помеченные[0].Идентификатор[0]];
Сообщить(Строка(Прочитанные.Прочитанное) + Прочитанные.Пересланное + Прочитанные.Отвеченное);

// Поиск по-русски, вместе с латиницей в кавычках.
Найденные = Почта.ПолучитьЗаголовки(Новый Структура("Тема, Отправитель", "ОТЧЁТ за", "петров"));
Сообщить("Найдено: " + Найденные.Количество() + ", " + Найденные[0].Тема);
Сообщить("По тексту: " + Почта.ПолучитьИдентификаторы(, Новый Структура("Текст", "счёт № 5")).Количество());
Сообщить("Непрочитанных: " + Почта.ПолучитьИдентификаторы(, Новый Структура("Прочитанные", Ложь)).Количество());

// Перенос в папку с русским именем и чтение оттуда.
Почта.ПереместитьВПочтовыйЯщик(Найденные[0].Идентификатор, Папка);
Сообщить("Осталось: " + Почта.ПолучитьКоличествоСообщений());
Почта.ТекущийПочтовыйЯщик = Папка;
Письмо = Почта.Выбрать(Ложь)[0];
Сообщить(Письмо.Отправитель.ОтображаемоеИмя + ": " + Письмо.Тема + ", " + Письмо.Вложения[0].Имя);
Сообщить(ПолучитьСтрокуИзДвоичныхДанных(Письмо.Вложения[0].Данные));
Сообщить(СокрЛП(Письмо.Тексты[0].Текст));

// Удаление в два шага и отмена первого.
Номера = Новый Массив;
Номера.Добавить(1);
Почта.УдалитьСообщения(Номера);
Почта.ОтменитьУдалениеСообщений(Номера);
Почта.ОчиститьУдаленныеСообщения();
Сообщить("После отмены: " + Почта.ПолучитьКоличествоСообщений());
Почта.УдалитьСообщения(Номера);
Почта.ОчиститьУдаленныеСообщения();
Сообщить("После очистки: " + Почта.ПолучитьКоличествоСообщений());

Почта.ТекущийПочтовыйЯщик = "INBOX";
Почта.ОтменитьПодпискуНаПочтовыйЯщик(Папка);
Почта.ПереименоватьПочтовыйЯщик(Папка, "Архив");
Почта.УдалитьПочтовыйЯщик("Архив");
Сообщить(Почта.ПолучитьПочтовыеЯщики().Найти("Архив") = Неопределено);
Почта.Отключиться();
"""


def test_folders_flags_search_and_moving(ivan: User) -> None:
    done = ivan.run_text(FOLDERS)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "Да",
        "Да",
        "Помечено: 1, Report",
        "ДаДаНет",
        "Найдено: 1, Отчёт за ноябрь",
        "По тексту: 1",
        "Непрочитанных: 2",
        "Осталось: 2",
        "Иван Петров: Отчёт за ноябрь, Отчёт за ноябрь.txt",
        "Отчёт за ноябрь",
        "Текст: Отчёт за ноябрь",
        "После отмены: 1",
        "После очистки: 0",
        "Да",
    ]
    assert done.returncode == 0


REFUSED = """
С = Новый ИнтернетПочтовоеСообщение;
С.Получатели.Добавить("maria@mail.test");
С.Копии.Добавить("никто@example.com");
С.СлепыеКопии.Добавить("nobody@mail.test");
С.Тема = "Кому дойдёт";
Почта = Новый ИнтернетПочта;
Почта.Подключиться(Профиль);
Для Каждого Отказ Из Почта.Послать(С) Цикл
	Сообщить(Отказ.Ключ + ": " + Отказ.Значение);
КонецЦикла;
Почта.Отключиться();
"""


def test_refused_recipients_are_told_and_the_others_get_the_letter(ivan: User, maria: User) -> None:
    done = ivan.run_text(REFUSED)
    assert done.stderr == ""
    foreign, unknown = done.stdout.splitlines()
    assert foreign.startswith("никто@example.com: 550 5.7.1 nothing leaves this machine")
    assert unknown.startswith("nobody@mail.test: 550")
    (letter,) = maria.letters()
    assert letter.head.subject == "Кому дойдёт"
    assert letter.head.sender is not None
    assert letter.head.sender.address == ivan.address
    assert b"nobody@mail.test" not in letter.raw


@pytest.mark.parametrize(
    ("protocol", "reply"),
    [("SMTP", "535"), ("POP3", "[AUTH] Authentication failed"), ("IMAP", "[AUTHENTICATIONFAILED]")],
)
def test_a_wrong_password_is_told_in_the_servers_words(ivan: User, protocol: str, reply: str) -> None:
    others = [name for name in ("SMTP", "POP3") if name != protocol]
    emptied = "".join(f'П.АдресСервера{name} = "";\n' for name in others)
    kind = "IMAP" if protocol == "IMAP" else "POP3"
    text = (
        f"П = Профиль;\n{emptied}Почта = Новый ИнтернетПочта;\nПочта.Подключиться(П, ПротоколИнтернетПочты.{kind});\n"
    )
    done = ivan.run_text(text, password="wrong-secret")
    assert done.returncode == 1
    assert "Не удалось войти на сервер localhost:" in done.stderr
    assert reply in done.stderr
    assert "Проверьте имя пользователя и пароль" in done.stderr
    assert "wrong-secret" not in done.stderr


CONNECTION = """
П = Профиль;
Почта = Новый ИнтернетПочта;
Почта.Подключиться(П, ПротоколИнтернетПочты.IMAP);
Почта.Отключиться();
Сообщить("Вошли");
"""


@pytest.mark.parametrize("security", SECURITY)
def test_a_certificate_is_believed_only_as_the_account_says(ivan: User, security: str) -> None:
    for trust in ("verify = true", f'ca_file = "{ivan.servers.other_certificate}"'):
        ivan.configure(security, trust)
        done = ivan.run_text(CONNECTION)
        assert done.returncode == 1
        assert "сертификат сервера не прошёл проверку" in done.stderr
    ivan.configure(security, "verify = false")
    assert ivan.run_text(CONNECTION).stdout == "Вошли\n"
