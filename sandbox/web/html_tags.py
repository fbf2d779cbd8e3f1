"""The tags of a text that is meant to be HTML, one after another; time grows with its length, whatever it holds."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LONGEST = 1_000_000
# Every alternative begins with another character and is taken whole (the possessive +): nothing is tried twice.
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)((?:[^<>"']++|"[^"<>]*+"|'[^'<>]*+')*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++)))?+""")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Tag:
    """Names are in lower case; attributes without a value have an empty one."""

    name: str
    closes: bool
    attributes: Mapping[str, str]
    start: int
    end: int


class HtmlText:
    """A text without its comments."""

    def __init__(self, text: str) -> None:
        self._text = _COMMENT.sub("", text[:_LONGEST])

    def tags(self) -> Iterator[Tag]:
        for match in _TAG.finditer(self._text):
            closes, name, rest = match.groups()
            attributes: dict[str, str] = {}
            for key, *values in _ATTRIBUTE.findall(rest):
                # Of several the first counts, as in browsers.
                attributes.setdefault(key.lower(), html.unescape("".join(values)).strip())
            yield Tag(name.lower(), bool(closes), attributes, match.start(), match.end())

    def words(self, start: int, end: int) -> str:
        """What is read between two places."""
        return _BLANKS.sub(" ", html.unescape(_TAG.sub(" ", self._text[start:end]))).strip()
