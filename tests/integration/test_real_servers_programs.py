"""Programs of tests/programs/enterprise/mail that need nobody else's box say the same on Dovecot as on the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.programs import read_cases
from support.project import ROOT
from support.real_users import User
from support.remarks import OUTPUT, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.programs import Case
    from support.real_servers import RealServers

pytestmark = pytest.mark.servers

_FOLDER = ROOT / "tests" / "programs" / "enterprise" / "mail"
_NAMES = (
    "недоставленные_письма_отмечают_адреса",
    "отбор_понимает_все_ключи_на_двух_языках",
    "переименованный_ящик_остаётся_текущим",
    "письма_выбирают_письмами_и_идентификаторами",
    "письмо_из_файла_ложится_в_ящик_как_было",
    "полученное_письмо_разобрано_на_части",
    "старые_письма_уходят_в_архив",
    "урок_кто_пишет_чаще_всех",
    "флаги_писем_imap",
    "части_двух_писем_собирают_из_ящика",
    "чрезмерные_значения_не_роняют_программу",
)
_CASES = [case for name in _NAMES for case in read_cases(_FOLDER / f"{name}.1cs")]


@pytest.fixture
def ivan(servers: RealServers, tmp_path: Path) -> Iterator[User]:
    user = User(servers, tmp_path / "ivan", "ivan")
    user.configure("tls")
    yield user
    user.empty()
    with user.box() as box:
        # The deepest first.
        kept = {each.name for each in box.folders.all() if each.selectable}
        for folder in sorted(kept - {"INBOX"}, reverse=True):
            box.folders.delete(folder)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.path.stem}:{case.first_line}")
def test_a_program_says_the_same_on_a_real_server(ivan: User, case: Case) -> None:
    done = ivan.run_text(case.text)
    said = [remark.text for remarks in case.expected.values() for remark in remarks if remark.kind == OUTPUT]
    assert sorted(visible(line) for line in done.stdout.splitlines()) == sorted(said)
    fails = any(remark.kind != OUTPUT for remarks in case.expected.values() for remark in remarks)
    assert done.returncode == (1 if fails else 0), done.stderr
