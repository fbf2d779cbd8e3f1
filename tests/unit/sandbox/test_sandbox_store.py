"""The store: accounts, folders, letters, what survives and what is shared."""

from __future__ import annotations

import os
import random
import stat
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from sandbox.accounts import account_address
from sandbox.boxes import Boxes
from sandbox.database import FILE_NAME, StoreError
from sandbox.records import Box, Letter
from sandbox.store import Store

LETTER = "Subject: Счёт\r\n\r\nПривет\r\n".encode()


def inbox(store: Store, address: str = "ivan@example.com") -> Box:
    return store.folders.inbox(store.accounts.enter(address))


def letters(store: Store, address: str = "ivan@example.com") -> list[Letter]:
    return store.letters.of_box(inbox(store, address).id)


def test_delivery_makes_the_account_with_the_usual_folders() -> None:
    with Store() as store:
        (delivery,) = store.deliver(["Ivan@Example.COM"], LETTER)
        assert delivery.address == "ivan@example.com"
        boxes = store.folders.of_account(store.accounts.enter("ivan@example.com"))
        assert [(box.name, box.special) for box in boxes] == [
            ("INBOX", ""),
            ("Archive", "\\Archive"),
            ("Drafts", "\\Drafts"),
            ("Junk", "\\Junk"),
            ("Sent", "\\Sent"),
            ("Trash", "\\Trash"),
        ]


def test_a_recipient_named_twice_gets_the_letter_once() -> None:
    with Store() as store:
        store.deliver(["ivan@example.com", "IVAN@example.com", "maria@example.com"], LETTER)
        assert len(letters(store)) == 1
        assert len(letters(store, "maria@example.com")) == 1


def test_recipients_share_the_bytes_until_the_last_of_them_is_removed() -> None:
    with Store() as store:
        store.deliver(["ivan@example.com", "maria@example.com"], LETTER)
        assert store.database.row("SELECT count(*) FROM content") == (1,)
        store.letters.remove(letters(store))
        assert store.letters.raw(letters(store, "maria@example.com")[0]) == LETTER
        store.letters.remove(letters(store, "maria@example.com"))
        assert store.database.row("SELECT count(*) FROM content") == (0,)


def test_a_delivery_with_an_impossible_recipient_reaches_nobody() -> None:
    with Store() as store:
        with pytest.raises(ValueError, match="address"):
            store.deliver(["ivan@example.com", "@"], LETTER)
        assert store.database.row("SELECT count(*) FROM letter") == (0,)
        assert store.database.row("SELECT count(*) FROM account") == (0,)


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("<Ivan@Mail.RU>", "ivan@mail.ru"),
        ("ИВАН@Пример.РФ", "иван@пример.рф"),
        ("post@xn--e1afmkfd.xn--p1ai", "post@пример.рф"),
        ("ivan", "ivan"),
        # A character that nobody has defined.
        ("post@xn--a-qib", "post@xn--a-qib"),
    ],
)
def test_accounts_are_named_by_the_lower_case_address(written: str, named: str) -> None:
    assert account_address(written) == named


@pytest.mark.parametrize(
    "written", ["", "<>", "@example.com", "a\r\nb@c", "x" * 400 + "@c", pytest.param("\udcff@c", id="not UTF-8")]
)
def test_what_is_no_address_gets_no_account(written: str) -> None:
    with pytest.raises(ValueError, match="address"):
        account_address(written)


def test_a_log_in_without_a_domain_finds_the_address_that_got_the_newest_letter() -> None:
    with Store() as store:
        store.deliver(["ivan@old.ru"], LETTER)
        store.deliver(["ivan@new.ru"], LETTER)
        store.accounts.enter("ivan@empty.ru")
        assert store.accounts.address(store.accounts.enter("Ivan")) == "ivan@new.ru"


def test_a_log_in_without_a_domain_and_without_letters_gets_localhost() -> None:
    with Store() as store:
        assert store.accounts.address(store.accounts.enter("recipient")) == "recipient@localhost"
        # A percent sign is a letter here, not a pattern.
        assert store.accounts.address(store.accounts.enter("rec%")) == "rec%@localhost"


def test_everything_is_there_after_opening_the_folder_again(tmp_path: Path) -> None:
    date = datetime(2024, 5, 6, 7, 8, 9, tzinfo=timezone(timedelta(hours=3)))
    with Store(str(tmp_path)) as store:
        box = inbox(store)
        store.folders.create(box.account, "Счета/2026")
        store.folders.subscribe(box.account, "Счета/2026")
        store.folders.unsubscribe(box.account, "Junk")
        store.letters.add([box.id], LETTER, ["\\Seen", "$Важное"], date)
        before = letters(store)
    with Store(str(tmp_path)) as store:
        box_again = inbox(store)
        assert (box_again.id, box_again.uidvalidity, box_again.uidnext) == (box.id, box.uidvalidity, 2)
        assert letters(store) == before
        assert before[0].flags == {"\\Seen", "$Важное"}
        assert before[0].date == date and before[0].date.utcoffset() == timedelta(hours=3)
        subscribed = store.folders.subscribed(box.account)
        assert "Счета/2026" in subscribed and "Junk" not in subscribed
        assert store.folders.find(box.account, "Счета") is not None


def test_the_folder_and_the_files_are_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "данные" / "почта"
    with Store(str(folder)) as store:
        store.deliver(["ivan@example.com"], LETTER)
        assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700
        names = os.listdir(folder)
        assert FILE_NAME in names and len(names) > 1
        assert {stat.S_IMODE(os.stat(folder / name).st_mode) for name in names} == {0o600}


def test_a_file_that_is_no_mail_store_is_refused_in_russian(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match="Файл писем повреждён") as refusal:
        Store(str(tmp_path))
    assert str(tmp_path / FILE_NAME) in str(refusal.value)
    assert (tmp_path / FILE_NAME).read_bytes().startswith(b"not a database")


def test_a_folder_that_cannot_be_made_is_told_in_russian(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError, match=r"Папка писем недоступна: .*/file .на её месте файл"):
        Store(str(tmp_path / "file"))
    with pytest.raises(StoreError, match=r"Папка писем недоступна: .*/file/mail .на пути к ней файл"):
        Store(str(tmp_path / "file" / "mail"))
    (tmp_path / "odd" / FILE_NAME).mkdir(parents=True)
    with pytest.raises(StoreError, match="на месте файла писем папка"):
        Store(str(tmp_path / "odd"))


def test_pages_that_were_overwritten_are_told_and_kept(tmp_path: Path) -> None:
    with Store(str(tmp_path)) as store:
        store.deliver(["ivan@example.com"], LETTER * 1000)
    path = tmp_path / FILE_NAME
    damaged = bytearray(path.read_bytes())
    damaged[4096:] = b"\xa5" * (len(damaged) - 4096)
    path.write_bytes(damaged)
    with pytest.raises(StoreError, match="повреждён"), Store(str(tmp_path)) as store:
        store.deliver(["ivan@example.com"], LETTER)
    assert path.read_bytes()[4096:] == damaged[4096:]


def test_random_damage_is_always_told(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    with Store(str(whole)) as store:
        for _ in range(10):
            store.deliver(["ivan@example.com"], LETTER * 100)
    data = (whole / FILE_NAME).read_bytes()
    told = 0
    for seed in range(60):
        chance = random.Random(seed)
        damaged = bytearray(data)
        for _ in range(50):
            damaged[chance.randrange(100, 20_000)] = chance.randrange(256)
        folder = tmp_path / str(seed)
        folder.mkdir()
        (folder / FILE_NAME).write_bytes(damaged)
        try:
            with Boxes.open(str(folder)) as boxes:
                boxes.letters()
        except StoreError as error:
            told += str(folder / FILE_NAME) in str(error)
    assert told > 10


def test_a_store_of_another_version_is_refused(tmp_path: Path) -> None:
    with Store(str(tmp_path)) as store:
        store.database.rows("PRAGMA user_version=99")
    with pytest.raises(StoreError, match="другой версией"):
        Store(str(tmp_path))


def test_a_store_of_the_first_version_gets_what_is_new(tmp_path: Path) -> None:
    with Store(str(tmp_path)) as store:
        store.deliver(["ivan@example.com"], LETTER)
        for table in ("fault", "conversation"):
            store.database.rows(f"DROP TABLE {table}")
        store.database.rows("PRAGMA user_version=1")
    for _ in range(2):
        with Store(str(tmp_path)) as store:
            assert len(letters(store)) == 1
            assert store.faults.all() == [] and store.wire_log.connections() == []


def test_uids_are_never_used_twice() -> None:
    with Store() as store:
        store.deliver(["ivan@example.com"], LETTER)
        store.letters.remove(letters(store))
        store.deliver(["ivan@example.com"], LETTER)
        assert [letter.uid for letter in letters(store)] == [2]


def test_a_box_made_again_has_another_uidvalidity() -> None:
    with Store() as store:
        account = store.accounts.enter("ivan@example.com")
        store.folders.create(account, "Счета")
        first = store.folders.find(account, "Счета")
        assert first is not None
        store.folders.delete(first)
        assert store.folders.find(account, "Счета") is None
        store.folders.create(account, "Счета")
        second = store.folders.find(account, "Счета")
        assert second is not None and second.uidvalidity > first.uidvalidity


def test_deleting_a_box_with_inner_ones_keeps_its_name_unselectable() -> None:
    with Store() as store:
        account = store.accounts.enter("ivan@example.com")
        store.folders.create(account, "a/b")
        outer = store.folders.find(account, "a")
        assert outer is not None
        store.letters.add([outer.id], LETTER)
        store.folders.delete(outer)
        gone = store.folders.find(account, "a")
        assert gone is not None and not gone.selectable
        assert store.folders.find(account, "a/b") is not None
        assert store.database.row("SELECT count(*) FROM content") == (0,)
        assert store.folders.create(account, "a") is True


def test_renaming_takes_the_inner_boxes_along() -> None:
    with Store() as store:
        account = store.accounts.enter("ivan@example.com")
        store.folders.create(account, "a/b")
        outer = store.folders.find(account, "a")
        assert outer is not None
        store.folders.rename(outer, "x/y")
        names = {box.name for box in store.folders.of_account(account)}
        assert {"x", "x/y", "x/y/b"} <= names and not {"a", "a/b"} & names


def test_renaming_inbox_moves_its_letters_and_leaves_it_empty() -> None:
    with Store() as store:
        store.deliver(["ivan@example.com"], LETTER)
        box = inbox(store)
        store.folders.rename(box, "Старое")
        moved = store.folders.find(box.account, "Старое")
        assert moved is not None
        assert letters(store) == []
        assert [letter.uid for letter in store.letters.of_box(moved.id)] == [1]
        assert moved.uidnext == 2


def test_inbox_is_one_box_in_any_case() -> None:
    with Store() as store:
        account = store.accounts.enter("ivan@example.com")
        assert store.folders.find(account, "InBox") == store.folders.inbox(account)
        assert store.folders.create(account, "inbox") is False


def test_moving_keeps_the_number_and_copying_gives_a_new_one() -> None:
    with Store() as store:
        store.deliver(["ivan@example.com"], LETTER)
        (letter,) = letters(store)
        archive = store.folders.find(inbox(store).account, "Archive")
        assert archive is not None
        assert store.letters.copy([letter], archive.id) == [(1, 1)]
        assert store.letters.move([letter], archive.id) == [(1, 2)]
        assert letters(store) == []
        copied, moved = store.letters.of_box(archive.id)
        assert moved.number == letter.number and copied.number != letter.number


def test_bare_line_feeds_become_line_ends_of_mail() -> None:
    with Store() as store:
        store.deliver(["ivan@example.com"], b"Subject: x\n\none\r\ntwo\n")
        (letter,) = letters(store)
        assert store.letters.raw(letter) == b"Subject: x\r\n\r\none\r\ntwo\r\n"
        assert letter.size == len(b"Subject: x\r\n\r\none\r\ntwo\r\n")


def test_two_stores_over_one_folder_see_each_other(tmp_path: Path) -> None:
    with Store(str(tmp_path)) as one, Store(str(tmp_path)) as two:
        before = inbox(two)
        one.deliver(["ivan@example.com"], LETTER)
        after = inbox(two)
        assert after.modseq > before.modseq
        assert [letter.uid for letter in letters(two)] == [1]
        two.deliver(["ivan@example.com"], LETTER)
        assert [letter.uid for letter in letters(one)] == [1, 2]


def test_a_failed_change_leaves_nothing_behind() -> None:
    with Store() as store:
        account = store.accounts.enter("ivan@example.com")

        def half_done() -> None:
            with store.database.changing():
                store.folders.create(account, "Наполовину")
                raise RuntimeError("broken off")

        with pytest.raises(RuntimeError, match="broken off"):
            half_done()
        assert store.folders.find(account, "Наполовину") is None


def test_listeners_hear_of_every_change() -> None:
    heard = []
    with Store() as store:
        store.database.listeners.add(lambda: heard.append(1))
        store.deliver(["ivan@example.com"], LETTER)
        letters(store)
        assert len(heard) == 1
