"""What the code made of Element programs is like; what they do is in tests/programs/element."""

from __future__ import annotations

import marshal

import pytest

from interpreter.backtrace import frames, report
from interpreter.diagnostics import Refused
from interpreter.element import front
from interpreter.modules import Module
from interpreter.session import Session
from interpreter.source import Source
from runtime.errors import OnecError
from runtime.host import Host


class Recording(Host):
    def __init__(self, *arguments: str) -> None:
        self.arguments = arguments
        self.written = ""

    def write(self, text: str) -> None:
        self.written += text


def run(*texts: str, arguments: tuple[str, ...] = ()) -> str:
    """The output of a script after its contexts."""
    host = Recording(*arguments)
    session = Session(language="element", host=host)
    for number, text in enumerate(texts):
        session.run_bytes(f"текст {number}", text.encode(), is_context=number < len(texts) - 1)
    return host.written


def helpers(body: str) -> set[str]:
    """Names of what compiled code takes from the runtime, but for the entry."""
    artifact = front.compile(
        Source("проба", f"метод Проба(Ч: Число, С: Строка, Б: Булево)\n{body}\n;"), Module("element")
    )
    return {name for name in artifact.links if name not in ("1c.no_entry", "1c.entry")}


def failure(text: str) -> Exception:
    with pytest.raises(Exception) as caught:
        run(text)
    return caught.value


@pytest.mark.parametrize(
    "body",
    [
        "пер Х = Ч + 2 * Ч - 1",
        "пер Х = Ч > 1 и С == \"а\"",
        "если Б\nЧ = 1\n;",
        "пер Х = С + С",
        "пер Х = \"<%С>\"",
        "пер Х: Число? = Неопределено\nпер Да = Х == Неопределено",
        "пока Ч < 3\nЧ += 1\n;",
    ],
)  # fmt: skip
def test_operations_on_known_types_need_no_helper(body: str) -> None:
    assert helpers(body) == set()


def test_operations_on_unknown_types_are_left_to_the_runtime() -> None:
    assert helpers("пер Х: неизвестно = Ч\nпер У = Х + 1") == {"1c.add"}


def test_elements_of_an_array_are_read_bare_by_a_natural_variable() -> None:
    natural = "знч М = <Число>[]\nпер И = 0\nпока И < 3\nЧ = М[И]\nИ += 1\n;"
    assert helpers(natural) == {"1c.array"}
    assert "1c.item" in helpers(natural.replace("И += 1", "И -= 1"))


def test_dividing_is_left_to_the_runtime_unless_a_whole_number_has_no_rest() -> None:
    assert helpers("пер Х = Ч / Ч") == {"1c.divide"}
    assert helpers("пер Х = Ч / 2") == {"1c.divide", "1c.int", "1c.type"}
    assert helpers("пер К = 7\nпер Х = К / 2") == {"1c.divide"}
    assert helpers("пер К = 8\nпер Х = К % 2 == 0 ? К / 2 : К") == set()
    assert helpers("пер К = 8\nесли К % 2 == 0\nК = К / 2\n;") == set()


def test_an_artifact_can_be_kept() -> None:
    artifact = front.compile(Source("проба", "метод Скрипт()\n;"), Module("element"))
    assert marshal.loads(marshal.dumps(artifact.dump())) == artifact.dump()


def test_names_of_python_are_ordinary_names() -> None:
    text = (
        "метод Скрипт()\nпер class = 1\nпер __debug__ = 2\nпер None = 3\nКонсоль.Записать(class + __debug__ + None)\n;"
    )
    assert run(text) == "6\n"


def test_an_error_is_placed_at_the_very_expression() -> None:
    error = failure("метод Скрипт()\n    знч М = [1]\n    Консоль.Записать(1 + М[7])\n;")
    (innermost,) = frames(error)
    assert innermost.source.slice(innermost.span) == "М[7]"
    assert "{текст 0(3,26)}: Индекс" in report(error)


def test_the_stack_names_methods_and_lambdas() -> None:
    text = """
метод Скрипт()
    Промежуточный()
;
метод Промежуточный()
    знч М = [1]
    М.ДляКаждого(Х -> Глубокий(Х))
;
метод Глубокий(Х: Число)
    выбросить новый ИсключениеАрифметики("дно")
;
"""
    assert [frame.method for frame in frames(failure(text))] == [
        "Глубокий()",
        "лямбда-функции",
        "Промежуточный()",
        "Скрипт()",
    ]


def test_a_fault_of_ours_is_not_told_as_an_exception_of_the_script(monkeypatch: pytest.MonkeyPatch) -> None:
    from stdlib.element.collections.array import Array

    def broken(self: Array) -> int:
        raise KeyError("наша ошибка")

    monkeypatch.setattr(Array, "ВМассив()", broken)
    text = "метод Скрипт()\nпопытка\nзнч К = [1].ВМассив()\nпоймать О: Исключение\nКонсоль.Записать(1)\n;\n;"
    assert isinstance(failure(text), KeyError)


class TestContexts:
    CONTEXT = """
конст ИМЯ = "мир"
структура Точка
    пер Х: Число
;
метод Привет(Кому: Строка): Строка
    возврат "Привет, %Кому"
;
метод Скрипт()
    Консоль.Записать("не должно выполниться")
;
"""

    def test_a_script_uses_what_its_context_declares(self) -> None:
        script = "метод Скрипт()\nКонсоль.Записать(Привет(ИМЯ) + новый Точка(5).Х)\n;"
        assert run(self.CONTEXT, script) == "Привет, мир5\n"

    def test_a_script_may_declare_the_same_names_anew(self) -> None:
        script = 'метод Скрипт()\nКонсоль.Записать(Привет("я"))\n;\nметод Привет(Кому: Строка): Строка\nвозврат Кому\n;'
        assert run(self.CONTEXT, script) == "я\n"


class TestInputs:
    def inputs(self, *texts: str) -> list[object]:
        module = Module("element")
        return [module.run(front.compile_input(Source("ввод", text), module), "ввод") for text in texts]

    def test_variables_and_methods_live_on(self) -> None:
        results = self.inputs(
            "пер Х = 2",
            "метод Двойное(А: Число): Число\nвозврат А * 2\n;",
            "Х += 1",
            "Двойное(Х)",
            "знч М = [Х]",
            "М[0] + 1",
        )
        assert results[3] == 6
        assert results[5] == 4

    def test_a_lambda_keeps_the_value_of_a_variable(self) -> None:
        assert self.inputs("пер Х = 2", "знч Ф = () -> Х", "Х = 5", "Ф()")[3] == 2

    def test_a_method_assigns_a_variable_of_the_session(self) -> None:
        assert self.inputs("пер Х = 2", "метод Увеличить()\nХ += 1\n;", "Увеличить()", "Х")[3] == 3

    def test_return_has_nowhere_to_go(self) -> None:
        with pytest.raises(Refused):
            self.inputs("возврат 5")

    def test_the_mistake_told_is_that_of_the_likeliest_kind_of_input(self) -> None:
        with pytest.raises(Refused) as refused:
            self.inputs("если Истина\nпер Х = \n;")
        assert refused.value.diagnostics[0].line == 3


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (" + ".join(["1"] * 450), 450),
        (" и ".join(["Истина"] * 450), True),
        ('"а"' + ".ВВерхнийРегистр()" * 200, "А"),
        ('("а" как Строка?)' + "?.ВВерхнийРегистр()" * 200, "А"),
        ("(1 как Число?)" + "!" * 400, 1),
        ("(1 как Объект)" + " как Число" * 400, 1),
        ("(" * 100 + "1" + ")" * 100, 1),
        ('"' + "%{1}" * 450 + '"', "1" * 450),
    ],
)  # fmt: skip
def test_long_and_deep_expressions_compile(expression: str, value: object) -> None:
    text = f"метод Скрипт(): Объект?\nвозврат {expression}\n;"
    assert Session(language="element").run(Source("проба", text)) == value


def test_blocks_too_deep_for_python_are_a_mistake_of_the_script() -> None:
    text = "метод Скрипт()\n" + "".join(f"для И{i} = 1 по 1\n" for i in range(25)) + ";" * 25 + "\n;"
    with pytest.raises(Refused) as refused:
        run(text)
    assert refused.value.diagnostics[0].message == "Слишком большая вложенность"
    assert refused.value.diagnostics[0].line > 15


class TestEntry:
    SCRIPT = (
        'метод Скрипт(Н: Число, Да: Булево, День: Дата = Дата{2020-01-01}): Строка\nвозврат "%Н %Да %{День.Год}"\n;'
    )

    @pytest.mark.parametrize(
        ("arguments", "output"),
        [(("1", "ложь"), "1 Ложь 2020\n"), (("-2.5", "True", "1999-12-31"), "-2.5 Истина 1999\n")],
    )
    def test_words_become_values(self, arguments: tuple[str, ...], output: str) -> None:
        assert run(self.SCRIPT, arguments=arguments) == output

    @pytest.mark.parametrize(
        "arguments", [("1",), ("1", "да"), ("1e5", "ложь"), ("1", "ложь", "вчера"), ("1", "ложь", "", "4")]
    )
    def test_words_that_do_not_fit_are_refused(self, arguments: tuple[str, ...]) -> None:
        with pytest.raises(OnecError, match="командной строки"):
            run(self.SCRIPT, arguments=arguments)
