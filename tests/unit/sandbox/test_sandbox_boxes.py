"""What `1cs mail` shows, from the store alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.boxes import Boxes, BoxSummary
from sandbox.store import Store

LETTER = (
    b"From: =?utf-8?B?0JzQsNGA0LjRjw==?= <maria@example.com>\r\nTo: ivan@example.com\r\n"
    b"Subject: =?koi8-r?B?89DFxdQ=?=\r\n\r\ntext\r\n"
)
PLAIN = b"Subject: plain\r\n\r\ntext\r\n"


@pytest.fixture
def store() -> Iterator[Store]:
    with Store() as opened:
        opened.deliver(["ivan@example.com", "anna@example.com"], LETTER)
        opened.deliver(["ivan@example.com"], PLAIN)
        yield opened


def test_folders_are_listed_with_their_counts(store: Store) -> None:
    first, _ = store.letters.of_box(store.folders.inbox(store.accounts.enter("ivan@example.com")).id)
    store.letters.set_flags(first.box, {first.uid: frozenset({"\\Seen", "Seen"})})
    listed = Boxes(store).folders()
    assert listed[0] == BoxSummary("anna@example.com", "INBOX", 1, 1)
    assert BoxSummary("ivan@example.com", "INBOX", 2, 1) in listed
    assert BoxSummary("ivan@example.com", "Sent", 0, 0) in listed
    assert {box.address for box in Boxes(store).folders("IVAN@example.com")} == {"ivan@example.com"}


def test_letters_are_listed_decoded_and_numbered_over_all_boxes(store: Store) -> None:
    listed = Boxes(store).letters()
    assert [(letter.number, letter.address) for letter in listed] == [
        (1, "ivan@example.com"),
        (2, "anna@example.com"),
        (3, "ivan@example.com"),
    ]
    first = listed[0]
    assert (first.sender, first.recipients) == ("Мария <maria@example.com>", "ivan@example.com")
    assert (first.folder, first.size, first.seen) == ("INBOX", len(LETTER), False)
    assert first.date.tzinfo is not None


def test_letters_can_be_asked_for_by_account_and_folder(store: Store) -> None:
    boxes = Boxes(store)
    assert [letter.number for letter in boxes.letters("ivan@example.com")] == [1, 3]
    assert boxes.letters("ivan@example.com", "Sent") == []
    assert [letter.number for letter in boxes.letters(folder="INBOX")] == [1, 2, 3]


def test_raw_bytes_by_number(store: Store) -> None:
    assert Boxes(store).raw(3) == PLAIN
    with pytest.raises(LookupError):
        Boxes(store).raw(99)


def test_clearing_one_account_leaves_the_others_and_their_numbers(store: Store) -> None:
    boxes = Boxes(store)
    assert boxes.clear("ivan@example.com") == 2
    assert [letter.number for letter in boxes.letters()] == [2]
    store.deliver(["ivan@example.com"], PLAIN)
    assert [letter.number for letter in boxes.letters()] == [2, 4]


def test_clearing_everything_begins_the_numbers_anew_but_not_the_uids(store: Store) -> None:
    boxes = Boxes(store)
    assert boxes.clear() == 3
    store.deliver(["ivan@example.com"], PLAIN)
    assert [letter.number for letter in boxes.letters()] == [1]
    (letter,) = store.letters.of_box(store.folders.inbox(store.accounts.enter("ivan@example.com")).id)
    assert letter.uid == 3


def test_a_folder_is_read_without_any_server(tmp_path: Path) -> None:
    with Store(str(tmp_path)) as running:
        running.deliver(["ivan@example.com"], LETTER)
        with Boxes.open(str(tmp_path)) as boxes:
            assert [letter.subject for letter in boxes.letters()] == ["Спеет"]
