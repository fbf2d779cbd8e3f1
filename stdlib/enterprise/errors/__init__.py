"""What is known of the error being handled.

category        which category of КатегорияОшибки an error belongs to
current         ОписаниеОшибки, ИнформацияОбОшибке and the presentations of an error
error_category  КатегорияОшибки
error_info      ИнформацияОбОшибке (the type)
error_processing_manager  ОбработкаОшибок
"""
