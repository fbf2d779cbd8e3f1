"""Listings as servers of all kinds print them, and as hostile ones might."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from stdlib.net.ftp_listing import FtpEntry, of_list, of_mlsd

NOW = datetime(2024, 6, 15, 12, 0)


ENTRIES = {
    "-rw-r--r--   1 ftp ftp  1024 Jan 15  2023 отчёт за год.txt": FtpEntry(
        "отчёт за год.txt", False, 1024, datetime(2023, 1, 15)
    ),
    "-rw-r--r--   1 ftp ftp     7 Jun 14 09:05 a": FtpEntry("a", False, 7, datetime(2024, 6, 14, 9, 5)),
    "-rw-r--r--   1 ftp ftp     7 Dec 31 23:59 a": FtpEntry("a", False, 7, datetime(2023, 12, 31, 23, 59)),
    "drwxr-xr-x+  2 ftp ftp  4096 Feb  1  2022 dir": FtpEntry("dir", True, 4096, datetime(2022, 2, 1)),
    "lrwxrwxrwx   1 ftp ftp     9 Feb  1  2022 link -> /etc/passwd": FtpEntry(
        "link", False, 9, datetime(2022, 2, 1), True
    ),
    "-rw-r--r--   1 ftp ftp     7 Feb 29 2023 a": FtpEntry("a", False, 7, None),
    "-rw-r--r--   1 ftp     7 2024-01-15 10:30 a": FtpEntry("a", False, 7, datetime(2024, 1, 15, 10, 30)),
    "01-15-24  10:30PM       <DIR>          Мои файлы": FtpEntry("Мои файлы", True, 0, datetime(2024, 1, 15, 22, 30)),
    "01-15-2024  10:30AM            12345 a.txt": FtpEntry("a.txt", False, 12345, datetime(2024, 1, 15, 10, 30)),
}


@pytest.mark.parametrize("line", ENTRIES)
def test_list_of_unix_and_windows(line: str) -> None:
    assert of_list([line], NOW) == [ENTRIES[line]]


@pytest.mark.parametrize(
    "line", ["total 12", "", "d", "what is this", "-rw-r--r-- 1 a b 5 Jan 15  2023 ../x", "-" * 5000]
)
def test_what_is_no_entry_is_left_out(line: str) -> None:
    assert of_list([line], NOW) == []


def test_a_listing_by_mlsd_is_understood() -> None:
    lines = [
        "type=cdir;modify=20240115103000; /",
        "Type=File;Size=5;Modify=20240115103000.123;UNIX.mode=0644; a b.txt",
        "type=dir;modify=nonsense; folder",
        "type=OS.unix=slink:/etc;size=1; link",
        "type=file;size=" + "9" * 5000 + "; huge",
    ]
    assert of_mlsd(lines) == [
        FtpEntry("a b.txt", False, 5, datetime(2024, 1, 15, 10, 30, tzinfo=UTC)),
        FtpEntry("folder", True),
        FtpEntry("link", False, 1, None, True),
        FtpEntry("huge", False),
    ]


@pytest.mark.parametrize("name", ["..", ".", "", "/etc/passwd", "../a", "a\\b", "a\0b"])
def test_names_that_lead_out_of_the_folder_are_left_out(name: str) -> None:
    assert of_mlsd([f"type=file;size=1; {name}"]) == []


def test_hostile_lines_take_no_time() -> None:
    blanks = " " * 4000
    lines = ["-rw-r--r-- " + "1 " * 2000, "-rw-r--r--" + blanks, "d" + "r" * 4000, "1" * 4000, "01-01-24 " + blanks]
    started = time.process_time()
    of_list(lines, NOW)
    of_mlsd([";" * 100_000, "=" * 100_000, "type=file;" * 10_000])
    assert time.process_time() - started < 5
