"""From the mail objects to the transport and back. Declares nothing, and is loaded when mail is really used.

profile_accounts   ИнтернетПочтовыйПрофиль → accounts
letter_form        ИнтернетПочтовоеСообщение ↔ MIME
text_processing    pictures and the plain text of HTML
sending            Послать
incoming           what receiving is: pop3_box, imap_box; ПараметрыОтбора
partial_messages   ОбъединитьЧастичные
charsets           Кодировка as MIME knows it
failures           errors of the transport as script errors
"""

DECLARES_NOTHING = True
