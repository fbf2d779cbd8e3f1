"""Promises from the side of who embeds the interpreter; what scripts see is in tests/programs/enterprise/async."""

from __future__ import annotations

import gc
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from interpreter.backtrace import report
from interpreter.cache import Cache
from interpreter.session import Session
from interpreter.source import Source
from runtime.errors import OnecError, ScriptExit
from runtime.host import Host
from stdlib.enterprise.asynchrony.workers import Workers

if TYPE_CHECKING:
    from pathlib import Path

PAUSE = "Асинх Функция Пауза(Мс, Что = 1) Ждать ПриостановитьАсинх(Мс); Возврат Что; КонецФункции\n"


class Recorder(Host):
    def __init__(self) -> None:
        self.output: list[str] = []

    def write(self, text: str) -> None:
        self.output.append(text.removesuffix("\n"))

    def allows(self, what: str, detail: str) -> bool:
        return what == "read"


def begun() -> tuple[Session, list[str]]:
    host = Recorder()
    return Session(language="enterprise", host=host), host.output


def run(text: str) -> list[str]:
    session, output = begun()
    session.run(Source("текст", text))
    return output


def test_a_run_ends_when_nothing_is_pending() -> None:
    session, output = begun()
    text = PAUSE + "Асинх Процедура П() Сообщить(Ждать Пауза(20)); КонецПроцедуры П(); Сообщить(0);"
    session.run(Source("текст", text))
    assert output == ["0", "1"]


def test_an_entry_of_the_dialogue_ends_when_nothing_is_pending() -> None:
    session, output = begun()
    session.evaluate(Source("1", PAUSE + "Асинх Функция П() Сообщить(Ждать Пауза(5)); Возврат 7; КонецФункции"))
    promise = session.evaluate(Source("2", "П()"))
    assert output == ["1"]
    assert promise.is_done
    assert promise.value == 7


def test_a_later_text_awaits_a_promise_of_an_earlier_one() -> None:
    session, output = begun()
    session.run(Source("1", "Перем О;" + PAUSE + "О = Пауза(1, 5);"))
    session.run(Source("2", "Асинх Процедура П() Сообщить(Ждать О); КонецПроцедуры П();"))
    assert output == ["5"]


def test_the_error_nobody_heard_of_is_raised_once() -> None:
    session, output = begun()
    with pytest.raises(OnecError, match="никому"):
        session.run(Source("1", 'Асинх Процедура П() ВызватьИсключение "никому"; КонецПроцедуры П();'))
    session.run(Source("2", "Сообщить(2);"))
    assert output == ["2"]


def test_what_was_pending_is_forgotten_after_an_exit() -> None:
    session, output = begun()
    text = PAUSE + "Асинх Процедура П() Ждать Пауза(1); ЗавершитьРаботу(4); КонецПроцедуры\n"
    with pytest.raises(ScriptExit):
        session.run(Source("1", text + "Асинх Процедура Г() Ждать Пауза(50); Сообщить(1); КонецПроцедуры Г(); П();"))
    session.run(Source("2", "Сообщить(2);"))
    assert output == ["2"]


def test_the_report_shows_the_methods_that_awaited() -> None:
    text = PAUSE + "Асинх Функция А()\nЖдать Пауза(1);\nВозврат 1 / 0;\nКонецФункции\nАсинх Процедура Б()\nЖдать А();\n"
    with pytest.raises(OnecError) as caught:
        run(text + "КонецПроцедуры\nБ();")
    lines = report(caught.value).splitlines()
    assert lines[0] == "{текст(4,9)}: Деление на 0"
    assert [line.strip() for line in lines[-2:]] == ["в А() {текст(4,9)}", "в Б() {текст(7,1)}"]


def test_work_is_done_with_the_hosts_permissions() -> None:
    with pytest.raises(OnecError, match="Запись файлов запрещена"):
        run('УдалитьФайлыАсинх("/нет/такого");')


def test_code_without_promises_does_not_load_them() -> None:
    names = [name for name in sys.modules if name.startswith("stdlib.enterprise.asynchrony.")]
    kept = {name: sys.modules.pop(name) for name in names}
    try:
        run('Ф = Новый Файл("а"); Сообщить(Ф.Имя);')
        assert "stdlib.enterprise.asynchrony.event_loop" not in sys.modules
    finally:
        sys.modules.update(kept)


def test_async_methods_come_from_the_cache(tmp_path: Path) -> None:
    text = PAUSE + "Асинх Процедура П() Сообщить(Ждать Пауза(1)); КонецПроцедуры П();"
    for _ in range(2):
        host = Recorder()
        Session(host=host, cache=Cache(str(tmp_path))).run_bytes("текст.os", text.encode(), is_last=True)
        assert host.output == ["1"]


def test_an_interruption_ends_the_wait() -> None:
    session, output = begun()
    text = PAUSE + "Асинх Процедура П() Ждать Пауза(5000); Сообщить(1); КонецПроцедуры П();"

    def interrupt() -> None:
        time.sleep(0.1)
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    threading.Thread(target=interrupt).start()
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        session.run(Source("текст", text))
    assert time.monotonic() - began < 4
    session.run(Source("2", "Сообщить(2);"))
    assert output == ["2"]


def test_a_stack_too_deep_is_an_error_of_the_script() -> None:
    with pytest.raises(RecursionError):
        run("Асинх Функция Ф(А) Возврат 1 + Ждать Ф(А + 1); КонецФункции Ф(1);")
    # Coroutines that were made and never begun would complain now.
    gc.collect()


def test_many_promises_need_few_threads() -> None:
    before = threading.active_count()
    text = """
    Асинх Процедура П()
        Обещания = Новый Массив;
        Для Сч = 1 По 500 Цикл Обещания.Добавить(НайтиФайлыАсинх("/нет")); КонецЦикла;
        Н = 0;
        Для Каждого О Из Обещания Цикл Н = Н + 1 + (Ждать О).Количество(); КонецЦикла;
        Сообщить(Н);
    КонецПроцедуры
    П();
    """
    assert run(text) == ["500"]
    assert threading.active_count() <= before + 32


def test_works_of_one_owner_are_done_in_order_and_those_of_others_meanwhile() -> None:
    workers, gate, owner, finished = Workers(), threading.Event(), object(), threading.Event()
    done: list[int] = []

    def first() -> None:
        gate.wait(5)
        done.append(1)

    def last() -> None:
        done.append(3)
        finished.set()

    for work in (first, lambda: done.append(2), last):
        workers.submit(work, owner)
    workers.submit(gate.set)
    assert finished.wait(5)
    assert done == [1, 2, 3]


def test_no_more_threads_work_than_the_limit() -> None:
    workers, lock, most, now = Workers(limit=3), threading.Lock(), 0, 0
    finished = threading.Semaphore(0)

    def work() -> None:
        nonlocal most, now
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.005)
        with lock:
            now -= 1
        finished.release()

    for _ in range(20):
        workers.submit(work)
    for _ in range(20):
        assert finished.acquire(timeout=5)
    assert 1 <= most <= 3


def test_one_object_may_have_many_events_and_handlers() -> None:
    text = """
    Перем Сколько;
    Процедура П() Сколько = Сколько + 1; КонецПроцедуры
    Сколько = 0;
    Для Сч = 1 По 1000 Цикл ДобавитьОбработчик ЭтотОбъект.Событие, П; КонецЦикла;
    ВызватьСобытие("Событие");
    Сообщить(Сколько = 1000);
    """
    assert run(text) == ["Да"]


def test_handlers_outlive_an_entry_of_the_dialogue() -> None:
    session, output = begun()
    session.run(Source("1", "Процедура П() Сообщить(1); КонецПроцедуры ДобавитьОбработчик ЭтотОбъект.С, П;"))
    session.run(Source("2", "Процедура Г() КонецПроцедуры"))
    session.run(Source("3", 'ВызватьСобытие("С");'))
    assert output == ["1"]
