"""Libraries where programs cannot show it: the cache, encodings, checks, the dialogue, safe mode, limits of speed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from interpreter.backtrace import report
from interpreter.cache import Cache
from interpreter.cli.check import check
from interpreter.diagnostics import Refused
from interpreter.enterprise.compiler.module import compile_object
from interpreter.enterprise.libraries import compiling
from interpreter.session import Session
from interpreter.source import Source
from runtime.errors import OnecError
from runtime.host import Host

if TYPE_CHECKING:
    from pathlib import Path

MODULE = "Функция Ф() Экспорт\n\tВозврат 1;\nКонецФункции\n"


class Reader(Host):
    """May read files, and keeps what is written."""

    def __init__(self) -> None:
        self.output: list[str] = []

    def write(self, text: str) -> None:
        self.output.append(text.removesuffix("\n"))

    def allows(self, what: str, detail: str) -> bool:
        return what == "read"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONECS_HOME", str(tmp_path / "дом"))
    monkeypatch.delenv("ONECS_LIB", raising=False)
    work = tmp_path / "работа"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


def put(folder: Path, name: str, text: str, encoding: str = "utf-8") -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding)


def run(text: str, cache: Cache | None = None) -> list[str]:
    host = Reader()
    session = Session(language="enterprise", host=host, cache=cache)
    session.run_bytes("главный.os", text.encode(), is_last=True)
    return host.output


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of libraries that are compiled from now on."""
    names: list[str] = []

    def noting(tree: object, source: Source, *rest: object) -> object:
        names.append(os.path.basename(source.name))
        return compile_object(tree, source, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(compiling, "compile_object", noting)
    return names


def test_a_second_run_compiles_nothing(folder: Path, compiled: list[str]) -> None:
    put(folder, "л/Мод.os", MODULE)
    put(folder, "л/Второй.os", "Функция Ф() Экспорт\nВозврат Мод.Ф() + 1;\nКонецФункции")
    cache = Cache(str(folder / "кэш"))
    text = '#Использовать "л"\nСообщить(Второй.Ф());'
    assert run(text, cache) == ["2"]
    assert sorted(compiled) == ["Второй.os", "Мод.os"]
    compiled.clear()
    assert run(text, cache) == ["2"]
    assert compiled == []


def test_a_changed_file_is_compiled_anew_and_no_other(folder: Path, compiled: list[str]) -> None:
    put(folder, "л/Мод.os", MODULE)
    put(folder, "л/Второй.os", "Функция Ф() Экспорт\nВозврат Мод.Ф() + 1;\nКонецФункции")
    cache = Cache(str(folder / "кэш"))
    text = '#Использовать "л"\nСообщить(Второй.Ф());'
    run(text, cache)
    compiled.clear()
    put(folder, "л/Мод.os", MODULE.replace("1", "10"))
    assert run(text, cache) == ["11"]
    assert compiled == ["Мод.os"]


def test_a_new_file_of_a_library_is_seen_by_cached_scripts(folder: Path) -> None:
    put(folder, "л/Мод.os", MODULE)
    cache = Cache(str(folder / "кэш"))
    text = '#Использовать "л"\nСообщить(Символы.ПС = 5);'
    assert run(text, cache) == ["Нет"]
    put(folder, "л/Символы.os", "Перем ПС Экспорт; ПС = 5;")
    assert run(text, cache) == ["Да"]
    (folder / "л/Символы.os").unlink()
    assert run(text, cache) == ["Нет"]


def test_a_method_that_begins_to_give_a_parameter_back_is_called_so_by_cached_scripts(folder: Path) -> None:
    put(folder, "л/К.os", "Процедура ПриСозданииОбъекта()\nКонецПроцедуры\nПроцедура Найти(А) Экспорт\nКонецПроцедуры")
    cache = Cache(str(folder / "кэш"))
    text = '#Использовать "л"\nА = 1; О = Новый К; О.Найти(А); Сообщить(А);'
    assert run(text, cache) == ["1"]
    put(
        folder,
        "л/К.os",
        "Процедура ПриСозданииОбъекта()\nКонецПроцедуры\nПроцедура Найти(А) Экспорт\nА = 2;\nКонецПроцедуры",
    )
    assert run(text, cache) == ["2"]


def test_a_library_that_goes_is_told_by_a_cached_script(folder: Path) -> None:
    put(folder, "л/Мод.os", MODULE)
    cache = Cache(str(folder / "кэш"))
    text = '#Использовать "л"\nСообщить(Мод.Ф());'
    assert run(text, cache) == ["1"]
    (folder / "л/Мод.os").unlink()
    with pytest.raises(Refused, match="В папке нет модулей и классов"):
        run(text, cache)


def test_a_circle_that_arises_later_is_told(folder: Path) -> None:
    put(folder, "а/МодА.os", '#Использовать "../б"')
    put(folder, "б/МодБ.os", MODULE)
    cache = Cache(str(folder / "кэш"))
    assert run('#Использовать "а"', cache) == []
    put(folder, "б/МодБ.os", '#Использовать "../а"')
    with pytest.raises(Refused, match="друг друга по кругу: а → б → а"):
        run('#Использовать "а"', cache)


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8-sig", "utf-16"])
def test_libraries_may_be_in_other_encodings(folder: Path, encoding: str) -> None:
    put(folder, "л/Мод.os", 'Функция Имя() Экспорт\n\tВозврат "ёлка";\nКонецФункции', encoding)
    assert run('#Использовать "л"\nСообщить(Мод.Имя());') == ["ёлка"]


def test_a_file_that_is_no_text_is_told(folder: Path) -> None:
    folder.joinpath("Мод.os").write_bytes(b"\xff\x98\x98")
    with pytest.raises(Refused, match="Кодировка файла не распознана"):
        run('#Использовать "Мод.os"')


def test_libraries_are_found_in_the_folders_of_the_variable_and_of_the_user(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "одна/первая/Первый.os", MODULE)
    put(tmp_path, "другая/вторая.os", MODULE)
    put(tmp_path, "дом/data/lib/третья/Modules/Третий.os", MODULE)
    monkeypatch.setenv("ONECS_LIB", os.pathsep.join((str(tmp_path / "одна"), str(tmp_path / "другая"))))
    text = "#Использовать первая\n#Использовать вторая\n#Использовать третья\n"
    assert run(text + "Сообщить(Первый.Ф() + вторая.Ф() + Третий.Ф());") == ["3"]


def test_libraries_are_found_above_the_script(folder: Path) -> None:
    put(folder, "oscript_modules/л/Мод.os", MODULE)
    put(folder, "в/глубине/сценарий.os", "#Использовать л\nСообщить(Мод.Ф());")
    host = Reader()
    name = "в/глубине/сценарий.os"
    Session(language="enterprise", host=host).run_bytes(name, (folder / name).read_bytes())
    assert host.output == ["1"]


def test_what_is_missing_is_told_with_the_places_looked_at(folder: Path) -> None:
    with pytest.raises(Refused) as refused:
        run("\n#Использовать нет_такой")
    [diagnostic] = refused.value.diagnostics
    assert (diagnostic.line, diagnostic.message) == (2, "Библиотека не найдена (нет_такой)")
    assert str(folder / "oscript_modules") in diagnostic.hint
    assert "ONECS_LIB" in diagnostic.hint


def test_safe_mode_reads_no_libraries(folder: Path) -> None:
    put(folder, "л/Мод.os", MODULE)
    with pytest.raises(Refused, match="Чтение файлов запрещено"):
        Session(language="enterprise", host=Host()).run(Source("главный.os", '#Использовать "л"'))
    with pytest.raises(OnecError, match="Чтение файлов запрещено"):
        Session(language="enterprise", host=Host()).run(Source("главный.os", 'ЗагрузитьСценарий("л/Мод.os");'))


def test_the_stack_shows_both_files(folder: Path) -> None:
    put(folder, "л/Классы/К.os", "Процедура П() Экспорт\n\tА = 1 / 0;\nКонецПроцедуры")
    with pytest.raises(OnecError) as failed:
        run('#Использовать "л"\nО = Новый К;\nО.П();')
    shown = report(failed.value)
    assert "в П() {л/Классы/К.os(2,6)}" in shown
    assert "в теле модуля {главный.os(3,1)}" in shown


def test_the_dialogue_uses_libraries(folder: Path) -> None:
    put(folder, "л/Модули/Мод.os", MODULE)
    put(folder, "л/Классы/К.os", "Перем А Экспорт;\nА = 5;")
    session = Session(language="enterprise", host=Reader())
    assert session.evaluate(Source("<ввод 1>", '#Использовать "л"')) is None
    assert session.evaluate(Source("<ввод 2>", "Мод.Ф()")) == 1
    assert session.evaluate(Source("<ввод 3>", "О = Новый К;")) is None
    assert session.evaluate(Source("<ввод 4>", "О.А")) == 5
    assert "Мод" in session.names()
    [member] = type(session.value_of("Мод")).__onec__.all_members()
    assert (member.title, member.summary) == ("Ф()", "")
    put(folder, "Т.os", "Перем Х Экспорт;\nХ = 7;")
    session.evaluate(Source("<ввод 5>", 'ПодключитьСценарий("Т.os", "Тип7")'))
    assert session.evaluate(Source("<ввод 6>", "Новый Тип7().Х")) == 7


def test_sessions_have_libraries_of_their_own(folder: Path) -> None:
    put(folder, "л/Мод.os", "Перем Раз Экспорт;\nРаз = 0;")
    text = '#Использовать "л"\nМод.Раз = Мод.Раз + 1;\nСообщить(Мод.Раз);'
    assert run(text) == ["1"]
    assert run(text) == ["1"]


def test_an_attached_file_that_has_changed_is_another_class(folder: Path) -> None:
    put(folder, "Т.os", "Перем Х Экспорт;\nХ = 1;")
    session = Session(language="enterprise", host=Reader())
    attach = Source("а", 'ПодключитьСценарий("Т.os", "Т"); О = Новый Т;')
    session.run(attach)
    put(folder, "Т.os", "Перем Х Экспорт;\nХ = 2;")
    session.run(attach)
    assert session.evaluate(Source("б", "О.Х")) == 2


def test_checks_tell_of_members_that_modules_do_not_have(folder: Path) -> None:
    put(folder, "л/Мод.os", MODULE)
    text = '#Использовать "л"\nМод.Фу();\nСообщить(Мод.Б);\nМод.Ф(1);\nМод.Ф();'
    found = Session(language="enterprise", host=Reader()).check(Source("главный.os", text))
    assert [(each.line, each.message, each.severity) for each in found] == [
        (2, "Метод объекта не обнаружен (Фу)", "warning"),
        (3, "Поле объекта не обнаружено (Б)", "warning"),
        (4, "Слишком много фактических параметров", "warning"),
    ]


def test_a_module_that_a_variable_hides_is_not_checked(folder: Path) -> None:
    put(folder, "л/Мод.os", MODULE)
    text = '#Использовать "л"\nМод = Новый Структура("Б");\nСообщить(Мод.Б);'
    assert Session(language="enterprise", host=Reader()).check(Source("главный.os", text)) == ()


def test_files_of_a_library_are_checked_as_such(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, "л/Модули/Мод.os", MODULE + "О = Новый К;")
    put(folder, "л/Классы/К.os", "А = Мод.Ф();\nБ = НетТакой;")
    put(folder, "главный.os", '#Использовать "л"')
    assert check(["л"]) == 65
    told = capsys.readouterr().err
    assert "К.os(2,5)}: Переменная не определена (НетТакой)" in told
    assert "Мод.os" not in told
    assert "1 ошибка" in told


def test_types_that_nobody_attaches_are_refused_before_the_run(folder: Path) -> None:
    put(folder, "л/Мод.os", MODULE)
    with pytest.raises(Refused, match="Тип не определен"):
        run('#Использовать "л"\nО = Новый Неведомый;')


def test_a_library_may_attach_types_for_those_that_use_it(folder: Path) -> None:
    put(folder, "л/Мод.os", 'ПодключитьСценарий("Вещь.os", "Вещь");')
    put(folder, "Вещь.os", "Перем Х Экспорт;\nХ = 3;")
    assert run('#Использовать "л"\nСообщить(Новый Вещь().Х);') == ["3"]


def test_objects_are_freed(folder: Path) -> None:
    import gc
    import weakref

    put(folder, "Т.os", "Перем Х Экспорт;")
    session = Session(language="enterprise", host=Reader())
    session.run(Source("а", 'ПодключитьСценарий("Т.os", "Т"); О = Новый Т;'))
    gone = weakref.ref(session.value_of("О"))
    session.run(Source("б", "О = 0;"))
    gc.collect()
    assert gone() is None
