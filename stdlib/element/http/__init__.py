"""Std::Http.

http_client     КлиентHttp: settings, and requests with them
http_request    ЗапросHttp
http_response   ОтветHttp
http_context    КонтекстHttp
readable_http_headers, http_headers    ЗаголовкиHttp
url, url_parameters    Url, ПараметрыUrl
text_pairs      names and values of both, given as a map
http_authentication, http_authentication_schema, internet_proxy
timeouts        seconds of what scripts give as a time limit
transfer/       the exchange itself, loaded when it takes place
"""
