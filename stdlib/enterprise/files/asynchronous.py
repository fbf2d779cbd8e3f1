"""Asynchronous twins of what is done with files and folders."""

from __future__ import annotations

from stdlib.enterprise.asynchrony.declare import callback_function, promise_function
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.files.folders import create_directory, delete_files, file_copy, find_files, move_file
from stdlib.enterprise.files.folders import temp_files_dir as temp_files_dir_now
from stdlib.enterprise.session.places import documents_dir as documents_dir_now


def _copy(source: str, target: str) -> str:
    """Копирует файл; результат – имя копии."""
    file_copy(source, target)
    return target


def _move(source: str, target: str) -> str:
    """Переносит файл; результат – его новое имя."""
    move_file(source, target)
    return target


def _create_directory(path: str) -> str:
    """Создаёт каталог; результат – его имя."""
    create_directory(path)
    return path


def _binary_data(path: str) -> BinaryData:
    """Читает файл; результат – двоичные данные."""
    return BinaryData(path)


_TWO = "(ИмяФайлаИсточника, ИмяФайлаПриемника)"
_BOTH = "(SourceFileName, TargetFileName)"

copy_file_async = promise_function(_copy, f"КопироватьФайлАсинх{_TWO}", f"CopyFileAsync{_BOTH}")
begin_copying_file = callback_function(_copy, f"НачатьКопированиеФайла{_TWO}", f"BeginCopyingFile{_BOTH}")
move_file_async = promise_function(_move, f"ПереместитьФайлАсинх{_TWO}", f"MoveFileAsync{_BOTH}")
begin_moving_file = callback_function(_move, f"НачатьПеремещениеФайла{_TWO}", f"BeginMovingFile{_BOTH}")
create_directory_async = promise_function(
    _create_directory, "СоздатьКаталогАсинх(ИмяКаталога)", "CreateDirectoryAsync(DirectoryName)"
)
begin_creating_directory = callback_function(
    _create_directory, "НачатьСозданиеКаталога(ИмяКаталога)", "BeginCreatingDirectory(DirectoryName)"
)
create_binary_data_from_file_async = promise_function(
    _binary_data, "СоздатьДвоичныеДанныеИзФайлаАсинх(ИмяФайла)", "CreateBinaryDataFromFileAsync(FileName)"
)
begin_create_binary_data_from_file = callback_function(
    _binary_data, "НачатьСозданиеДвоичныхДанныхИзФайла(ИмяФайла)", "BeginCreateBinaryDataFromFile(FileName)"
)
delete_files_async = promise_function(delete_files, "УдалитьФайлыАсинх", "DeleteFilesAsync")
begin_deleting_files = callback_function(delete_files, "НачатьУдалениеФайлов", "BeginDeletingFiles")
find_files_async = promise_function(find_files, "НайтиФайлыАсинх", "FindFilesAsync")
begin_finding_files = callback_function(find_files, "НачатьПоискФайлов", "BeginFindingFiles")
temp_files_dir_async = promise_function(temp_files_dir_now, "КаталогВременныхФайловАсинх", "TempFilesDirAsync")
begin_getting_temp_files_dir = callback_function(
    temp_files_dir_now, "НачатьПолучениеКаталогаВременныхФайлов", "BeginGettingTempFilesDir"
)
documents_dir_async = promise_function(documents_dir_now, "КаталогДокументовАсинх", "DocumentsDirAsync")
begin_getting_documents_dir = callback_function(
    documents_dir_now, "НачатьПолучениеКаталогаДокументов", "BeginGettingDocumentsDir"
)
