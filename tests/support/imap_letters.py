"""Letters for comparing mail servers: whatever programs send, and some that are broken in usual ways."""

from __future__ import annotations

import base64


def _word(text: str, charset: str = "utf-8") -> str:
    return f"=?{charset}?B?{base64.b64encode(text.encode(charset)).decode()}?="


def _lines(text: str, charset: str = "utf-8") -> bytes:
    return text.replace("\n", "\r\n").encode(charset)


def _base64(text: str, charset: str = "utf-8") -> str:
    return base64.encodebytes(text.encode(charset)).decode()


_INNER = f"""\
From: {_word("Внутренний")} <inner@example.com>
To: "Group, of" <a@example.com>, b@example.com
Subject: {_word("Пересылка")}
Date: Tue, 5 Mar 2024 10:00:00 +0300
Message-ID: <inner@example.com>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="in"

--in
Content-Type: text/plain; charset=utf-8

Внутри письма
--in
Content-Type: text/html; charset=utf-8

<b>Внутри письма</b>
--in--

"""

LETTERS: tuple[bytes, ...] = (
    _lines("From: Anna <anna@example.com>\nTo: ivan@example.com\nSubject: Plain\n"
           "Date: Mon, 4 Mar 2024 09:08:07 +0000\nMessage-ID: <1@example.com>\n\nHello, world\nSecond line\n"),
    _lines(f"""\
From: {_word("Мария")} <maria@example.com>
To: {_word("Иван")} <ivan@example.com>
Cc: anna@example.com
Subject: {_word("Счёт № 15")}
 {_word(" за ноябрь")}
Date: Fri, 01 Dec 2023 23:30:00 -0500
Message-ID: <2@example.com>
In-Reply-To: <1@example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: base64

{_base64("Оплатите до пятницы. Спасибо!")}"""),
    _lines(f"""\
From: shop@example.com
To: undisclosed-recipients:;
Subject: {_word("Заказ готов", "koi8-r")}
Date: Wed, 31 Jan 2024 00:00:01 +0300
MIME-Version: 1.0
Content-Type: text/plain; charset=koi8-r
Content-Transfer-Encoding: 8bit

Ждём вас с 10 до 20
""", "koi8-r"),
    _lines("""\
From: "O'Hara, \\"Bob\\"" <bob@example.com>
Sender: robot@example.com
Reply-To: Bob <bob@example.org>, second@example.org
To: Friends: a@example.com, "B b" <b@example.com>;, c@example.com
Subject: Groups and quotes
Date: 2 Feb 2024 03:04:05 GMT
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=sep

This is a preamble.
--sep
Content-Type: text/plain; charset=us-ascii; format=flowed

plain text
--sep
Content-Type: text/html; charset=us-ascii
Content-Language: ru, en
Content-Location: http://example.com/a

<p>plain text</p>
--sep--
An epilogue.
"""),
    _lines(f"""\
From: maria@example.com
To: ivan@example.com
Subject: {_word("С вложением")}
Date: Thu, 29 Feb 2024 12:00:00 +0300
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="----=_Part 1"

------=_Part 1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

=D0=9E=D1=82=D1=87=D1=91=D1=82 =D0=B2=D0=BE =D0=B2=D0=BB=D0=BE=D0=B6=D0=B5=D0=BD=D0=B8=D0=B8
------=_Part 1
Content-Type: application/pdf; name="report.pdf"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="report.pdf"; size=12
Content-ID: <part@example.com>
Content-Description: The report
Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==

{base64.b64encode(b"%PDF-1.4 data").decode()}
------=_Part 1--
"""),
    _lines("From: fwd@example.com\nTo: ivan@example.com\nSubject: Fwd\nDate: Tue, 5 Mar 2024 11:00:00 +0300\n"
           "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=out\n\n--out\n\nSee below\n--out\n"
           "Content-Type: message/rfc822\nContent-Disposition: inline\n\n" + _INNER + "--out--\n"),
    _lines("From: fwd2@example.com\nTo: ivan@example.com\nSubject: A letter alone\n"
           "Date: Tue, 5 Mar 2024 11:00:00 +0300\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" + _INNER),
    _lines("Subject: no body, no address\nDate: Tue, 5 Mar 2024 11:00:00 +0300\n\n"),
    _lines("From: x@example.com\nSubject: no body\nDate: 5 Mar 2024 11:00 +0300\n\n"),
    _lines("""\
From: digest@example.com
To: list@example.com
Subject: Digest
Date: Wed, 6 Mar 2024 08:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/digest; boundary=d

--d

Subject: first in digest

First
--d
Content-Type: message/rfc822

Subject: second in digest

Second
--d--
"""),
    _lines("""\
From: related@example.com
To: ivan@example.com
Subject: Deep
Date: Thu, 7 Mar 2024 08:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=a

--a
Content-Type: multipart/related; boundary=b; type="text/html"

--b
Content-Type: text/html

<img src="cid:1">
--b
Content-Type: image/png; name=p.png
Content-ID: <1>
Content-Transfer-Encoding: base64
Content-Disposition: inline; filename*=utf-8''%D0%BA%D0%BE%D1%82.png

iVBORw0KGgo=
--b--

--a
Content-Type: text/csv; charset=windows-1251; name=long.csv
Content-Disposition: attachment

1;2
--a--
"""),
    _lines("""\
From: broken@example.com
To: ivan@example.com
Subject: Boundary never closed
Date: Fri, 8 Mar 2024 08:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=q

--q
Content-Type: text/plain

only part
"""),
    _lines("""\
From: empty@example.com
To: ivan@example.com
Subject: A multipart without parts
Date: Sat, 9 Mar 2024 08:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=zzz

no parts here
"""),
    _lines("""\
Received: from a by b; Sun, 10 Mar 2024 08:00:00 +0000
Received: from c by d; Sun, 10 Mar 2024 07:00:00 +0000
From: folded
 <folded@example.com>
To:
 ivan@example.com,
 maria@example.com
X-Long: one
\ttwo
 three
Subject: Folded
 header
Date: Sun, 10 Mar 2024
 08:00:00 +0000
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: 8BIT

Текст с точкой
.
и ещё строка
"""),
    _lines("From: big@example.com\nTo: ivan@example.com\nSubject: Big\nDate: Mon, 11 Mar 2024 08:00:00 +0000\n\n"
           + "".join(f"line {number} of a long text\n" for number in range(500))),
)  # fmt: skip

ODD: dict[str, bytes] = {
    "nested": _lines("Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\n"
                     "Content-Type: multipart/related; boundary=b\n\n--b\n\ntext\n--b--\n--a--\n"),
    "continued": _lines("Subject: x\nMIME-Version: 1.0\nContent-Type: text/csv; name*0=long; name*1=.csv\n\n1;2\n"),
    "capitals": _lines("Subject: x\nMIME-Version: 1.0\nContent-Type: TEXT/PLAIN; CHARSET=UTF-8\n\ntext\n"),
    "header only": _lines("Subject: x\nDate: not a date at all"),
    "addresses": _lines("From: \"O'Hara\" <bob@example.com>\nTo: a@example.com, b@example.com\nSubject: x\n\ntext\n"),
}  # fmt: skip
"""Letters over which sound servers differ."""
