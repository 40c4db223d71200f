"""Fetching: from an address to one answer, without harm to us or to anybody else.

client            the rules, and `Client.fetch`
redirects         one fetch with its redirects, its cookies and its validators
meta_refresh      pages that send a browser on
response          one answer: what its status means, how long it may be
body              its body, as far as it came
content_encoding  content codings undone; `inflate` tells how far a broken one is to be trusted
filename          the name that a file is saved under
throttle          not too many fetches from one host
transport         HTTP, over connections that only `connect` opens; `errors` translates what goes wrong
head              the head of an answer, as browsers take it
connect           names resolved (`resolver`), addresses checked (`own_addresses`), sockets connected (`authorities`)
deadline          the end of it all
decode            bytes to text: `utf8` says what is UTF-8
charset_labels    what a charset is declared as
charset_guess     what it is where nothing true is declared; `dos_text` and `twice_encoded` know two special cases
link_queries      queries of links in the character set of their page
sniff             what an answer holds; `file_signatures` and `encoded_text` know what passes untouched
https_hosts       which hosts want https
observed          each fetch as its host sees it, in the log and in figures
"""

import sys

# requests takes either chardet, which we have, or this, and imports both to look at their versions: two megabytes that
# nobody asks for anything. None says that there is no such module (https://docs.python.org/3/library/sys.html#sys.modules).
_OTHER = "charset_normalizer"
if _OTHER not in sys.modules:
    sys.modules[_OTHER] = None  # type: ignore[assignment]
    import requests  # noqa: F401

    del sys.modules[_OTHER]
