"""What both languages know of XML."""

from __future__ import annotations

import pytest

from stdlib.xml.characters import escaped_text, escaped_value, illegal, is_name, split_name


@pytest.mark.parametrize("name", ["а", "а1", "п:а", "_", "а-б.в", "é1", "x\u0301"])
def test_a_name_may_have_a_prefix_and_letters_of_any_language(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("name", ["", "1а", ":а", "а:", "а:б:в", "а б", "-а", "а\n", "а<", "\u00aa", "$"])
def test_a_name_with_anything_else_is_none(name: str) -> None:
    assert not is_name(name)


@pytest.mark.parametrize(
    ("text", "found"), [("аб", None), ("а\n\t", None), ("а\x01", (1, "\x01")), ("\ufffe", (0, "\ufffe"))]
)
def test_characters_that_xml_cannot_write(text: str, found: tuple[int, str] | None) -> None:
    assert illegal(text) == found


def test_signs_of_markup_are_escaped() -> None:
    assert escaped_text("<a & b>\r") == "&lt;a &amp; b&gt;&#xD;"
    assert escaped_value('"\n\t<') == "&quot;&#xA;&#x9;&lt;"


def test_a_name_has_a_prefix_or_none() -> None:
    assert split_name("п:а") == ("п", "а")
    assert split_name("а") == ("", "а")
