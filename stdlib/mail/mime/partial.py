"""Letters sent in pieces (message/partial, RFC 2046 5.2.2) put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stdlib.mail.mime.structure import Entity, Fields, split_fields

# These come from the enclosed header of the first piece, all others from the header of its envelope.
_FROM_INSIDE = ("content-", "subject", "message-id", "encrypted", "mime-version")


@dataclass(frozen=True, slots=True)
class Partial:
    """Which piece of which letter this is; `total` is 0 while unknown (only the last piece must tell)."""

    id: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Joined:
    """A letter put together: its bytes and the places of its pieces in the given sequence, in order."""

    raw: bytes
    places: tuple[int, ...]


def partial_of(entity: Entity) -> Partial | None:
    """What the entity says of itself when it is a message/partial."""
    if entity.content_type != "message/partial":
        return None
    texts = {name: value.text() for name, value in entity.parameters.items()}
    number, total = texts.get("number", ""), texts.get("total", "")
    return Partial(texts.get("id", ""), _count(number), _count(total))


def _count(text: str) -> int:
    return int(text) if len(text) < 10 and text.isdecimal() else 0


def join_partials(pieces: Sequence[tuple[Partial, bytes]]) -> list[Joined]:
    """Complete letters among the pieces ((what it is, raw bytes)); incomplete sets are left out."""
    sets: dict[str, dict[int, int]] = {}
    totals: dict[str, int] = {}
    for place, (partial, _) in enumerate(pieces):
        sets.setdefault(partial.id, {}).setdefault(partial.number, place)
        totals[partial.id] = max(totals.get(partial.id, 0), partial.total)
    joined: list[Joined] = []
    for identifier, places in sets.items():
        numbers = range(1, totals[identifier] + 1)
        if numbers and all(number in places for number in numbers):
            order = tuple(places[number] for number in numbers)
            joined.append(Joined(_joined_raw([pieces[place][1] for place in order]), order))
    return joined


def _joined_raw(raws: list[bytes]) -> bytes:
    outer, start = split_fields(raws[0])
    inner, inner_start = split_fields(raws[0], start=start)
    bodies = [memoryview(raws[0])[inner_start:]]
    bodies.extend(memoryview(raw)[split_fields(raw)[1] :] for raw in raws[1:])
    kept = [item for item in outer if not item[0].lower().startswith(_FROM_INSIDE)]
    kept += [item for item in inner if item[0].lower().startswith(_FROM_INSIDE)]
    return b"".join([_header(tuple(kept)), b"\r\n", *bodies])


def _header(fields: Fields) -> bytes:
    return b"".join(name.encode("ascii") + b": " + value.rstrip(b"\r\n") + b"\r\n" for name, value in fields)
