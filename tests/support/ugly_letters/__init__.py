"""A hundred and more ugly letters by name, each with what must be read from it.

letter.py    UglyLetter and what such letters are made of
headers.py   subjects and fields
people.py    addresses
texts.py     charsets and transfer encodings
parts.py     boundaries, letters within letters
files.py     names of files, uuencode, winmail.dat
"""

from __future__ import annotations

from support.ugly_letters.files import FILES
from support.ugly_letters.headers import HEADERS
from support.ugly_letters.letter import UglyLetter
from support.ugly_letters.parts import PARTS
from support.ugly_letters.people import PEOPLE
from support.ugly_letters.texts import TEXTS

UGLY_LETTERS: dict[str, UglyLetter] = HEADERS | PEOPLE | TEXTS | PARTS | FILES
