import pytest

from interpreter.source import Source, Span, decode, normalise


def test_line_ends_of_every_system_are_one() -> None:
    assert normalise("\ufeffа\r\nб\rв\nг") == "а\nб\nв\nг"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_a_script_is_read_in_its_encoding(encoding: str) -> None:
    assert decode("Сообщить(1);\r\n".encode(encoding)) == "Сообщить(1);\n"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnicodeDecodeError):
        decode(b"\x98\xc0")


def test_positions_count_characters_from_one() -> None:
    source = Source("проба", "аб\n😀в\n")
    assert [source.position(offset) for offset in range(7)] == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1)]
    assert source.offset(2, 2) == 4


def test_columns_of_python_count_bytes_from_zero() -> None:
    source = Source("проба", 'x = "я😀" + y\nй = 1')
    assert source.byte_column(source.text.index("y")) == (1, 4 + 1 + 2 + 4 + 1 + 3)
    assert source.byte_column(source.text.index("1")) == (2, 5)


def test_a_letter_of_two_characters_takes_two_columns() -> None:
    decomposed = "и\u0306 = 1"
    assert Source("проба", decomposed).position(decomposed.index("1")) == (1, 6)


def test_a_text_has_lines_by_number() -> None:
    source = Source("проба", "а\n\nв")
    assert [source.line(number) for number in range(5)] == ["", "а", "", "в", ""]
    assert source.line_count == 3
    assert Source("пусто", "").line_count == 1


def test_a_span_is_joined_with_another_and_cuts_the_text() -> None:
    assert Span(1, 3).to(Span(5, 8)) == Span(1, 8)
    assert Span(1, 9).to(Span(5, 8)) == Span(1, 9)
    assert Source("проба", "абвг").slice(Span(1, 3)) == "бв"


def test_half_of_a_pair_does_not_break_columns() -> None:
    assert Source("проба", "\ud83dа").byte_column(1) == (1, 3)
