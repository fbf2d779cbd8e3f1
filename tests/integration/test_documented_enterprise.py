"""The documented exchange by mail: the fragments as they are published, and the whole scenario, through `1cs run`."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sandbox.boxes import Boxes
from stdlib.mail.mime.compose import compose
from stdlib.mail.mime.letter import Address, Letter, TextPart
from stdlib.mail.mime.read import read_letter
from support.project import ROOT

if TYPE_CHECKING:
    from stdlib.mail.mime.read import ParsedLetter

SCRIPTS = ROOT / "scripts" / "docs" / "enterprise"
ADDRESS = "me@localhost"
PREFIX = "СООБЩЕНИЕ_ОБМЕНА: "

# The texts of the documentation, blanks at line ends included: the files must stay verbatim copies.
FRAGMENTS = {
    "compose_message": """\
// Формируем сообщение обмена
Сообщение = Новый ИнтернетПочтовоеСообщение; \n\
Сообщение.Тема = "СООБЩЕНИЕ_ОБМЕНА: " + ИмяФайлаСообщения;
""",
    "send_message": """\
ФайлСообщения = Новый Файл(ИмяФайлаСообщения);

// Создаем вложение с файлом обмена
Сообщение.Вложения.Добавить(ИмяФайла, ФайлСообщения.Имя);

Почта = Новый ИнтернетПочта;

Попытка

	Почта.Подключиться(Профиль);
	// Отправляем сообщение с файлом обмена
	Почта.Послать(Сообщение);

Исключение

	Сообщить(ОписаниеОшибки());

КонецПопытки;

Почта.Отключиться();
""",
    "receive_messages": """\
// Получаем все сообщения из почтового ящика
МассивСообщений = Почта.Выбрать(Ложь); // Ложь = без удаления сообщений с сервера
""",
    "save_and_delete_messages": """\
// Записываем файл обмена во временный файл
МассивСообщений[ИндексСообщения].Вложения[0].Данные.Записать(ИмяФайла);

// Удаляем все сообщения обмена с сервера для узлов, участвующих в обмене
Почта.УдалитьСообщения(МассивСообщенийОбмена);
Почта.Отключиться();
""",
}


@dataclass(frozen=True, slots=True)
class User:
    """A user with a home of their own: mail, cache and temporary files."""

    home: Path

    @property
    def mail(self) -> Path:
        return self.home / "data" / "mail"

    @property
    def temporary(self) -> Path:
        return self.home / "tmp"

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"ONECS_HOME": str(self.home), "TMPDIR": str(self.temporary)} | variables
        command = [sys.executable, "-m", "interpreter.cli.start", "run", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)

    def letters(self) -> list[ParsedLetter]:
        with Boxes.open(str(self.mail)) as boxes:
            return [read_letter(boxes.raw(letter.number)) for letter in boxes.letters(ADDRESS)]


@pytest.fixture
def user(tmp_path: Path) -> User:
    (tmp_path / "tmp").mkdir()
    return User(tmp_path)


def script(name: str) -> str:
    return str(SCRIPTS / f"{name}.1cs")


@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_fragment_is_a_verbatim_copy(name: str) -> None:
    assert (SCRIPTS / f"{name}.1cs").read_text("utf-8") == FRAGMENTS[name]


def test_every_documented_script_is_tested_here() -> None:
    names = {path.name.partition(".")[0] for path in SCRIPTS.glob("*.1cs")}
    assert names == {*FRAGMENTS, "exchange_by_mail"}


def test_composing_makes_the_subject_and_sends_nothing(user: User, tmp_path: Path) -> None:
    done = user.run(script("compose_message"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not user.mail.exists()

    shown = tmp_path / "показать.1cs"
    shown.write_text(FRAGMENTS["compose_message"] + "Сообщить(Сообщение.Тема);", "utf-8")
    done = user.run("--context", str(SCRIPTS / "compose_message.context.1cs"), str(shown))
    assert (done.returncode, done.stdout) == (0, PREFIX + "Message_ЦБ_СК1.xml\n")


def test_sending_leaves_the_letter_with_its_file_in_the_box(user: User) -> None:
    done = user.run(script("send_message"))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"Почта: 1 письмо для {ADDRESS}; посмотреть: 1cs mail show 1\n"

    (letter,) = user.letters()
    assert letter.head.subject == PREFIX + "Message_ЦБ_СК1.xml"
    assert letter.head.sender is not None
    assert letter.head.sender.address == ADDRESS
    assert [address.address for address in letter.head.to] == [ADDRESS]
    assert letter.text() in (None, "", "\n")
    (file,) = letter.attachments
    assert file.name == "Message_ЦБ_СК1.xml"
    (written,) = user.temporary.glob("*.xml")
    assert file.data == written.read_bytes()
    assert "Остатки на складе" in file.data.decode("utf-8-sig")


def test_a_server_that_is_not_there_is_told_and_the_script_goes_on(user: User) -> None:
    account = user.home / "config" / "account.toml"
    account.parent.mkdir()
    server = 'host = "127.0.0.1"\nport = 1\nsecurity = "none"\n'
    account.write_text(
        f'sender = "me@localhost"\npassword_env = "WORD"\n[smtp]\n{server}[pop3]\n{server}[imap]\n{server}', "utf-8"
    )
    done = user.run(script("send_message"), WORD="very-secret")
    assert done.returncode == 0
    assert "127.0.0.1:1" in done.stdout
    assert "в соединении отказано" in done.stdout
    assert "very-secret" not in done.stdout + done.stderr


def test_receiving_leaves_the_letters_where_they_are(user: User, tmp_path: Path) -> None:
    assert user.run(script("send_message")).returncode == 0
    counting = tmp_path / "сосчитать.1cs"
    counting.write_text(FRAGMENTS["receive_messages"] + "Сообщить(МассивСообщений.Количество());", "utf-8")
    done = user.run("--context", str(SCRIPTS / "receive_messages.context.1cs"), str(counting))
    assert (done.returncode, done.stdout) == (0, "1\n")
    assert user.run(script("receive_messages")).returncode == 0
    assert len(user.letters()) == 1


def test_exchange_letters_are_deleted_and_private_ones_stay(user: User) -> None:
    put_private_letter(user)
    done = user.run(script("save_and_delete_messages"))
    assert (done.returncode, done.stdout) == (0, "")
    assert [letter.head.subject for letter in user.letters()] == ["Личное"]
    (saved,) = user.temporary.glob("*.xml")
    assert saved.read_bytes() == '<Сообщение Номер="1">Остатки на складе</Сообщение>'.encode()


def test_the_documented_exchange_goes_through(user: User) -> None:
    done = user.run(script("exchange_by_mail"))
    assert done.stdout.splitlines() == [
        f"Отправлено: {PREFIX}Message_ЦБ_СК1_1.xml, отказов: 0",
        f"Отправлено: {PREFIX}Message_ЦБ_СК1_2.xml, отказов: 0",
        "Принято сообщение обмена № 2, удалено с сервера: 2",
        "Файл вернулся байт в байт: Да",
        "Сообщений обмена в ящике: 0",
        "Личное письмо на месте: Да",
    ]
    assert done.returncode == 0
    assert done.stderr == f"Почта: 3 письма для {ADDRESS} (осталось 1); посмотреть: 1cs mail show 3\n"
    (letter,) = user.letters()
    assert letter.head.subject == "Встреча в пятницу"
    assert (letter.text() or "").strip() == "Приходи к трём."
    assert list(user.temporary.iterdir()) == [], "the scenario removes its files"


def test_the_exchange_can_be_repeated_over_the_same_box(user: User) -> None:
    first = user.run(script("exchange_by_mail"))
    again = user.run(script("exchange_by_mail"))
    assert again.stdout == first.stdout
    assert again.returncode == 0
    assert [letter.head.subject for letter in user.letters()] == ["Встреча в пятницу"] * 2


def test_no_file_has_a_name_that_another_user_could_have_taken(user: User) -> None:
    for name in ("send_message", "save_and_delete_messages"):
        assert user.run(script(name)).returncode == 0
        assert user.run(script(name)).returncode == 0
    assert len(list(user.temporary.glob("*.xml"))) == 4
    assert not list(user.temporary.glob("*Message*"))


@pytest.mark.skipif(os.name != "posix", reason="a shell script")
def test_the_demonstration_shows_what_was_received_and_saved_and_leaves_nothing(user: User) -> None:
    environment = os.environ | {"TMPDIR": str(user.temporary), "ONECS": f"{Path(sys.executable).parent}/1cs"}
    done = subprocess.run(
        ["sh", str(ROOT / "scripts" / "demo.sh")], env=environment, capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Получено писем: 1\n" in done.stdout
    assert done.stdout.count('<Сообщение Номер="1">Остатки на складе</Сообщение>') == 1
    assert list(user.temporary.iterdir()) == []


def put_private_letter(user: User) -> None:
    from sandbox.server import Sandbox
    from support.mail_clients import send

    owner = Address("", ADDRESS)
    raw = compose(Letter(sender=owner, to=(owner,), subject="Личное", texts=(TextPart("Привет"),)))
    with Sandbox(user.mail) as server:
        send(server, raw, (ADDRESS,))
