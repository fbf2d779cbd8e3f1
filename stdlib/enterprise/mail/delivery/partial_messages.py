"""ИнтернетПочта.ОбъединитьЧастичные."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdlib.enterprise.mail.delivery.letter_form import fill, identifiers
from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
from stdlib.mail.mime.partial import join_partials
from stdlib.mail.mime.read import read_letter


def combine(messages: Iterable[object]) -> Iterator[InternetMailMessage]:
    """Joined messages; each has the identifiers of all its parts."""
    parts = []
    for message in messages:
        if isinstance(message, InternetMailMessage) and message.source is not None:
            partial = read_letter(message.source).partial
            if partial is not None:
                parts.append((message, partial, message.source))
    for joined in join_partials([(partial, raw) for _, partial, raw in parts]):
        made = InternetMailMessage()
        fill(made, joined.raw)
        made.uid = identifiers(*(str(name) for place in joined.places for name in parts[place][0].uid or ()))
        yield made
