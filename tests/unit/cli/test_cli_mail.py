import os

import pytest

from interpreter.cli.accounts import close_account, mail_folder, open_account
from interpreter.cli.arguments import main
from interpreter.cli.sandbox_account import SENDER, SandboxAccount, arrival_line
from sandbox.store import Store

LETTER = (
    "From: =?utf-8?b?0JjQstCw0L0=?= <ivan@1c.ru>\r\nTo: maria@1c.ru\r\nSubject: =?utf-8?b?0J7RgtGH0ZHRgg==?=\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
    "--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nПривет\r\n"
    '--x\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename="a.csv"\r\n\r\n1;2\r\n--x--\r\n'
).encode()


@pytest.fixture
def letter() -> None:
    os.makedirs(mail_folder(), exist_ok=True)
    with Store(mail_folder()) as store:
        store.deliver(["maria@1c.ru"], LETTER)


@pytest.mark.usefixtures("letter")
def test_letters_are_listed_under_their_boxes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail"]) == 0
    box, line = capsys.readouterr().out.splitlines()
    assert box == "maria@1c.ru: 1 письмо"
    assert "   1  " in line and "Иван" in line and line.endswith("Отчёт")


@pytest.mark.usefixtures("letter")
def test_a_letter_is_shown_decoded(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail", "show", "1"]) == 0
    out = capsys.readouterr().out
    assert "От:     Иван <ivan@1c.ru>\nКому:   maria@1c.ru\n" in out
    assert "Тема:   Отчёт\n\nПривет\n\nВложения:\n  a.csv  text/csv  3 байта\n" in out


def test_domains_are_shown_as_people_write_them_and_empty_texts_not_at_all(capsys: pytest.CaptureFixture[str]) -> None:
    raw = LETTER.replace(b"maria@1c.ru", "анна@xn--80a1acny.xn--p1ai".encode()).replace("Привет".encode(), b"\r\n")
    with Store(mail_folder()) as store:
        store.deliver(["maria@1c.ru"], raw)
    assert main(["mail", "show", "1"]) == 0
    out = capsys.readouterr().out
    assert "Кому:   анна@почта.рф\n" in out
    assert "Тема:   Отчёт\n\nВложения:\n" in out


@pytest.mark.usefixtures("letter")
def test_the_source_of_a_letter_is_its_bytes(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["mail", "show", "1", "--source"]) == 0
    assert capsysbinary.readouterr().out == LETTER


def test_a_letter_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail", "show", "7"]) == 2
    assert "Нет письма с номером 7" in capsys.readouterr().err


def test_an_empty_server_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail"]) == 0
    assert capsys.readouterr().out.startswith("Писем нет")


@pytest.mark.usefixtures("letter")
def test_clear_says_what_it_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail", "clear", "other@1c.ru"]) == 0
    assert main(["mail", "clear"]) == 0
    assert capsys.readouterr().out.splitlines() == ["Удалено: 0 писем (other@1c.ru)", "Удалено: 1 письмо"]


@pytest.mark.parametrize(
    ("arrivals", "present", "line"),
    [
        ([], {7}, ""),
        ([("a@b.ru", 1)], {1}, "Почта: 1 письмо для a@b.ru; посмотреть: 1cs mail show 1"),
        (
            [("a@b.ru", 1), ("a@b.ru", 2), ("c@d.ru", 3)],
            {1, 2, 3},
            "Почта: 2 письма для a@b.ru, 1 письмо для c@d.ru; посмотреть: 1cs mail",
        ),
        (
            [("a@b.ru", 1), ("a@b.ru", 2), ("a@b.ru", 3)],
            {3, 7},
            "Почта: 3 письма для a@b.ru (осталось 1); посмотреть: 1cs mail show 3",
        ),
        ([("a@b.ru", 1)], {7}, "Почта: 1 письмо для a@b.ru (осталось 0)"),
    ],
)
def test_one_line_says_what_arrived(arrivals: list[tuple[str, int]], present: set[int], line: str) -> None:
    assert arrival_line(arrivals, present) == line


def test_the_sandbox_is_the_account_until_another_is_set() -> None:
    import smtplib

    account = open_account()
    assert isinstance(account, SandboxAccount)
    with smtplib.SMTP(account.smtp.host, account.smtp.port) as client:
        client.sendmail(SENDER, ["maria@1c.ru"], b"Subject: x\r\n\r\nHello\r\n")
    assert [address for address, _ in account.arrived()] == ["maria@1c.ru"]
    assert close_account(account) == "Почта: 1 письмо для maria@1c.ru; посмотреть: 1cs mail show 1"
