"""What scripts name.

mail/                    mail transport without any 1C name
net/                     transport of HTTP and FTP without any 1C name
xml/                     what both languages know of XML, without any 1C name
enterprise/  element/    types and functions of the two languages, one type a file
"""
