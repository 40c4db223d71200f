"""Fetching: from an address to one complete answer, without harm to us or to anybody else.

client      the rules, and `Client.fetch`
journey     one fetch with its redirects, its cookies and its validators
answers     one answer: what its status means, how long it may be
bodies      its body, as far as it came
codings     content codings undone; `inflating` tells how far a broken one is to be trusted
refreshes   pages that send a browser on
names       the name that a file is saved under
politeness  not too many fetches from one host
transport   HTTP, over connections that only `dialing` opens; `translation` of what goes wrong
dialing     names resolved, addresses checked, sockets connected
deadline    the end of it all
charsets    bytes to text
kinds       what an answer holds
"""
