from __future__ import annotations

import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest

from interpreter import cache as module
from interpreter.artifact import Artifact
from interpreter.cache import Cache
from interpreter.session import Session
from runtime.host import Host
from support.project import ROOT

TEXT = 'Сообщить("привет");'.encode()


class Recorder(Host):
    def __init__(self) -> None:
        self.output = ""

    def write(self, text: str) -> None:
        self.output += text


def artifact(value: int = 1) -> Artifact:
    return Artifact(compile(f"x = {value}", "проба", "exec"), {"1c.x": ("raw", "m:x")}, {".а": "А"}, "enterprise", ())


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(str(tmp_path / "кэш"))


def entry(cache: Cache) -> Path:
    [path] = Path(cache.folder).iterdir()
    return path


def test_what_was_put_is_got(cache: Cache) -> None:
    cache.put("проба", TEXT, "", artifact())
    got = cache.get("проба", TEXT, "")
    assert got is not None
    assert (got.links, got.spellings, got.language) == ({"1c.x": ("raw", "m:x")}, {".а": "А"}, "enterprise")


@pytest.mark.parametrize(("name", "added", "option"), [("иной", "", ""), ("проба", " ", ""), ("проба", "", "о")])
def test_another_text_name_or_option_is_another_entry(cache: Cache, name: str, added: str, option: str) -> None:
    cache.put("проба", TEXT, "", artifact())
    assert cache.get(name, TEXT + added.encode(), option) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00", b"garbage" * 100, marshal.dumps(5), marshal.dumps((1, 2)), marshal.dumps(((1,), (), ()))],
    ids=["nothing", "zero", "garbage", "number", "pair", "triple"],
)
def test_a_damaged_entry_is_as_if_it_were_not_there(cache: Cache, content: bytes) -> None:
    cache.put("проба", TEXT, "", artifact())
    entry(cache).write_bytes(content)
    assert cache.get("проба", TEXT, "") is None


def test_every_cut_of_an_entry_is_harmless(cache: Cache) -> None:
    cache.put("проба", TEXT, "", artifact())
    whole = entry(cache).read_bytes()
    for length in range(0, len(whole), 7):
        entry(cache).write_bytes(whole[:length])
        assert cache.get("проба", TEXT, "") is None


def test_an_entry_of_another_version_is_not_believed(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.put("проба", TEXT, "", artifact())
    key, compiler, values = marshal.loads(entry(cache).read_bytes())
    entry(cache).write_bytes(marshal.dumps(((key[0], "3.99", *key[2:]), compiler, values)))
    assert cache.get("проба", TEXT, "") is None
    monkeypatch.setattr(module, "VERSION", module.VERSION + 1)
    assert cache.get("проба", TEXT, "") is None


def test_an_entry_made_by_a_compiler_that_has_changed_is_not_believed(cache: Cache, tmp_path: Path) -> None:
    file = tmp_path / "compiler.py"
    file.write_text("", "utf-8")
    cache.put("проба", TEXT, "", artifact())
    key, _, values = marshal.loads(entry(cache).read_bytes())
    entry(cache).write_bytes(marshal.dumps((key, ((str(file), file.stat().st_mtime_ns),), values)))
    assert cache.get("проба", TEXT, "") is not None
    os.utime(file, ns=(1, 1))
    assert cache.get("проба", TEXT, "") is None
    file.unlink()
    assert cache.get("проба", TEXT, "") is None


@pytest.mark.skipif(os.name != "posix", reason="owners of files")
def test_an_entry_of_another_user_is_not_believed(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.put("проба", TEXT, "", artifact())
    mine = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)
    assert cache.get("проба", TEXT, "") is None


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_entries_are_for_their_user_alone(cache: Cache) -> None:
    cache.put("проба", TEXT, "", artifact())
    assert Path(cache.folder).stat().st_mode & 0o777 == 0o700
    assert entry(cache).stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_made_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "файл").write_text("", "utf-8")
    cache = Cache(str(tmp_path / "файл" / "кэш"))
    cache.put("проба", TEXT, "", artifact())
    assert cache.get("проба", TEXT, "") is None
    host = Recorder()
    Session(host=host, cache=cache).run_bytes("проба.1cs", TEXT)
    assert host.output == "привет\n"


def test_no_temporary_files_are_left(cache: Cache) -> None:
    for value in range(3):
        cache.put("проба", TEXT, "", artifact(value))
    assert len(list(Path(cache.folder).iterdir())) == 1


def test_many_processes_may_write_one_entry(tmp_path: Path) -> None:
    script = tmp_path / "п.1cs"
    script.write_bytes(TEXT)
    command = [sys.executable, "-m", "interpreter.cli.start", "run", str(script)]
    environment = {**os.environ, "ONECS_HOME": str(tmp_path / "дом")}
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=environment) for _ in range(4)]
    assert [process.communicate()[0] for process in processes] == ["привет\n".encode()] * 4
    assert len(list((tmp_path / "дом" / "cache").iterdir())) == 1


def test_a_kept_script_is_run_without_the_compiler(tmp_path: Path) -> None:
    script = tmp_path / "п.1cs"
    script.write_bytes(TEXT)
    code = (
        "import sys; from interpreter.cli.start import main; main(['run', sys.argv[1]])\n"
        "compiler = {'lark', 'ast', 'interpreter.enterprise.parser'}\n"
        "print(*compiler.intersection(sys.modules), file=sys.stderr)"
    )
    environment = {**os.environ, "ONECS_HOME": str(tmp_path / "дом")}
    loaded = [
        subprocess.run([sys.executable, "-c", code, str(script)], capture_output=True, cwd=ROOT, env=environment,
                       text=True, encoding="utf-8", check=True).stderr.split()
        for _ in range(2)
    ]  # fmt: skip
    assert "interpreter.enterprise.parser" in loaded[0]
    assert loaded[1] == []
