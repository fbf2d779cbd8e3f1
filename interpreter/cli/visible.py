"""Texts of strangers made harmless: a letter can neither drive the terminal nor make up lines of our own.

Every control character, invisible mark or change of direction is shown as the escape that Python would write for it.
Left as they are: joiners, which emoji and several scripts need, and soft hyphens.
"""

from __future__ import annotations

import re

_UNPRINTABLE = (
    r"\x00-\x1f\x7f-\x9f"  # C0, DEL, C1: ESC, CSI, OSC…
    r"\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # line ends, directions, nothings
    r"\ud800-\udfff\U000e0000-\U000e0fff"  # halves of characters; tags and other invisible ones
)
_IN_LINE = re.compile(f"[{_UNPRINTABLE}]")
_IN_TEXT = re.compile(rf"(?![\n\t])[{_UNPRINTABLE}]")


def visible_line(text: str) -> str:
    """One line whatever the text holds; tabs, which folded headers have, become spaces."""
    return _IN_LINE.sub(_escape, text.replace("\t", " "))


def visible_text(text: str) -> str:
    """Lines of a letter: \\n and tabs stay."""
    return _IN_TEXT.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape", "surrogatepass").decode("ascii")
