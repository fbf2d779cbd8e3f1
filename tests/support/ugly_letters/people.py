"""Addresses as they really come."""

from __future__ import annotations

from support.ugly_letters.letter import NAME, UglyLetter, header, word

_IVAN = ("Иван", "i@mail.test")


def _from(raw: bytes, name: str, address: str) -> UglyLetter:
    return UglyLetter(header(sender=raw) + b"\r\nbody\r\n", True, "ugly", (name, address))


def _to(raw: bytes, *to: tuple[str, str]) -> UglyLetter:
    letter = header().replace(b"To: ivan@mail.test", b"To: " + raw) + b"\r\nbody\r\n"
    return UglyLetter(letter, True, "ugly", to=list(to))


PEOPLE = {
    "raw cp1251 name": _from(NAME.encode("cp1251") + b" <m@mail.test>", NAME, "m@mail.test"),
    "raw koi8-r name in quotes": _from(b'"' + NAME.encode("koi8-r") + b'" <m@mail.test>', NAME, "m@mail.test"),
    "word in quotes": _from(b'"' + word(NAME) + b'" <m@mail.test>', NAME, "m@mail.test"),
    "words on several lines": _from(
        word("Мария ") + b"\r\n " + word("Петрова") + b"\r\n <m@mail.test>", NAME, "m@mail.test"
    ),
    "name and address in one word": _from(word(f"{NAME} <m@mail.test>"), NAME, "m@mail.test"),
    "address in a word": _from(word(NAME) + b" <" + word("m@mail.test") + b">", NAME, "m@mail.test"),
    "comma in a word": _from(word("Петрова, Мария") + b" <m@mail.test>", "Петрова, Мария", "m@mail.test"),
    "comma without quotes": _from("Петрова, Мария <m@mail.test>".encode(), "Петрова, Мария", "m@mail.test"),
    "no brackets": _from(word(NAME) + b" m@mail.test", NAME, "m@mail.test"),
    "name in a comment": _from(b"m@mail.test (" + word(NAME) + b")", NAME, "m@mail.test"),
    "address as the name": _from(b'"m@mail.test" <m@mail.test>', "m@mail.test", "m@mail.test"),
    "bracket that never closes": _from(b"Maria <m@mail.test", "Maria", "m@mail.test"),
    "quote that never closes": _from(b'"Maria <m@mail.test>', '"Maria', "m@mail.test"),
    "name without an address": _from(b"MAILER-DAEMON", "MAILER-DAEMON", ""),
    "empty brackets": _from(b"Maria <>", "Maria", ""),
    "blanks inside the brackets": _from(b"Maria < m@mail.test >", "Maria", "m@mail.test"),
    "no recipients": _to(b"undisclosed-recipients:;"),
    "a group": _to("Отдел: Иван <i@mail.test>, m@mail.test;".encode(), _IVAN, ("", "m@mail.test")),
    "semicolons": _to("Иван <i@mail.test>; m@mail.test;".encode(), _IVAN, ("", "m@mail.test")),
    "stray commas": _to(", ,Иван <i@mail.test>,, m@mail.test,".encode(), _IVAN, ("", "m@mail.test")),
    "nothing between the addresses": _to("Иван <i@mail.test> <m@mail.test>".encode(), _IVAN, ("", "m@mail.test")),
    "two at signs": _from(b"Maria <m@@mail.test>", "Maria", "m@@mail.test"),
    "domain that is none": _from("Maria <m@почта..рф>".encode(), "Maria", "m@почта..рф"),
    "comment within an address": _from(b"Maria <m(work)@mail.test>", "Maria", "m(work)@mail.test"),
    "brackets within brackets": _from(b"Maria <<m@mail.test>>", "Maria", "m@mail.test"),
    "raw bytes within an address": _from(b"Maria <\xec\xe0@mail.test>", "Maria", "ма@mail.test"),
    "a thousand recipients": _to(
        b",\r\n ".join(b"u%d@mail.test" % number for number in range(1000)),
        *[("", f"u{number}@mail.test") for number in range(1000)],
    ),
}
