"""Перечисление КатегорияОшибки."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("КатегорияОшибки", "ErrorCategory", presentation="Категория ошибки")
class ErrorCategory(EnumValue):
    """К чему относится ошибка."""

    __slots__ = ()
    all_errors = item("ВсеОшибки", "AllErrors")
    exception_raised_from_script = item("ИсключениеВызванноеИзВстроенногоЯзыка", "ExceptionRaisedFromScript")
    access_violation = item("НарушениеПравДоступа", "AccessViolation")
    unsupported_format = item("НеподдерживаемыйФормат", "UnsupportedFormat")
    invalid_password = item("НеправильныйПароль", "InvalidPassword")
    no_permission_to_use_functionality = item(
        "ОтсутствиеРазрешенияДляИспользованияФункциональности", "NoPermissionToUseFunctionality"
    )
    external_data_source_error = item("ОшибкаВнешнегоИсточникаДанных", "ExternalDataSourceError")
    script_runtime_error = item("ОшибкаВоВремяВыполненияВстроенногоЯзыка", "ScriptRuntimeError")
    local_file_access_error = item("ОшибкаДоступаКЛокальномуФайлу", "LocalFileAccessError")
    script_use_error = item("ОшибкаИспользованияВстроенногоЯзыка", "ScriptUseError")
    script_compile_error = item("ОшибкаКомпиляцииВстроенногоЯзыка", "ScriptCompileError")
    configuration_error = item("ОшибкаКонфигурации", "ConfigurationError")
    database_copy_error = item("ОшибкаКопииБазыДанных", "DatabaseCopyError")
    data_composition_settings_error = item("ОшибкаНастроекКомпоновкиДанных", "DataCompositionSettingsError")
    goto_urlerror = item("ОшибкаПереходаПоНавигационнойСсылке", "GotoURLError")
    full_text_search_error = item("ОшибкаПолнотекстовогоПоиска", "FullTextSearchError")
    document_conversion_error = item("ОшибкаПреобразованияДокумента", "DocumentConversionError")
    signature_verification_error = item("ОшибкаПроверкиПодписи", "SignatureVerificationError")
    printer_error = item("ОшибкаРаботыСПринтером", "PrinterError")
    speech_processing_error = item("ОшибкаРаботыСРечью", "SpeechProcessingError")
    session_error = item("ОшибкаСеанса", "SessionError")
    network_error = item("ОшибкаСети", "NetworkError")
    collaboration_system_error = item("ОшибкаСистемыВзаимодействия", "CollaborationSystemError")
    multimedia_tools_error = item("ОшибкаСредствМультимедиа", "MultimediaToolsError")
    database_tablespace_error = item("ОшибкаТабличногоПространстваБазыДанных", "DatabaseTablespaceError")
    stored_data_error = item("ОшибкаХранимыхДанных", "StoredDataError")
    forced_shutdown = item("ПринудительноеЗавершениеРаботы", "ForcedShutdown")
    other_error = item("ПрочаяОшибка", "OtherError")
