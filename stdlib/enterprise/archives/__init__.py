"""Zip archives.

zip_file_reader     ЧтениеZipФайла
zip_file_entries    ЭлементыZipФайла
zip_file_entry      ЭлементZipФайла
entry_names         names stored in archives, and the places they may be extracted to
opening             the library's archive, and its errors told as the script's
zip_file_writer     ЗаписьZipФайла
settings            how an archive is written
packing             files found by name or mask, written into an archive
traditional_cipher  the old encryption of zip, for writing
zip_*, file_names_encoding_in_zip_file   enumerations
"""
