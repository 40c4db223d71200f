import re

import pytest

from app.render.profiles.spec import read_spec
from app.render.profiles.user_agents import AGENTS, DEFAULT, Agent, spec_for

# What browsers are on record for having sent, by the spec they get.
ON_RECORD = {
    "amiga": (
        "Amiga-AWeb/3.4.167SE",
        "Amiga-AWeb/3.5.07 beta",
        "AmigaVoyager (compatible; AmigaVoyager; AmigaOS)",
        "AmigaVoyager/2.95 (compatible; MC680x0; AmigaOS)",
        "AmigaVoyager/3.2 (AmigaOS/MC680x0)",
        "AmigaVoyager/3.4.4 (MorphOS/PPC native)",
        "AWeb",
        "IBrowse/2.2 (AmigaOS 3.5)",
        "IBrowse/2.4 (AmigaOS 3.9; 68K)",
        "IBrowse/3.0 (Amiga; MorphOS 3.19; Build 30.8 68K)",
        "Mozilla/3.01 (compatible; AmigaVoyager/2.95; AmigaOS/MC680x0)",
        "Mozilla/4.0 (compatible; IBrowse 2.3; AmigaOS4.0)",
        "Mozilla/5.0 (compatible; IBrowse 3.0; AmigaOS4.0)",
        "Mozilla/6.0; (Spoofed by Amiga-AWeb/3.5.07 beta)",
        "MSIE/6.0; (Spoofed by Amiga-AWeb/3.4APL)",
    ),
    "c64": ("Contiki/1.0 (Commodore 64; http://dunkels.com/adam/contiki/)",),
    "console": (
        "(DreamPassport/3.0; isao/MyDiGiRabi)",
        "Aplix_SEGASATURN_browser/1.x (Japanese)",
        "Mozilla/3.0 (DreamKey/1.0; SEGA/JETSETRADIO)",
        "Mozilla/3.0 (DreamPassport/3.0)",
        "Mozilla/3.0 (Planetweb/2.100 JS SSL US; Dreamcast US)",
        "Mozilla/3.0 (Planetweb/2.606 JS SSL VoIP US; Dreamcast US)",
        "Mozilla/3.0 (Planetweb/v1.07 Build 141; SPS JP)",
        "Mozilla/4.0 (PS2; PlayStation BB Navigator 1.0) NetFront/3.0",
        "Mozilla/5.0 (Nintendo 3DS; U; ; en) Version/1.7498.US",
        "Mozilla/5.0 (PLAYSTATION 3; 1.00)",
        "Opera/9.00 (Nintendo Wii; U; ; 1621; en)",
    ),
    "console-256": (
        "Mozilla/4.0 (compatible; MSIE 6.0; Nitro) Opera 8.50 [en]",
        "Opera/9.00 (Nintendo DS U; ; 1309-9; de)",
        "Opera/9.50 (Nintendo DSi; Opera/507; U; en-US)",
    ),
    "console-480": ("Mozilla/4.0 (PSP (PlayStation Portable); 2.00)",),
    "dos": ("MicroWeb 2.1",),
    "dos-html32-jpeg": ("xChaos_Arachne/5.1.89;GPL,386+", "Arachne/1.97;GPL,386+"),
    "dos-links": ("DOSLynx/0.21", "Lynx/2-4-2 (Bobcat/0.5 [DOS] Jp Beta04)", "Net-Tamer V 1.11.2 - Registered"),
    "ie": (
        "Microsoft Internet Explorer/4.0b1 (Windows 95)",
        "Microsoft Internet Explorer/4.40.308 (Windows 95)",
        "Microsoft Pocket Internet Explorer/0.6",
        "Mozilla/1.1 (compatible; MSPIE 2.0; Windows CE)",
        "Mozilla/1.22 (compatible; MSIE 1.5; Windows NT)",
        "Mozilla/1.22 (compatible; MSIE 2.0; Windows 3.1)",
        "Mozilla/1.22 (compatible; MSIE 2.0; Windows 95)",
        "Mozilla/2.0 (Compatible; AOL-IWENG 3.0; Win16)",
        "Mozilla/2.0 (compatible; MSIE 3.0; AOL 3.0; Windows 95)",
        "Mozilla/2.0 (compatible; MSIE 3.0; Windows 3.1)",
        "Mozilla/2.0 (compatible; MSIE 3.02; Update a; AK; Windows NT)",
        "Mozilla/4.0 (PDA; Windows CE/0.9.3) NetFront/3.0",
    ),
    "ie-240": ("Mozilla/2.0 (compatible; MSIE 3.02; Windows CE; 240x320)",),
    "ie-windows4-800": ("Mozilla/4.0 (compatible; MSIE 4.01; Windows CE; MSN Companion 2.0; 800x600; Compaq)",),
    "ie-mac": (
        "Mozilla/1.22 (compatible; MSIE 2.0B; Mac_PowerPC)",
        "Mozilla/2.0 (compatible; AOL 3.0; Mac_PowerPC)",
        "Mozilla/2.0 (compatible; MSIE 2.1; AOL 3.0; Mac_68K)",
        "Mozilla/3.0 (compatible; MSIE 3.01; Mac_68000)",
    ),
    "ie-unix4": ("Mozilla/4.0(compatible; MSIE 4.0b1; SunOS 5.5 sun4u; X11)",),
    "ie-mac4": (
        "Mozilla/4.0 (compatible; MSIE 4.5; Mac_PowerPC)",
        "Mozilla/4.0 (compatible; MSIE 5.21; Mac_PowerPC)",
    ),
    "ie-windows4": (
        "Mozilla/4.0 (compatible; MSIE 4.01; Windows 95)",
        "Mozilla/4.0 (compatible; MSIE 5.0; Windows 98; DigExt)",
        "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1; .NET CLR 1.1.4322)",
    ),
    "ie-windows4-240": (
        "Mozilla/4.0 (compatible; MSIE 4.01; Windows CE; PPC; 240x320; Sprint:PPC-6700; PPC; 240x320)",
    ),
    "linemode": (
        "CERN-LineMode/2.09 libwww/2.09",
        "CERN-LineMode/2.15 libwww/2.17b3",
        "WorldWideweb (NEXT)",
    ),
    "lynx": (
        "Lynx 2.5  libwww-FM/2.14",
        "Lynx/2.4 libwww/2.1.4",
        "Lynx/2.6 libwww-FM/2.14",
        "Lynx/2.8.2rel.1 libwww-FM/2.14",
        "Lynx/2.8.4rel.1 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/0.9.6c",
        "retawq/0.2.6c [en] (text)",
    ),
    "lynx-utf8": (
        "edbrowse/2.2.10",
        "ELinks (0.4.3; NetBSD 3.0.2_PATCH sparc64; 141x19)",
        "ELinks/0.11.4-2 (textmode; Debian; GNU/kFreeBSD 6.3-1-486 i686; 141x21-2)",
        "Links (0.96; OpenBSD 3.0 sparc)",
        "Links (2.1pre15; FreeBSD 5.3-RELEASE i386; 196x84)",
        "Links (2.29; Linux 6.8.0 x86_64; GNU C 13.2; text)",
        "Lynx/2.8.5rel.1 libwww-FM/2.14 SSL-MM/1.4.1 GNUTLS/1.0.16",
        "Lynx/2.8.9rel.1 libwww-FM/2.14 SSL-MM/1.4.1 GNUTLS/3.6.13",
        "w3m/0.5.3+git20210102",
    ),
    "maccolour": (
        "aolbrowser 1.1 Macintosh; 68K",
        "Cyberdog/2.0 (Macintosh; 68k)",
        "iCab/2.9.9 (Macintosh; U; 68K)",
        "Lynx/2.8 (compatible; iCab 2.9.8; Macintosh; U; 68K)",
        "Mozilla/1.1N (Macintosh; I; 68K)",
        "Mozilla/1.12(Macintosh; I; 68K)",
        "Mozilla/2.02E (Macintosh; I; 68K)",
        "Mozilla/3.01 [ja] (Macintosh; I; 68K)",
        "Mozilla/3.01Gold (Macintosh; I; 68K)",
        "Mozilla/4.05 (Macintosh; I; 68K Nav)",
        "Mozilla/4.5 (compatible; iCab 2.9.9; Macintosh; U; 68K)",
    ),
    "macweb": ("MacWeb/1.00ALPHA3.2  libwww/2.17", "MacWeb/F2.0 libwww/2.17"),
    "modern": (
        "amaya/9.52 libwww/5.4.0",
        "Dillo/2.0",
        "Dillo/3.0.5",
        "iCab/4.7 (Macintosh; U; PPC Mac OS X)",
        "Links (2.1pre20; Linux 2.6.16-gentoo-r11 x86_64; x)",
        "Mozilla/4.0 (compatible; Dillo 3.0)",
        "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.2; de) Opera 8.53",
        "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 5.1; Deepnet Explorer 1.5.3; Smart 2x2)",
        "Mozilla/4.5 (compatible; OmniWeb/4.1.1-v424.6; Mac_PowerPC)",
        "Mozilla/5.0 (compatible; Konqueror/2.2.2; Linux 2.4.14-xfs; X11; i686)",
        "Mozilla/5.0 (compatible; Konqueror/3.5; Linux) KHTML/3.5.5 (like Gecko) (Kubuntu)",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Macintosh; U; PPC Mac OS X; en-US) AppleWebKit/125.4 (KHTML, like Gecko, Safari) OmniWeb/v563.15",
        "Mozilla/5.0 (Macintosh; U; PPC Mac OS X; en-US; rv:1.0.1) Gecko/20021104 Chimera/0.6",
        "Mozilla/5.0 (Macintosh; U; PPC; en-US; rv:0.9.2) Gecko/20010726 Netscape6/6.1",
        "Mozilla/5.0 (PlayStation Vita 1.80) AppleWebKit/531.22.8 (KHTML, like Gecko) Silk/3.2",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0",
        "Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko",
        "Mozilla/5.0 (Windows; U; Win98; en-US; rv:1.8.0.5) Gecko/20060706 K-Meleon/1.0",
        "Mozilla/5.0 (Windows; U; Windows CE 5.1; rv:1.8.1a3) Gecko/20060610 Minimo/0.016",
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
        "Mozilla/5.0 (X11; Linux) NetSurf/3.11",
        "NetSurf/3.10 (Linux)",
        "Opera/6.0 (Windows 2000; U) [fr]",
        "Opera/8.01 (J2ME/MIDP; Opera Mini/3.0.6307/1528; en; U; ssr)",
        "Opera/9.80 (X11; Linux i686; U; ru) Presto/2.8.131 Version/11.11",
        "URL/Emacs",
    ),
    "mosaic": (
        "AIR_Mosaic(16bit)(demo)/v3.06.05.03",
        "Chimera/2.0alpha",
        "Enhanced_Mosaic/2.0 Win32 Spyglass/1",
        "IBM WebExplorer /v0.94",
        "IBM WebExplorer DLL /v1.03",
        "Mosaic/2.7 (X11;SunOS 5.6 sun4u) libwww/2.12 modified",
        "NCSA Mosaic for the X Window System/2.0",
        "NCSA Mosaic/2.0(Windows x86)",
        "NCSA Mosaic/3.0 (Windows 95)",
        "NCSA_Mosaic/2.0 (Windows 3.1)",
        "NCSA_Mosaic/2.6-1(X11;OpenVMS Unknown VAX_ALPHA)",
        "NCSA_Mosaic/2.7b5(X11;SunOS 5.5 sun4m)",
        "PRODIGY-WB 3.1d",
        "Spyglass_Mosaic/2.11",
    ),
    "mosaic-mac": (
        "Enhanced_Mosaic/2.0 Mac Spyglass/1",
        "MacMosaic 2.0.0a6",
        "MacMosaicB6 libwww2.09",
        "NCSA_Mosaic/2.0 (Macintosh)",
    ),
    "netscape": (
        "Grail/0.6",
        "HotJava/1.0alpha3",
        "HotJava/1.1.2 FCS",
        "Mozilla/1.1 (Windows 3.0; I)",
        "Mozilla/1.10 [en] (Compatible; RISC OS 3.70; Oregano 1.10)",
        "Mozilla/1.22ATT (Windows; U; 16bit)",
        "Mozilla/2.02E-KIT (Win16; U)",
        "Mozilla/3.0 (compatible; Opera/3.0; Windows 95/NT4) 3.2",
        "Mozilla/3.04 (compatible; ANTFresco/2.13; RISC OS 4.02)",
        "Mozilla/4.0 (compatible; MSIE 5.0; Windows ME) Opera 5.11 [en]",
        "Mozilla/4.0 (compatible; Opera/3.0; Windows 4.10) 3.51 [en]",
        "Mozilla/4.7 (compatible; OffByOne; Windows 98) Webster Pro V3.2",
        "Mozilla/5.0 (SunOS 5.8 sun4u; U) Opera 5.0 [en]",
        "OmniWeb/2.0.1 OWF/1.0",
        "OmniWeb/2.7-beta-3 OWF/1.0",
    ),
    "netscape-html2-bare": ("Mozilla/0.9 Beta(Windows)", "Mozilla/1.0 (Windows; I; 16bit)", "Mozilla/1.0N (Windows)"),
    "netscape-html2-mac-bare": ("Mozilla/1.0N(Macintosh)",),
    "netscape-mac": (
        "Cyberdog/2.0 (Macintosh; PPC)",
        "iCab/2.9.5 (Macintosh; U; PPC; Mac OS X)",
        "iCab/Pre2.0 (Macintosh; I; PPC)",
        "Mozilla/1.1N(Macintosh; I; PPC)",
        "Mozilla/2.02APPLE (Macintosh; I; PPC)",
        "Mozilla/3.01-C-MACOS8 (Macintosh; I; PPC)",
        "Mozilla/4.5 (compatible; iCab 2.5.3; Macintosh; I; PPC)",
        "Mozilla/5.0 (Macintosh; U; PPC Mac OS; en) iCab 3",
    ),
    "netscape-unix": (
        "Dillo/0.8.5-i18n-misc",
        "Dillo/0.8.6",
        "Konqueror/1.1.2",
        "Mozilla/1.1N (X11; I; SunOS 4.1.3_U1 sun4m) via proxy gateway CERN-HTTPD/3.0 libwww/2.17",
        "Mozilla/2.01I-Sun(X11; I; SunOS 5.5)",
        "Mozilla/3.01SGoldC-SGI (X11; I; IRIX 6.3 IP32)",
    ),
    "netscape-mac4": (
        "Mozilla/4.01 (Macintosh; I; MacPPC)",
        "Mozilla/4.7 [en] (Macintosh; I; PPC)",
    ),
    "netscape-unix4": (
        "Mozilla/4.08 [en] (X11; I; Linux 2.0.35 i586)",
        "Mozilla/4.76 [en] (X11; U; SunOS 5.7 sun4u)",
    ),
    "netscape-windows4": (
        "Mozilla/4.08 [en] (WinNT; I ;Nav)",
        "Mozilla/4.61 [de] (OS/2; I)",
    ),
    "netscape-utf8": ("Mozilla/3.0 (compatible; NetPositive/2.2)", "Mozilla/3.0 (compatible; NetPositive/2.2.2; BeOS)"),
    "palm": (
        "AvantGo 3.2 (compatible; AvantGo 3.2)",
        "Mozilla/1.22 (compatible; MSIE 5.01; PalmOS 3.0) EudoraWeb 2.1",
        "Mozilla/2.0 (compatible; Elaine/3.0)",
        "Mozilla/4.0 (PDA; PalmOS/sony/model crdb/Revision:1.1.36(de)) NetFront/3.0",
        "Mozilla/4.74 [en] (X11; I; ProxiNet)",
        "Mozilla/4.76 [en] (PalmOS; U; WebPro/3.0; Palm-Arz1)",
        "Xiino/2.1SJ [ja] (v. 4.1; 153x130; c16/d)",
    ),
    "palm-320": (
        "Mozilla/4.0 (compatible; MSIE 6.0; Windows 98; PalmSource/Palm-D050; Blazer/4.3) 16;320x320)",
        "Mozilla/4.0 (compatible;MSIE 6.0;Windows95;PalmSource) Netfront/3.0;8;320x320",
        "Mozilla/4.76 (compatible; MSIE 6.0; U; Windows 95; PalmSource; PalmOS; WebPro; Tungsten Proxyless 1.1 320x320x16)",
    ),
    "universal-html32": (
        "Emacs-W3/2.1.105 URL/1.267 ((Unix?) ; TTY ; sparc-sun-solaris2.3)",
        "Emacs-W3/4.0pre.46 URL/p4.0pre.46 (i686-pc-linux; X11)",
    ),
    "webtv": (
        "Mozilla/3.0 NAVIO_AOLTV (11; 13; Philips; PH200; 1; R2.0C36_AOL.0110OPTIK; R2.0.0139d_OPTIK)",
        "Mozilla/3.0 WebTV/1.2 (compatible; MSIE 2.0)",
        "Mozilla/3.01 (compatible; Netbox/3.5 R92; Linux 2.2)",
        "Mozilla/4.0 WebTV/2.6 (compatible; MSIE 4.0)",
    ),
    "universal": (
        "",
        "curl/7.7.2 (powerpc-apple-darwin6.0) libcurl 7.7.2 (OpenSSL 0.9.6b)",
        "DoCoMo/1.0/N504i/c10/TB",
        "Java1.0.2",
        "libwww-perl/5.11",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Nokia7110/1.0 (30.05)",
        "python-requests/2.32.3",
        "UP.Browser/3.1-UPG1 UP.Link/3.2",
        "Wget/1.4.5",
    ),
}
STRINGS = [(said, spec) for spec, strings in ON_RECORD.items() for said in strings]

# Long, and hard on a search: what patterns begin with over and over, digits, control characters, case that changes
# the length, half a surrogate pair, none of it ASCII.
HOSTILE = [
    "icab" * 2_500,
    "mozilla/" * 1_250,
    "9x" * 5_000,
    "0" * 10_000,
    "(" * 10_000,
    "\x00\r\n\t" * 2_500,
    "ﬁſKİ" * 2_500,
    "\ud800" * 10_000,
    "Ⅷ東京🦎" * 2_500,
]


def deciding(said: str) -> Agent | None:
    """The row that decides, found without the reader."""
    return next((row for row in AGENTS if row.also in said.lower() and row.pattern.search(said.lower())), None)


@pytest.mark.parametrize(("said", "spec"), STRINGS)
def test_a_browser_on_record_gets_the_profile_that_suits_it(said: str, spec: str) -> None:
    assert spec_for(said) == spec


@pytest.mark.parametrize("row", AGENTS, ids=lambda row: row.example)
def test_each_row_decides_for_its_example_and_gives_a_spec(row: Agent) -> None:
    assert deciding(row.example) is row
    assert read_spec(row.spec)
    assert spec_for(row.example).startswith(row.spec)


def test_no_string_is_on_record_twice() -> None:
    assert len(STRINGS) == len(dict(STRINGS))
    assert all(read_spec(spec) for spec in ON_RECORD)


@pytest.mark.parametrize("row", AGENTS, ids=lambda row: row.example)
def test_a_pattern_is_in_lower_case_and_repeats_nothing_without_bound(row: Agent) -> None:
    assert row.also == row.also.lower()
    assert row.pattern.pattern == row.pattern.pattern.lower()
    assert not re.search(r"[*+]|\{[0-9]*,\}", row.pattern.pattern)


@pytest.mark.parametrize("said", HOSTILE, ids=lambda said: ascii(said[:8]))
def test_any_text_gets_a_spec(said: str) -> None:
    assert read_spec(spec_for(said))


def test_only_the_start_of_the_header_counts() -> None:
    assert spec_for("x" * 10_000 + " Lynx/2.6") == DEFAULT
    assert spec_for("Lynx/2.6 " + "x" * 10_000) == "lynx"


@pytest.mark.parametrize(
    ("size", "spec"),
    [
        ("160x160", "palm-160"),
        ("0480x320", "palm-480"),
        ("1600x1200", "palm-1600"),
        ("159x160", "palm"),
        ("1601x1200", "palm"),
        ("9999x9999", "palm"),
        ("80x24", "palm"),
        ("132x43", "palm"),
        ("12345x320", "palm"),
        ("320x12345", "palm"),
        ("٣٢٠x٣٢٠", "palm"),
    ],
)
def test_the_size_of_a_screen_becomes_a_width_of_160_to_1600_pixels(size: str, spec: str) -> None:
    assert spec_for(f"Mozilla/2.0 (compatible; Elaine/3.0; {size})") == spec


def test_case_does_not_matter() -> None:
    assert spec_for("LYNX/2.6") == spec_for("lynx/2.6") == "lynx"
