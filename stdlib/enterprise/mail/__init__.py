"""Mail objects of Enterprise over stdlib.mail.

internet_mail            ИнтернетПочта
internet_mail_profile    ИнтернетПочтовыйПрофиль; default_profile makes Профиль out of the host's account
internet_mail_message    ИнтернетПочтовоеСообщение
internet_mail_address, …_addresses, …_attachment, …_attachments, …_text, …_texts, …_message_flags   its parts
item_list                what the three collections share
delivery/                what happens behind them
the rest                 enumerations
"""
