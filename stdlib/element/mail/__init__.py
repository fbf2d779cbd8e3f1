"""Std::Email over stdlib/mail.

email_exception                    ИсключениеПочты; errors of the transport told as it
refusals                           wrong values told as ИсключениеНедопустимыйАргумент
server_accounts                    parameters of a connection → the transport's account
default_parameters                 ПолучитьПараметрыПодключенияSmtp(), …Imap(), …Pop3()

Letters
    email_address  address_lists   АдресПочты; what ДобавитьПолучателей() takes
    email_headers                  ЗаголовкиПисьма
    header_fields                  which fields УстановитьЗаголовок() takes
    given_array                    the arrays that properties of a letter give
    email                          Письмо
    received                       bytes of a letter → Письмо
    email_attachment               ВложениеПисьма
    email_importance               ВажностьПисьма

Parameters
    email_authentication  email_authentication_kind
    secure_connection_parameters   ПараметрыЗащищенногоСоединения
    email_connection_parameters    the base of smtp_…, imap_… and pop3_connection_parameters

Sending
    smtp_client                    КлиентSmtp
    email_sending_result  email_sending_state

Receiving
    connection_email  connection_email_headers      ПисьмоВСоединении, ЗаголовкиПисьмаВСоединении
    imap_connection  imap_email_directory           СоединениеImap, КаталогПочтыImap
    imap_connection_email  imap_connection_email_headers
    imap_letters                                    which letters methods of a directory take
    absent_directory                                errors about a directory that is not there
    email_flag  email_filter  email_directory_kind  imap_directory_open_mode
    pop3_connection                                 СоединениеPop3
"""
