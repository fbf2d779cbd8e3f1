"""What programs cannot show: what goes beside the output, prompts, other threads."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

import pytest

from runtime.dialect import bound
from runtime.enterprise.reference import Reference
from runtime.errors import OnecError
from runtime.host import Host, current, require, using
from stdlib.enterprise.session import dialogs, input, status
from stdlib.enterprise.session.event_log import write_log_event
from stdlib.enterprise.session.event_log_level import EventLogLevel
from stdlib.enterprise.session.question_dialog_mode import QuestionDialogMode
from stdlib.enterprise.session.safe_mode import SafeHost, safe_mode, set_safe_mode

NOON = 1_705_320_000.0
"""15.01.2024 12:00:00 of universal time."""


class Recorder(Host):
    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.prompts: list[str] = []
        self.written = self.told = ""

    def write(self, text: str) -> None:
        self.written += text

    def write_error(self, text: str) -> None:
        self.told += text

    def read_line(self, prompt: str = "") -> str | None:
        self.prompts.append(prompt)
        return self.lines.pop(0) if self.lines else None

    def now(self) -> float:
        return NOON

    def allows(self, what: str, detail: str) -> bool:
        return True


def test_the_log_is_written_beside_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    from stdlib.enterprise.session.time_zones import set_session_time_zone

    host = Recorder()
    with using(host):
        set_session_time_zone("GMT")
        try:
            bound(write_log_event)("Обмен", EventLogLevel.error, None, 5, "нет связи")
            bound(write_log_event)("Начало")
        finally:
            set_session_time_zone("")
    first, second = host.told.splitlines()
    assert first == "15.01.2024 12:00:00 Ошибка: Обмен: 5; нет связи"
    assert second == "15.01.2024 12:00:00 Примечание: Начало"
    assert not host.written


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("Загрузка",), "Загрузка\n"),
        (("Загрузка", 50), "Загрузка 50%\n"),
        (("Загрузка", 50, "письма"), "Загрузка 50%: письма\n"),
        (("", 7), "7%\n"),
        ((), ""),
    ],
)
def test_the_state_is_one_line_beside_the_output(arguments: tuple[object, ...], told: str) -> None:
    host = Recorder()
    with using(host):
        bound(status.status)(*arguments)
    assert (host.told, host.written) == (told, "")


def test_a_question_shows_its_answers_and_asks_again() -> None:
    host = Recorder("хм", "нет")
    with using(host):
        answer = bound(dialogs.do_query_box)("Идём?", QuestionDialogMode.yes_no, None, None, "Решение")
    assert answer.ru == "Нет"
    assert host.prompts == ["Решение\nИдём? (Да/Нет): "] * 2


def test_a_wrong_number_is_asked_for_again() -> None:
    host = Recorder("пять", "5")
    variable = Reference(0)
    with using(host):
        assert bound(input.input_number)(variable, "Сколько") is True
    assert variable.value == 5
    assert host.prompts == ["Сколько: ", "Это не число. Введите число: "]


def test_an_expression_instead_of_a_variable_takes_nothing() -> None:
    with using(Recorder("Вася")):
        assert bound(input.input_string)("литерал") is True


def in_safe_mode(work: Callable[[], None]) -> None:
    """As a script's method would: one frame between it and the function."""

    def checked() -> None:
        set_safe_mode(True)

    checked()
    work()


def test_safe_mode_refuses_and_ends_with_its_method() -> None:
    def work() -> None:
        assert safe_mode() is True
        for what in ("read", "write", "network", "process"):
            with pytest.raises(OnecError, match="запрещ"):
                require(what, "/etc/hosts")

    with using(Recorder()):
        in_safe_mode(work)
        assert isinstance(current(), SafeHost)
        assert safe_mode() is False
        require("read", "/etc/hosts")


def test_safe_mode_holds_in_other_threads() -> None:
    refused: list[bool] = []

    def work() -> None:
        host = current()
        thread = Thread(target=lambda: refused.append(not host.allows("network", "example.org")))
        thread.start()
        thread.join()

    with using(Recorder()):
        in_safe_mode(work)
    assert refused == [True]


def test_a_temporary_file_is_no_way_out(tmp_path: object) -> None:
    from tempfile import gettempdir

    def work() -> None:
        host = current()
        assert host.allows("write", f"{gettempdir()}/v8_a.txt")
        assert not host.allows("write", f"{gettempdir()}/v8_a/../other.txt")
        assert not host.allows("process", f"{gettempdir()}/v8_a")

    with using(Recorder()):
        in_safe_mode(work)


def test_safe_mode_leaves_the_rest_of_the_host_as_it_is() -> None:
    host = Recorder("строка")

    def work() -> None:
        current().write("а")
        assert current().read_line() == "строка"
        assert current().now() == NOON
        assert current().locale == "ru_RU"

    with using(host):
        in_safe_mode(work)
    assert host.written == "а"
