"""Addresses as somebody may type them into the form who wants to get at what is near this machine.

Each goes the whole way of the form: out of the text, through the parser, to the check in front of the connection. The
tables are by what the address is said to be.
"""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from flask.testing import FlaskClient

from app.errors import AddressRefused
from app.fetch.connect import Connector
from app.fetch.deadline import Deadline
from app.fetch.own_addresses import OwnAddresses
from app.net.ip_ranges import PRIVATE, RESERVED, THIS_MACHINE, TUNNEL
from app.net.urls import DEFAULT_PORTS, parse
from app.web.app_factory import create_app
from config import Settings
from tests.news.town import silent_sources

# The loopback in every way to write it.
THIS = """
    127.0.0.1 http://127.0.0.1/ https://127.0.0.1/ HTTP://127.0.0.1 //127.0.0.1 127.0.0.1/page?q=1#top 127.0.0.1:8080 127.0.0.1:22
    http://127.0.0.1:443/ https://127.0.0.1:80/ http://127.0.0.1.:80/ http://127.255.255.254/ http://127.1.2.3/
    http:127.0.0.1 http:/127.0.0.1 http:///127.0.0.1/ http:////127.0.0.1/ http:\\\\127.0.0.1\\ http:\\/127.0.0.1/ http;//127.0.0.1
    http://127.1/ http://127.0.1/ http://127.1./ http://2130706433/ http://2130706434/ http://0x7f000001/ http://0x7F.1/
    http://0X7f.0.0.0x1/ http://0x7f.0x0.0x0.0x1/ http://017700000001/ http://0177.0.0.1/ http://0177.1/ http://000000177.0.0.1/
    http://0177.0x0.0.1/ http://127.0x1/ http://127.0.0x0.01/ http://127.16777214/ http://0x7f.0xffffff/
    http://%31%32%37.0.0.1/ http://127%2e0%2e0%2e1/ http://127.0.0.%31/ http://%30x7f.1/ http://127%E3%80%820.0.1/
    http://１２７.0.0.1/ http://１２７.１/ http://127。0。0。1/ http://127．0．0．1/ http://127｡0｡0｡1/ http://①②⑦.⓪.⓪.①/
    http://𝟏𝟐𝟕.𝟎.𝟎.𝟏/ http://𝟭𝟮𝟳.𝟬.𝟬.𝟭/ http://¹²⁷.0.0.1/ http://₁₂₇.0.0.1/ http://１２７．１/ http://０x７f.１/ http://127.0.0.1\u00ad/
    http://user@127.0.0.1/ http://user:word@127.0.0.1/ http://example.org@127.0.0.1/ http://example.org:80@127.0.0.1:80/
    http://example.org%40127.0.0.1@127.0.0.1/ http://a@b@127.0.0.1/ http://127.0.0.1\\@example.org/ http://127.0.0.1\\example.org/
    http://127.0.0.1#@example.org/ http://127.0.0.1?@example.org/ http://127.0.0.1/@example.org http://%65xample.org@127.1/
    http://0/ http://0.0.0.0/ http://00/ http://0x0/ http://0.0/ http://0.1.2.3/ http://０/ http://0x00000000/ http://0.0.0.0:8080/
    localhost http://localhost/ http://LOCALHOST:8080/ http://localhost./ http://ｌｏｃａｌｈｏｓｔ/ http://loc%61lhost/
    http://[::1]/ [::1] http://[::1]:8080/ http://[0:0:0:0:0:0:0:1]/ http://[0000:0000:0000:0000:0000:0000:0000:0001]/
    http://[::0001]/ http://[0::1]/ http://[0:0::0:1]/ http://[::0.0.0.1]/ http://[::]/ http://[0::0]/ http://[::0.0.0.0]/
    http://user@[::1]/ http://[::1]\\@example.org/ http:[::1]/
    http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[::FFFF:7F00:0001]/ http://[0:0:0:0:0:ffff:127.0.0.1]/
    http://[::ffff:0.0.0.0]/ http://[::ffff:0:0]/ http://[::ffff:127.255.255.255]/
    <http://127.0.0.1/> (http://127.1/) "http://0x7f.1/" [here](http://127.0.0.1/) feed:http://127.0.0.1/ feed://127.0.0.1/
    view-source:http://127.0.0.1/ url:http://127.0.0.1/ http://http://127.0.0.1/
    https://www.google.com/url?q=http://127.0.0.1/ https://www.google.com/url?q=http%3A%2F%2F2130706433%2F
    https://l.facebook.com/l.php?u=http://127.1/ https://cdn.ampproject.org/c/127.0.0.1/ https://www.google.com/amp/s/0x7f.1/
    https://duckduckgo.com/l/?uddg=http://localhost/ https://www.bing.com/ck/a?u=a1aHR0cDovLzEyNy4wLjAuMS8
    https://nam.safelinks.protection.outlook.com/?url=http://[::1]/
""".split()
# Networks that are somebody's own, and the services of clouds in them.
OWN_NETWORKS = """
    http://10.0.0.0/ http://10.0.0.1/ http://10.255.255.255/ http://167772161/ http://0xa.1/ http://012.0.0.1/ http://10.1/
    http://１０.0.0.1/ http://[::ffff:10.0.0.1]/ http://[::ffff:a00:1]/ http://user@10.0.0.1:8080/
    http://172.16.0.0/ http://172.31.255.255/ http://0xac100001/ http://172.16.1/ http://0254.020.1/ http://[::ffff:172.16.0.1]/
    http://192.168.0.0/ http://192.168.1.1/ http://192.168.255.255/ http://3232235777/ http://0xc0a80101/ http://0300.0250.1.1/
    http://192.168.257/ http://192.11010305/ http://[::ffff:192.168.1.1]/ http://[::ffff:c0a8:101]/ https://192.168.1.1:8443/
    http://169.254.0.1/ http://169.254.169.254/latest/meta-data/ http://2852039166/ http://0xa9fea9fe/ http://0xa9.0xfe.0xa9.0xfe/
    http://0251.0376.0251.0376/ http://169.254.43518/ http://169.16689662/ http://169。254。169。254/ http://[::ffff:169.254.169.254]/
    http://[::ffff:a9fe:a9fe]/ http://①⑥⑨.②⑤④.①⑥⑨.②⑤④/ http://169.254.169.254.:80/ http://instance@169.254.169.254/
    http://100.64.0.0/ http://100.100.100.200/ http://100.127.255.255/ http://0x64.0x64.0x64.0xc8/ http://168.63.129.16/
    http://2822734096/ http://198.18.0.0/ http://198.19.255.255/ http://[::ffff:100.64.0.1]/
    http://[fc00::1]/ http://[fd00:ec2::254]/ http://[fdff::1]/ http://[fe80::1]/ http://[FE80::A9FE:A9FE]/ http://[febf::1]/
    http://[fec0::1]/ http://[::127.0.0.1]/ http://[::7f00:1]/ http://[::10.0.0.1]/ http://[::ffff:0:127.0.0.1]/
    http://[64:ff9b::127.0.0.1]/ http://[64:ff9b::7f00:1]/ http://[64:FF9B::A00:1]/ http://[64:ff9b::a9fe:a9fe]/
    http://[64:ff9b:1::1]/ http://[64:ff9b:1:ffff::10.0.0.1]/ http://[100::1]/ http://[5f00::1]/ http://[4000::1]/ http://[8000::1]/
    http://[1fff::1]/ http://[e000::1]/
""".split()
# What is for documents, for many at once, for nobody.
NOT_PUBLIC = """
    http://192.0.0.1/ http://192.0.0.192/ http://192.0.2.1/ http://0xc0.0.2.1/ http://198.51.100.7/ http://203.0.113.9/
    http://192.31.196.1/ http://192.52.193.1/ http://192.175.48.1/ http://224.0.0.1/ http://239.255.255.250/ http://0xe0000001/
    http://240.0.0.1/ http://255.255.255.255/ http://4294967295/ http://0xffffffff/ http://037777777777/ http://255.16777215/
    http://[::ffff:224.0.0.1]/ http://[::ffff:255.255.255.255]/ http://[ff02::1]/ http://[ff0e::1]/ http://[FFFF::1]/
    http://[2001:db8::1]/ http://[2001:DB8:ffff::1]/ http://[3fff::1]/ http://[3fff:fff::1]/ http://[2001:10::1]/ http://[2001:20::1]/
    http://[2001:1::1]/ http://[2001:2::1]/ http://[2001:1ff::1]/ http://[2620:4f:8000::1]/
""".split()
# What leads to another address behind.
TUNNELS = """
    http://[2002::]/ http://[2002:7f00:1::]/ http://[2002:7f00:0001::1]/ http://[2002:a00:1::1]/ http://[2002:c0a8:101::1]/
    http://[2002:a9fe:a9fe::]/ http://[2002:AC10:1::]/ http://[2002:808:808::1]/
    http://[2001::]/ http://[2001:0:53aa:64c::1]/ http://[2001:0:7f00:1::80ff:fffe]/ http://[2001:0000:4136:e378:8000:63bf:f5ff:fffe]/
    http://[2606:4700::5efe:127.0.0.1]/ http://[2606:4700::5efe:a00:1]/ http://[2606:4700::200:5efe:7f00:1]/
    http://[2a00:1450::200:5efe:192.168.1.1]/ http://192.88.99.1/ http://0xc0586301/
""".split()
REFUSED = [
    *((text, THIS_MACHINE) for text in THIS),
    *((text, PRIVATE) for text in OWN_NETWORKS),
    *((text, RESERVED) for text in NOT_PUBLIC),
    *((text, TUNNEL) for text in TUNNELS),
    # What cannot stand in a table of words.
    *(
        (text, THIS_MACHINE)
        for text in ("  127.0.0.1  ", "http://127.0\n.0.1/", "http://127.\t0.0.1/", "see http://127.1/")
    ),
    *((text, THIS_MACHINE) for text in ("\u200b127.0.0.1", "http://\u2066127.0.0.1/", "«127.0.0.1»")),
    *(
        (text, PRIVATE)
        for text in ("http://10.0.\r\n0.1/", "Router: http://192.168.1.1/.", "\ufeffhttp://169.254.169.254/")
    ),
]
# No browser takes these for an address, or they are for other programs.
NO_ADDRESSES = [
    *"""
    http://256.0.0.1/ http://127.0.0.256/ http://127.0.0.1.5/ http://1.2.3.4.5/ http://4294967296/ http://0x100000000/ http://08.1/
    http://0x7g.1/ http://127..1/ http://127.0.0.1../ http://.127.0.0.1/ http://127.0.0.1.0x100000000/
    http://[127.0.0.1]/ http://[::1 http://[::1]x/ http://[:::1]/ http://[1::2::3]/ http://[::ffff:127.0.0.1.]/ http://[::ffff:127.1]/
    http://[::ffff:0x7f.0.0.1]/ http://[::ffff:256.0.0.1]/ http://[12345::1]/ http://[::1%lo]/ http://[::1%25lo]/ http://[fe80::1%eth0]/
    http://[fe80::1%25eth0]/ http://[fe80::1%251]/ http://[v1.127.0.0.1]/ http://[]/ http://[::1]:99999/ http://127.0.0.1:99999/
    http://127.0.0.1:-1/ http://127.0.0.1:80a/ http://127.0.0.1:0x50/ http://-127.0.0.1/ http://127.0.0.1%00/ http://127.0.0.1%00.example.org/
    http://127.0.0.1%0d%0aX:1/ http://exa<mple/ http://127.0.0.1^/ http://127.0.0.1|x/
    http:// https:// http:/// http://@/ http://:80/ http://user@/
    file:///etc/passwd file://127.0.0.1/etc/passwd ftp://127.0.0.1/ gopher://127.0.0.1:70/_x dict://127.0.0.1:11211/stats
    ldap://127.0.0.1/ sftp://127.0.0.1/ tftp://127.0.0.1/ jar:http://127.0.0.1!/ data:text/html,x javascript:alert(1) ws://127.0.0.1/
    http+unix://%2Fvar%2Frun%2Fdocker.sock/info unix:/run/docker.sock netdoc:///etc/passwd about:config blob:http://127.0.0.1/x
    """.split(),
    "http://127.0.0.1 .example.org/",
    "http://127 .0.0.1/",
    "http://8.8.8.8:0/",
    "https://[2001:4860:4860::8888]:00/",
    "ht\ntp://127.0.0.1/",
    "https://http:127.0.0.1/",
]
PORTS = (
    1,
    21,
    22,
    23,
    25,
    53,
    79,
    110,
    111,
    143,
    445,
    465,
    587,
    993,
    2375,
    3000,
    3306,
    5432,
    6379,
    8000,
    8888,
    9200,
    11211,
    65535,
)
# What is the public Web, also where it looks like the above.
OPEN = """
    1.1.1.1 http://8.8.8.8/ http://0x8.8.8.8/ http://134744072/ http://010.8.8.8/ http://9.255.255.255/ http://11.0.0.0/
    http://100.63.255.255/ http://100.128.0.0/ http://126.255.255.255/ http://128.0.0.0/ http://168.63.129.15/ http://168.63.129.17/
    http://169.253.255.255/ http://169.255.0.0/ http://172.15.255.255/ http://172.32.0.0/ http://192.0.1.0/ http://192.167.255.255/
    http://192.169.0.0/ http://198.17.255.255/ http://198.20.0.0/ http://223.255.255.255/ http://user@8.8.8.8:8443/
    http://127.0.0.1@8.8.8.8/ http://8.8.8.8/127.0.0.1 http://8.8.8.8/?url=http://127.0.0.1/ http://8.8.8.8#127.0.0.1
    http://[::ffff:8.8.8.8]/ http://[2001:200::1]/ http://[2001:4860:4860::8888]/ http://[2003::1]/ http://[2400:cb00::1]/
    http://[2606:4700:4700::1111]/ http://[2a00:1450:4001::1]:8080/ http://[2606:4700::5eff:127.0.0.1]/ http://[3ffe::1]/
""".split()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A site with its usual rules, that forgets failures at once and asks one host as often as a test does."""
    folder: Path = tmp_path_factory.mktemp("store")
    (folder / "silent.toml").write_text(silent_sources())
    return create_app(
        Settings(
            STORE_URL=f"sqlite:///{folder}/store.sqlite3",
            SOURCES_FILE=f"{folder}/silent.toml",
            GOOGLE_NEWS_URL="http://127.0.0.1:9",
            SEARCH_ENGINES=("wiby=http://127.0.0.1:9",),  # what is taken for words is answered with 502
            TASK_PROCESSES=0,
            FAILURE_SECONDS=0,
            HOST_PER_SECOND=1000,
        )
    ).test_client()


def typed(site: FlaskClient, text: str) -> tuple[int, str]:
    """Send the form with `text` in it, and return the status and the page."""
    answer = site.get(f"/read?url={quote(text, safe='')}")
    return answer.status_code, answer.get_data(as_text=True)


def test_there_are_more_than_two_hundred_of_each_kind_of_outcome() -> None:
    assert len({text for text, _ in REFUSED}) == len(REFUSED) > 200
    assert len(set(NO_ADDRESSES)) == len(NO_ADDRESSES)


@pytest.mark.parametrize(("text", "what"), REFUSED)
def test_an_address_near_this_machine_is_refused_however_it_is_written(site: FlaskClient, text: str, what: str) -> None:
    status, page = typed(site, text)
    assert status == 403
    assert f" is {what}, and this reader does not go there." in page


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_what_is_no_address_of_the_web_is_not_asked_for(site: FlaskClient, text: str) -> None:
    assert typed(site, text)[0] == 400


@pytest.mark.parametrize("port", PORTS)
def test_ports_of_other_services_are_refused_wherever_they_are(site: FlaskClient, port: int) -> None:
    for host in ("8.8.8.8", "[2001:4860:4860::8888]"):
        status, page = typed(site, f"http://{host}:{port}/")
        assert status == 403
        assert f"Port {port} of " in page


@pytest.mark.parametrize("text", OPEN)
def test_the_public_web_is_open(text: str) -> None:
    found = urlsplit(parse(text))
    host, port = found.hostname or "", found.port or DEFAULT_PORTS[found.scheme]
    usual = Settings()
    connector = Connector((), usual.FETCH_ALLOWED_PORTS, 1, nobody_is_asked, own=OwnAddresses())
    with Deadline(5) as deadline:
        assert connector.addresses(host, port, deadline) == [(host, port)]


def nobody_is_asked(host: str, port: int) -> Sequence[tuple[str, int]]:
    raise AssertionError(f"{host} is no name")


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 127.8.8.8 0.0.0.0 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 168.63.129.16 224.0.0.1 255.255.255.255
    192.0.2.1 ::1 :: ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2001:0:53aa:64c::1 fd00::1 fe80::1 fe80::1%eth0
    ::1%lo ff02::1 2606:4700::5efe:127.0.0.1 2001:4860:4860::8888%eth0""".split(),
)
def test_a_name_that_leads_there_is_refused_too(address: str) -> None:
    connector = Connector((), (80,), 1, lambda host, port: [(address, port)])
    host = urlsplit(parse("innocent.example")).hostname or ""
    with Deadline(5) as deadline, pytest.raises(AddressRefused, match=r"^The address innocent\.example is "):
        connector.addresses(host, 80, deadline)
