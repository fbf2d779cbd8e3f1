import json

import pytest

from interpreter.diagnostics import Diagnostic, Note, Refused, cell_width, draw, excerpt
from interpreter.source import Source, Span


def place(text: str, part: str) -> tuple[Source, Span]:
    start = text.index(part)
    return Source("проба.1cs", text), Span(start, start + len(part))


def carets(text: str, part: str) -> str:
    """The line of carets behind its gutter."""
    return excerpt(*place(text, part)).split("\n")[1].removeprefix("      │ ")


def test_carets_stand_below_the_place() -> None:
    assert carets("А = Бб + 1;", "Бб") == "    ^^"


def test_carets_after_tabs_keep_the_tabs() -> None:
    assert carets("\t\tА = Бб;", "Бб") == "\t\t    ^^"


def test_wide_characters_take_two_cells() -> None:
    assert carets('А = "😀" + Бб;', "Бб") == " " * (4 + 4 + 3) + "^^"
    assert carets('А = "日本";', "日本") == "     ^^^^"


def test_combining_marks_take_none() -> None:
    assert carets("и\u0306 = Бб;", "Бб") == "    ^^"
    assert cell_width("\u0306") == 0


def test_a_place_of_many_lines_is_marked_to_the_end_of_the_first() -> None:
    assert carets("А = Ф(1,\n2);", "Ф(1,\n2)") == "    ^^^^"


def test_a_place_behind_the_line_has_one_caret() -> None:
    assert excerpt(Source("проба", "А = "), Span(4, 4)) == "    1 │ А =\n      │     ^"


def test_a_blank_line_is_not_shown() -> None:
    assert excerpt(Source("проба", "А\n   \nБ"), Span(3, 4)) == ""


def test_of_a_long_line_a_part_is_shown() -> None:
    text = "А = " + "1 + " * 1000 + "Бб;"
    shown, below = excerpt(*place(text, "Бб")).split("\n")
    assert len(shown) < 300
    assert shown.index("Бб") == below.index("^^")
    assert "…" in shown


def test_control_characters_are_not_sent_to_the_terminal() -> None:
    shown = excerpt(*place("А = \x1b[2J\x00Бб;", "Бб"))
    assert "\x1b" not in shown and "\x00" not in shown


def test_a_diagnostic_is_drawn_in_every_style() -> None:
    source, span = place("А = 1;\n  Б = Вв;", "Вв")
    diagnostic = Diagnostic(
        source, span, "Переменная не определена (Вв)", "Подсказка", notes=(Note(Span(0, 1), "Тут"),)
    )
    assert draw(diagnostic, "short") == "{проба.1cs(2,7)}: Переменная не определена (Вв)"
    assert draw(diagnostic) == (
        "{проба.1cs(2,7)}: Переменная не определена (Вв)\n"
        "    2 │   Б = Вв;\n"
        "      │       ^^\n"
        "    Тут:\n"
        "    1 │ А = 1;\n"
        "      │ ^\n"
        "    Подсказка"
    )
    assert json.loads(draw(diagnostic, "json")) == {
        "file": "проба.1cs", "line": 2, "column": 7, "end_line": 2, "end_column": 9, "severity": "error",
        "message": "Переменная не определена (Вв)", "hint": "Подсказка",
        "notes": [{"file": "проба.1cs", "line": 1, "column": 1, "message": "Тут"}],
    }  # fmt: skip


def test_a_warning_says_so() -> None:
    source, span = place("А = 1;", "А")
    assert draw(Diagnostic(source, span, "зря", severity="warning"), "short").endswith(": Предупреждение: зря")


def test_a_refusal_is_called_by_its_first_mistake() -> None:
    source, span = place("А", "А")
    with pytest.raises(Refused, match="первая"):
        raise Refused([Diagnostic(source, span, "первая"), Diagnostic(source, span, "вторая")])


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\r", "\x9b", "\u202e", "\u2066", "\u200f"])
def test_nothing_that_is_shown_drives_the_terminal(sign: str) -> None:
    source = Source(f"имя{sign}.1cs", f'А = "{sign}"; Бб')
    place = Span(source.text.index("Бб"), source.text.index("Бб") + 2)
    drawn = draw(Diagnostic(source, place, f"а{sign}[2J", f"б{sign}", notes=(Note(place, f"в{sign}"),)))
    assert sign not in drawn
    assert drawn.count("�") == 6
    assert sign not in draw(Diagnostic(source, place, f"а{sign}"), "short")


def test_messages_of_many_lines_stay_so() -> None:
    assert draw(Diagnostic(*place("А", "А"), "раз\r\nдва\n\tтри"), "short") == "{проба.1cs(1,1)}: раз\nдва\n\tтри"
