"""Plain texts derived from HTML; which pictures are on disk."""

from __future__ import annotations

import pytest

from stdlib.enterprise.mail.delivery.text_processing import _local_path, plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("Привет", "Привет"),
        ("<div>раз</div><div>два</div>", "раз\nдва"),
        ("раз<br>два<BR/>три", "раздватри"),
        ("<p>раз</p>\r\n\r\n<p>два</p>", "раз\nдва"),
        ("a   b\n\tc", "a b c"),
        ("<b>5 &lt; 6</b> &amp; 7", "5 < 6 & 7"),
        ("<title>нет</title><style>p{}</style><script>x()</script><!-- нет --><p>да</p>", "да"),
        ("<li>раз<li>два", "раз\nдва"),
        ("5 < 6", "5 < 6"),
    ],
)
def test_plain_text_of_a_page(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("картинка.png", "картинка.png"),
        ("/home/ivan/%D0%B0.png", "/home/ivan/а.png"),
        ("file:///home/ivan/a%20b.png", "/home/ivan/a b.png"),
        ("C:\\Мои рисунки\\a.png", "C:\\Мои рисунки\\a.png"),
        ("http://1c.ru/a.png", None),
        ("//1c.ru/a.png", None),
        ("cid:image1", None),
        ("data:image/png;base64,AAAA", None),
    ],
)
def test_only_what_is_on_disk_has_a_path(address: str, path: str | None) -> None:
    assert _local_path(address) == path
