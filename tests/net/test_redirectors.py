"""Addresses that only lead on are passed by without asking."""

import pytest

from app.net.redirectors import FIELDS, PATHS, target_of

STORY = "https://example.org/story.html?id=7&page=2"
CODED = "https%3A%2F%2Fexample.org%2Fstory.html%3Fid%3D7%26page%3D2"
BING = "a1aHR0cHM6Ly9leGFtcGxlLm9yZy9zdG9yeS5odG1sP2lkPTcmcGFnZT0y"


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.google.com/url?sa=t&url={CODED}&usg=x",
        f"https://www.google.co.uk/url?q={CODED}",
        f"https://google.de/imgres?imgurl=x&imgrefurl={CODED}",
        f"https://www.bing.com/ck/a?!&&p=1&u={BING}&ntb=1",
        f"http://www.bing.com/news/apiclick.aspx?ref=FexRss&url={CODED}&c=1",
        f"https://duckduckgo.com/l/?uddg={CODED}&rut=1",
        f"https://l.facebook.com/l.php?u={CODED}&h=AT0",
        f"https://lm.facebook.com/l.php?u={CODED}",
        f"https://l.instagram.com/?u={CODED}&e=1",
        f"https://www.linkedin.com/safety/go?url={CODED}",
        f"https://out.reddit.com/t3_abc?url={CODED}&token=x",
        f"https://api.whatsapp.com/send?text=Ferry%20again%20{CODED}",
        f"https://wa.me/?text={CODED}",
        f"https://bsky.app/intent/compose?text=Ferry%20{CODED}",
        f"https://www.threads.net/intent/post?text=Ferry%20{CODED}",
        f"https://news.ycombinator.com/submitlink?u={CODED}&t=Ferry",
        f"https://nam02.safelinks.protection.outlook.com/?url={CODED}&data=1",
        f"https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url={CODED}&locale=en-gb",
        f"https://slack-redir.net/link?url={CODED}",
        f"https://steamcommunity.com/linkfilter/?u={CODED}",
        f"https://t.umblr.com/redirect?z={CODED}&t=1",
        f"https://vk.com/away.php?to={CODED}",
        f"https://checklink.mail.ru/proxy?es=x&egid=y&url={CODED}&uidl=1",
        f"https://yandex.ru/clck/jsredir?from=yandex.ru%3Bsearch&text=&url={CODED}",
        f"https://www.youtube.com/redirect?event=x&q={CODED}",
        f"https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU={CODED}/RK=2/RS=x-",
        f"https://getpocket.com/redirect?url={CODED}",
        f"https://medium.com/m/global-identity-2?redirectUrl={CODED}",
        f"https://translate.google.com/translate?sl=auto&tl=en&u={CODED}",
        f"https://href.li/?{STORY}",
        f"https://ad.doubleclick.net/ddm/clk/5;6;z?{STORY}",
        f"https://www.amazon.ca/gp/redirect.html?ie=UTF8&location={CODED}&tag=x",
        f"http://www.tkqlhce.com/click-749547-11365101?url={CODED}&sid=x",
        f"https://archive.ph/submit/?url={CODED}",
        f"https://archive.is/?run=1&url={CODED}",
        f"https://deref-gmx.net/mail/client/aB/dereferrer/?redirectUrl={CODED}",
        f"https://deref-web-02.de/mail/client/aB/dereferrer/?redirectUrl={CODED}",
        f"https://flipboard.com/redirect?url={CODED}&v=1",
        f"https://courier.page.link/?link={CODED}&apn=x",
        f"https://shareasale.com/r.cfm?b=1&urllink={CODED}",
        f"https://click.icptrack.com/icp/relay.php?r=6&destination={CODED}",
        f"https://courier.digidip.net/visit?url={CODED}&ppref=x",
        f"http://theoldnet.com/get?url={CODED}&year=2000",
        f"https://www.textise.net/showText.aspx?strURL={CODED}",
        f"https://clk.tradedoubler.com/click?p=1&url={CODED}",
        f"https://track.webgains.com/click.html?wgtarget={CODED}",
        f"https://clickserve.dartsearch.net/link/click?ds_dest_url={CODED}",
        f"https://link.zhihu.com/?target={CODED}",
        f"https://link.juejin.cn?target={CODED}",
        f"https://link.csdn.net/?target={CODED}&from_id=7",
        f"https://www.jianshu.com/go-wild?ac=2&url={CODED}",
        f"https://links.jianshu.com/go?to={CODED}",
        f"https://gitee.com/link?target={CODED}",
        f"https://www.douban.com/link2/?url={CODED}",
        f"https://weibo.cn/sinaurl?luicode=1&u={CODED}",
        f"https://c.pc.qq.com/middlem.html?pfurl={CODED}&pfuin=1",
        f"https://c.pc.qq.com/ios.html?url={CODED}",
        f"https://www.oschina.net/action/GoToLink?url={CODED}",
        f"https://www.pixiv.net/jump.php?url={CODED}",
        f"https://exit.sc/?url={CODED}",
        f"https://l.messenger.com/l.php?u={CODED}&h=AT0",
        f"https://t.me/iv?url={CODED}&rhash=1",
        f"https://go.skimresources.com/?id=1X2&xs=1&url={CODED}",
        f"https://go.redirectingat.com/?id=1X2&url={CODED}",
        f"https://redirect.viglink.com/?key=1&u={CODED}",
        f"https://www.deviantart.com/users/outgoing?{STORY}",
        f"https://prod.outgoing.prod.webservices.mozgcp.net/v1/{'4c64' * 16}/{STORY.replace(':', '%3A').replace('?', '%3F')}",
        f"https://www.instapaper.com/text?u={CODED}",
        f"http://68k.news/article.php?loc=US&a={CODED}",
        f"https://www.awin1.com/cread.php?awinmid=1&ued={CODED}",
        f"https://click.linksynergy.com/deeplink?id=x&mid=1&murl={CODED}",
        f"https://click.mail.ru/redir?u={CODED}&c=x",
        f"https://www.evernote.com/OutboundRedirect.action?dest={CODED}",
        f"https://www.googleadservices.com/pagead/aclk?sa=L&adurl={CODED}",
        f"https://linkprotect.cudasvc.com/url?a={CODED}&c=E,1,x",
        f"https://medium.com/r/?url={CODED}",
        f"https://ok.ru/dk?cmd=logExternal&st.link={CODED}",
        f"https://protect2.fireeye.com/v1/url?k=1&q=1&u={CODED}",
        f"https://www.quora.com/_/redirect?sig=1&url={CODED}",
        f"https://www.tiktok.com/link/v2?aid=1988&target={CODED}",
        f"https://via.hypothes.is/{STORY}",
        f"https://archive.ph/newest/{STORY}",
        f"https://archive.is/2025.11.01-120000/{STORY}",
        f"https://archive.today/20251101120000/{STORY}",
        f"https://1ft.io/{STORY}",
        f"https://smry.ai/{STORY}",
        f"https://www.facebook.com/sharer/sharer.php?u={CODED}&t=Ferry",
        f"https://www.facebook.com/sharer.php?u={CODED}",
        f"https://www.facebook.com/dialog/share?app_id=1&href={CODED}",
        f"https://twitter.com/intent/tweet?text=Ferry&url={CODED}",
        f"https://x.com/share?url={CODED}",
        f"https://t.me/share/url?url={CODED}&text=Ferry",
        f"https://www.linkedin.com/shareArticle?mini=true&url={CODED}",
        f"https://www.pinterest.com/pin/create/button/?url={CODED}&media=x",
        f"https://www.reddit.com/submit?url={CODED}&title=Ferry",
        f"https://www.tumblr.com/share/link?url={CODED}",
        f"https://vk.com/share.php?url={CODED}",
        f"https://www.printfriendly.com/print?source=site&url={CODED}",
        f"https://www.translatetheweb.com/?from=fr&to=en&a={CODED}",
        f"https://www.microsofttranslator.com/bv.aspx?from=&to=en&a={CODED}",
        f"https://web.archive.org/web/*/{STORY}",
        f"https://web.archive.org/web/20250101000000*/{STORY}",
        f"https://web.archive.org/save/{STORY}",
        f"https://abc.r.us-east-1.awstrack.me/L0/{CODED}/1/0102018-x",
        f"https://secure-web.cisco.com/1abcDEF-{'x' * 300}/{CODED}",
        f"https://webcache.googleusercontent.com/search?q=cache:AbCd_123-xyZ:{CODED}+ferry&hl=en",
        f"https://translate.yandex.com/translate?url={CODED}&lang=en",
        f"http://frogfind.com/read.php?a={CODED}",
        f"https://12ft.io/{STORY}",
        f"https://12ft.io/proxy?q={CODED}",
        f"https://urldefense.com/v3/__{STORY}__;!!abc!xyz$",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_story.html-3Fid-3D7-26page-3D2&d=Dw",
        "https://example-org.translate.goog/story.html?id=7&page=2&_x_tr_sl=auto&_x_tr_tl=en&_x_tr_hl=en",
        "https://www.google.com/amp/s/example.org/story.html?id=7&page=2",
        "https://example-org.cdn.ampproject.org/c/s/example.org/story.html?amp_js_v=0.1&id=7&page=2&usqp=x",
        f"https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D{CODED.replace('%', '%25')}",
    ],
)
def test_the_address_behind_a_redirector_is_known_without_asking(url: str) -> None:
    assert target_of(url) == STORY


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/story.html",
        f"https://example.org/url?q={CODED}",
        f"https://notgoogle.com/url?q={CODED}",
        f"https://google.com.example.org/url?q={CODED}",
        "https://www.google.com/url?q=javascript%3Aalert(1)",
        "https://www.google.com/url?q=file%3A%2F%2F%2Fetc%2Fpasswd",
        "https://www.google.com/url?q=http%3A%2F%2F",
        "https://www.google.com/url",
        "https://www.google.com/search?q=https%3A%2F%2Fexample.org%2F",
        "https://www.bing.com/ck/a?u=a1____",
        f"https://www.zhihu.com/question/1?target={CODED}",
        f"https://t.me/channel?url={CODED}",
        f"https://im.qq.com/index.html?url={CODED}",
        "https://www.youtube.com/watch?v=abc&q=http%3A%2F%2Fexample.org%2F",
        "https://web.archive.org/web/2020/http://example.org/",
    ],
)
def test_every_other_address_leads_where_it_says(url: str) -> None:
    assert target_of(url) == url


def test_redirectors_that_lead_to_one_another_come_to_an_end() -> None:
    url = "https://www.google.com/url?q=https%3A%2F%2Fwww.google.com%2Furl"
    assert target_of(f"{url}%3Fq%3D{'x' * 10}").startswith("https://www.google.com/url")
    assert target_of(
        "https://www.google.com/amp/s/www.google.com/amp/s/www.google.com/amp/s/www.google.com/amp/s/a.b"
    ) == ("https://www.google.com/amp/s/a.b")


def test_the_tables_are_sorted() -> None:
    assert sorted(FIELDS) == list(FIELDS)
    assert sorted(PATHS) == list(PATHS)


@pytest.mark.parametrize(("mark", "scheme"), [("", "http"), ("s/", "https")])
def test_the_remarks_on_a_page_lead_to_it(mark: str, scheme: str) -> None:
    assert (
        target_of(f"https://b.hatena.ne.jp/entry/{mark}example.org/story.html") == f"{scheme}://example.org/story.html"
    )
