"""The exchange of ЗапросHttp with a server. Declares nothing, and is loaded when the network is really used.

exchange   one request and its answer, redirects followed
"""

DECLARES_NOTHING = True
