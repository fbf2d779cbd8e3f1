"""Why the operating system refused, in Russian whatever its own language."""

from __future__ import annotations

from errno import errorcode

_REASONS = {
    "EACCES": "нет прав",
    "EBADF": "вывод закрыт",
    "EDQUOT": "исчерпана квота на диске",
    "EEXIST": "на этом месте уже есть файл",
    "EFBIG": "файл слишком велик",
    "EIO": "ошибка диска",
    "EISDIR": "это папка, а не файл",
    "ELOOP": "ссылки ведут по кругу",
    "ENAMETOOLONG": "слишком длинное имя",
    "ENOENT": "нет такой папки",
    "ENOSPC": "нет места на диске",
    "ENOTDIR": "на пути файл, а не папка",
    "EPERM": "нет прав",
    "EROFS": "диск только для чтения",
}


def reason_of(error: OSError) -> str:
    """For the end of a sentence."""
    return _REASONS.get(errorcode.get(error.errno or 0, "")) or error.strerror or str(error)
