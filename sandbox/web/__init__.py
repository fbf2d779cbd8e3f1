"""The page of the sandbox, and the same as JSON for programs. No package but h11, which httpcore brings anyway.

page.py          Page: start, stop, where it is
conversation.py  one HTTP client, by h11
exchange.py      Request, Response, Refusal
guard.py         who may ask: no other site, by no other name
routes.py        what answers at which path
assets/          the page itself: plain files, nothing from elsewhere, nothing to build

letters_api.py   boxes, letters, files
trouble_api.py   faults on demand, what clients and servers said
service_api.py   what the server is, letters sent on to a real server
search.py        the newest letters, and what is typed into the search field
letter_view.py   a letter as JSON
letter_check.py  what of a letter will trouble whoever gets it; its links
html_tags.py     the tags of a text that is meant to be HTML
html_view.py     the HTML of a letter, shut in
live.py          what is new, at once
"""
