"""Mail objects of Enterprise over stdlib.mail.

internet_mail            ИнтернетПочта; sending, incoming with pop3_box and imap_box, partial_messages do its work
internet_mail_profile    ИнтернетПочтовыйПрофиль; profile_accounts gives it to the transport, and Профиль to scripts
internet_mail_message    ИнтернетПочтовоеСообщение; letter_form ↔ MIME, text_processing derives texts
internet_mail_address, …_addresses, …_attachment, …_attachments, …_text, …_texts, …_message_flags   its parts
item_list                what the three collections share
charsets                 Кодировка as MIME knows it
failures                 errors of the transport as script errors
the rest                 enumerations
"""
