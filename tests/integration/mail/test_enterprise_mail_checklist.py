"""What mail of Enterprise has to do, point by point, and which tests prove it.

 1  the defaults of a profile; ИспользоватьSSLIMAP changes ПортIMAP
 2  properties of a profile by their names
 3  Отправитель is an address, a text may be assigned
 4  addresses of recipients: two ways to add, two ways to remove
 5  the kind of an added text
 6  attachments: data, a file, a letter
 7  fields of the header are set and got
 8  Послать: POP3 is refused, refused recipients are keys, blind copies stay in the envelope; the identifier
 9  HTML leaves with a plain text made of it
10  only servers with an address are connected with
11  Отключиться without a connection
12  no filter, an empty filter, unknown keys of a filter
13  only identifiers that are not known; letters by identifiers or headers
14  IMAP: deletion is a mark, it is lifted or carried out; flags by Message-ID
15  source data without blind copies, a letter made of source data
16  data of attachments and identifiers of received letters

The programs say their point in the first line: `// Контрольный список, 4: …`.
"""

from __future__ import annotations

import re
from collections import defaultdict

from support.project import ROOT

_PROGRAMS = ROOT / "tests" / "programs" / "enterprise" / "mail"
_POINT = re.compile(r"// Контрольный список, (\d+): .+\n")
_IN_PYTHON = {
    8: "test_a_refused_recipient_is_the_key_and_the_others_get_the_letter",
    14: "test_flags_that_the_server_cannot_keep_are_left_out",
}
"""What a program cannot show, because its server refuses nothing: tests of test_enterprise_mail.py."""


def points() -> dict[int, list[str]]:
    """Point → the texts of its programs."""
    found: dict[int, list[str]] = defaultdict(list)
    for program in _PROGRAMS.glob("*.1cs"):
        text = program.read_text("utf-8")
        if point := _POINT.match(text):
            found[int(point[1])].append(text)
    return found


def test_every_point_has_a_program_that_shows_something() -> None:
    found = points()
    assert sorted(found) == list(range(1, 17))
    assert all("// выведет: " in text or "// ошибка: " in text for texts in found.values() for text in texts)


def test_what_programs_cannot_show_is_tested_in_python() -> None:
    tests = (ROOT / "tests" / "integration" / "mail" / "test_enterprise_mail.py").read_text("utf-8")
    assert all(f"def {name}(" in tests for name in _IN_PYTHON.values())
