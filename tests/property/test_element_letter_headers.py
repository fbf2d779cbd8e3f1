"""Whatever a script puts into a letter of Element, the header has the fields it should have and no other."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import compat32

import hypothesis.strategies as st
from hypothesis import given

from runtime.element.exceptions import IllegalArgumentException
from stdlib.element.mail.email import Email
from stdlib.element.mail.email_address import EmailAddress
from stdlib.element.mail.received import received_email

HOSTILE = st.text(
    st.one_of(st.sampled_from('\r\n\0\x0b\x0c\x85\u2028 :;,<>"@=?\\aBя'), st.characters(exclude_categories=["Cs"])),
    max_size=40,
)
FIELDS = {
    "Date", "From", "To", "Message-ID", "Subject", "X-Order", "MIME-Version", "Content-Type",
    "Content-Transfer-Encoding",
}  # fmt: skip
OF_PARTS = {"Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-ID"}


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_no_field_begins_another(subject: str, name: str, value: str, file: str, identifier: str, type_: str) -> None:
    letter = Email("a@1c.ru", "b@1c.ru")
    for act in (
        lambda: letter.set_subject(subject),
        lambda: letter.set_sender(EmailAddress("a@1c.ru", name)),
        lambda: letter.set_header("X-Order", value),
        lambda: letter.set_header(value, name),
        lambda: letter.add_attachment(b"1", file),
        lambda: letter.add_attachment(b"2", "2").set_content_id(identifier),
        lambda: letter.add_attachment(b"3", "3").set_content_type(type_),
    ):
        try:
            act()
        except IllegalArgumentException:
            continue
    letter.set_html_as_string("<p>")
    raw = letter.compose()
    read = message_from_bytes(raw, policy=compat32)
    fields = [field for field, _ in read.items()]
    assert [field for field in fields if field not in FIELDS] in ([], [value])
    assert len(set(fields)) == len(fields)
    for part in read.walk():
        if part is not read:
            assert set(part.keys()) <= OF_PARTS
    again = received_email(raw)
    # What is no character of a text, and blanks at the ends, are nobody's loss.
    assert again.subject.split() == letter.subject.split() or not letter.subject.isprintable()
    assert [address.address for address in again.to] == ["b@1c.ru"]
