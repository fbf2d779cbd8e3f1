"""Формат(), against the table of the reference."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from runtime.dialect import bound
from runtime.enterprise.date import EMPTY_DATE, Date
from stdlib.enterprise.formatting.format_string import parameters
from stdlib.enterprise.formatting.function import format_value

NBSP = "\u00a0"
D = Decimal
DATE = Date(2024, 1, 15, 10, 30)
EVENING = Date(2024, 1, 5, 21, 5, 7)


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (1234567, "ЧГ=0", "1234567"),
        (1234567, "", f"1{NBSP}234{NBSP}567"),
        (1234567, "NG=0", "1234567"),
        (123456, "ЧЦ=3", "999"),
        (-123456, "ЧЦ=3", "-999"),
        (D("123.456"), "ЧЦ=5; ЧДЦ=2", "123,46"),
        (D("1234.5"), "ЧЦ=5; ЧДЦ=2", "999,99"),
        (D("1.5"), "ЧЦ=15", "2"),
        (42, "ЧЦ=5;ЧВН=1", "00042"),
        (42, "ЧЦ=5;ЧВН=", "00042"),
        (0, "", ""),
        (0, "ЧН=", "0"),
        (0, "ЧН=нет", "нет"),
        (0, "ЧН=; ЧДЦ=2", "0,00"),
        (D("0.001"), "ЧДЦ=2", "0,00"),
        (D("0.001"), "ЧДЦ=2; ЧН=-", "0,00"),
        (D("0.005"), "ЧДЦ=2", "0,01"),
        (D("2.5"), "ЧДЦ=0", "3"),
        (12345, "ЧС=3", "12,345"),
        (12, "ЧС=-2", f"1{NBSP}200"),
        (D("1234.567"), "ЧДЦ=2; ЧРД=.", f"1{NBSP}234.57"),
        (D("1234.567"), "ЧДЦ=2; ЧРД=.; ЧРГ=' '", "1 234.57"),
        (D("1234.567"), "ЧДЦ=2; ЧРД=','; ЧРГ=.", "1.234,57"),
        (1234567, "ЧРГ=", f"1{NBSP}234{NBSP}567"),
        (123456789, "ЧГ=3,2,0", f"12{NBSP}34{NBSP}56{NBSP}789"),
        (-1.5 and D("-1.1"), "ЧО=0", "(1,1)"),
        (D("-1.1"), "ЧО=1", "-1,1"),
        (D("-1.1"), "ЧО=2", "- 1,1"),
        (D("-1.1"), "ЧО=3", "1,1-"),
        (D("-1.1"), "ЧО=4", "1,1 -"),
        (5, "ЧФ='Ч руб.'", "5 руб."),
        (D("1234.5"), "Л=en_US", "1,234.5"),
        (D("1234.5"), "Л=de", "1.234,5"),
        (D("1234.5"), "Л=xx", f"1{NBSP}234,5"),
        (D("0.1"), "", "0,1"),
        (D("-0.001"), "ЧДЦ=2", "0,00"),
        (10**25, "ЧГ=0", "1" + "0" * 25),
        (DATE, "ДФ=дд.ММ.гггг", "15.01.2024"),
        (DATE, "ДФ=yyyy-MM-dd", "2024-01-15"),
        (DATE, "DF='yyyy-MM-ddTHH:mm:ss'", "2024-01-15T10:30:00"),
        (DATE, "ДФ='д ММММ гггг \"г.\"'", "15 января 2024 г."),
        (DATE, "ДФ='ММММ гггг'", "Январь 2024"),
        (DATE, "ДФ='дддд'", "понедельник"),
        (DATE, "ДФ=ддд", "Пн"),
        (DATE, "ДФ='100% гг'", "100% 24"),
        (EVENING, "ДФ='ч:мм вв'", "9:05 PM"),
        (EVENING, "ДФ='ЧЧ-мм-сс'", "21-05-07"),
        (EVENING, "ДФ='д.М.г'", "5.1.24"),
        (EVENING, "ДФ='к'", "1"),
        (DATE, "ДЛФ=Д", "15.01.2024"),
        (DATE, "ДЛФ=ДД", f"15 января 2024{NBSP}г."),
        (DATE, "ДЛФ=В", "10:30:00"),
        (DATE, "ДЛФ=ДВ", "15.01.2024 10:30:00"),
        (DATE, "DLF=DT", "15.01.2024 10:30:00"),
        (DATE, "", "15.01.2024 10:30:00"),
        (EMPTY_DATE, "", ""),
        (EMPTY_DATE, "ДФ=дд.ММ.гггг; ДП='нет даты'", "нет даты"),
        (True, "БЛ=выкл; БИ=вкл", "вкл"),
        (False, "BF=off; BT=on", "off"),
        (True, "", "Да"),
        (True, "Л=en", "Yes"),
        ("текст", "ЧЦ=5", "текст"),
        (None, "", ""),
    ],
)
def test_a_value_is_written_by_a_format_string(value: Any, form: str, text: str) -> None:
    assert bound(format_value)(value, form) == text


def test_a_format_string_is_taken_apart() -> None:
    assert parameters("ЧЦ=15; nfd = 2 ;ЧРГ=' '; ДФ=\"а;б\"; ЧН") == {
        "ЧЦ": "15",
        "ЧДЦ": "2",
        "ЧРГ": " ",
        "ДФ": "а;б",
        "ЧН": "",
    }


def test_senseless_widths_of_numbers_are_cut() -> None:
    shown = bound(format_value)(5, "ЧДЦ=9999999;ЧГ=0")
    assert shown == "5," + "0" * 1000
