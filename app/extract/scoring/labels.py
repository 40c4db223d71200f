"""Headings and lines that announce what follows them, in the languages of the news: sources, and other stories."""

import re

from app.extract.scoring.text_blocks import TextBlock
from app.text.normalize import letters

_LONGEST, _LONGEST_HEAD = 40, 60  # characters of such a line, and of one over teasers
_SOURCES = frozenset(
    map(
        letters,
        """sources, references, notes, footnotes, endnotes, bibliography, works cited, further reading, see also,
        external links, sources and notes, notes and references, quellen, einzelnachweise, literatur, anmerkungen,
        fußnoten, quellen und literatur, siehe auch, weblinks, références, notes et références, bibliographie,
        voir aussi, fuentes, referencias, notas, bibliografía, véase también, enlaces externos, fonti, note,
        bibliografia, riferimenti, voci correlate, fontes, referências, ver também, bronnen, referenties, noten,
        zie ook, källor, referenser, noter, se även, kilder, referanser, se også, lähteet, viitteet, katso myös,
        źródła, przypisy, zobacz też, zdroje, poznámky, literatura, források, jegyzetek, surse, kaynakça,
        kaynaklar, dipnotlar, источники, примечания, литература, ссылки, см. также, джерела, примітки, πηγές,
        παραπομπές, 参考文献, 出典, 脚注, 参考资料, 注释, 参考來源, 参见, 참고 문헌, 출처, 각주,
        المصادر, المراجع""".split(","),
    )
)
_OTHERS = frozenset(
    map(
        letters,
        """most read, most popular, most viewed, most shared, most commented, popular posts, popular stories,
        popular articles, popular now, select language, choose language, choose your language, select your language,
        in other languages, read in other languages, read this in other languages, sprache wählen, sprache auswählen,
        choisir la langue, seleccionar idioma, selecciona idioma, selecione o idioma, seleziona lingua,
        kies een taal, recent posts, recent articles, recent stories, recent news, latest news, latest stories,
        latest posts, latest articles, latest from, related posts, related articles, related stories, related news,
        related content, related coverage, related, related links, related topics, related reading,
        more on this topic, more on this story, more on this, more like this, also check, also read,
        you may also check, you might also be interested in, you may also be interested in, explore more,
        further stories, you may also like, you might also like, you may like, recommended for you,
        recommended stories, recommended reading, recommended articles, trending, trending now, trending stories,
        top stories, more from us, more stories, more news, more posts, more articles, read next, read more, up next,
        what to read next, also from this source, editors' picks, editor's picks, don't miss, meistgelesen,
        meist gelesen, das könnte sie auch interessieren, das könnte dich auch interessieren, auch interessant,
        mehr zum thema, ähnliche artikel, ähnliche beiträge, neueste artikel, neueste beiträge, les plus lus,
        articles similaires, articles récents, à lire aussi, sur le même sujet, lo más leído, más leídas,
        artículos relacionados, noticias relacionadas, te puede interesar, entradas recientes, mais lidas,
        mais lidos, artigos relacionados, notícias relacionadas, leia também, i più letti, più letti,
        articoli correlati, leggi anche, potrebbe interessarti, meest gelezen, lees ook, gerelateerde artikelen,
        mest lästa, mest lest, mest læste, läs också, les også, læs også, luetuimmat, najczęściej czytane,
        zobacz także, czytaj także, читайте также, популярное, самое читаемое, 相关阅读, 相关新闻, 推荐阅读,
        関連記事, おすすめ記事, 인기 기사, 관련 기사, 관련 뉴스, 주요 뉴스, 많이 본 뉴스, 많이 본 기사, 相關新聞,
        相關報導, 延伸閱讀, 延伸阅读, 热门新闻, 热门推荐, 猜你喜欢, 最新消息, あわせて読みたい, 関連リンク,
        関連ニュース, 人気記事, アクセスランキング, 外部サイト, اقرأ أيضا, اقرأ أيضاً, إقرأ أيضا, اقرأ أيضًا,
        اقرا ايضا, مواضيع ذات صلة, موضوعات متعلقة, أخبار ذات صلة, مقالات ذات صلة, الأكثر قراءة, قد يعجبك أيضا,
        اخبار مرتبط, مطالب مرتبط, بیشتر بخوانید, پربازدیدترین, متعلقہ خبریں, سب سے زیادہ پڑھی جانے والی,
        یہ بھی پڑھیں, קראו גם, עוד בנושא, כתבות נוספות, אולי יעניין אותך, यह भी पढ़ें, ये भी पढ़ें, संबंधित खबरें,
        আরও পড়ুন, সম্পর্কিত খবর, மேலும் படிக்க, தொடர்புடைய செய்திகள், ข่าวที่เกี่ยวข้อง, อ่านข่าวที่เกี่ยวข้อง,
        บทความที่เกี่ยวข้อง, อ่านเพิ่มเติม, tin liên quan, bài liên quan, xem thêm, đọc thêm, đọc nhiều, baca juga,
        artikel terkait, berita terkait, berita terpopuler, terpopuler, ilgili haberler, ilginizi çekebilir,
        çok okunanlar, benzer haberler, διαβάστε επίσης, διαβάστε ακόμα, σχετικά άρθρα, δημοφιλή, материалы по теме,
        по теме, читать также, похожие статьи, новости по теме, смотрите также, главное сегодня, читайте ещё,
        читайте еще, читайте також, за темою, матеріали за темою, останні новини, още по темата, свързани новини,
        прочетете още, повезане вести, прочитајте још, pročitajte još, pročitajte i, povezane vijesti,
        povezane vesti, najčitanije, polecane, zobacz też, czytaj też, czytaj więcej, powiązane artykuły,
        související články, mohlo by vás zajímat, nejčtenější, súvisiace články, najčítanejšie, kapcsolódó,
        kapcsolódó cikkek, ezek is érdekelhetik, legolvasottabb, citește și, citiți și, articole similare,
        știri similare, cele mai citite, lue myös, aiheesta lisää, läs mer, läs även, mer i ämnet, les mer,
        flere saker, læs mere, mere om emnet, lees meer, meer over dit onderwerp, llegeix també,
        articles relacionats, el més llegit, lire aussi, lire également, à voir aussi, lea también, lee también,
        más información, veja também, saiba mais, leggi anche, in other news, around the web, from around the web,
        from the web, sponsored stories, promoted stories, promoted content, recommended by outbrain,
        people also read, readers also liked, more to read, more to explore, also on this site,
        in case you missed it, what others are reading, keep reading, next up, you might be interested in,
        you might also enjoy, you may also enjoy, weitere meldungen, weitere nachrichten, lesen sie auch,
        passend zum thema, aktuelle nachrichten, mehr aus dem web, neueste nachrichten, dans la même rubrique,
        à ne pas manquer, nos derniers articles, vous aimerez aussi, à découvrir aussi, ailleurs sur le web,
        otras noticias, últimas noticias, más noticias, también te puede interesar, outras notícias,
        últimas notícias, você também pode gostar, altre notizie, ultime notizie, articoli recenti,
        potrebbe interessarti anche, meer nieuws, ook interessant, polecamy, najnowsze, inne artykuły""".split(","),
    )
)
# The same behind the name of a part of a site: posts of Tistory.
_OTHERS_OF = tuple(map(letters, ("카테고리의 다른 글",)))

# What is over a list of the headings that follow, and is nothing but that; sorted by language.
_CONTENTS = frozenset(
    map(
        letters,
        """table of contents, in this article, in this post, in this guide, in this story, in this section, on this
        page, jump to, jump to section, page contents, topics covered, inhaltsverzeichnis, in diesem artikel, auf dieser
        seite, table des matières, dans cet article, au sommaire, tabla de contenidos, tabla de contenido, índice de
        contenidos, en este artículo, índice de conteúdo, índice do artigo, neste artigo, indice dei contenuti, in
        questo articolo, inhoudsopgave, in dit artikel, innehållsförteckning, i den här artikeln, indholdsfortegnelse, i
        denne artikel, innholdsfortegnelse, i denne artikkelen, sisällysluettelo, spis treści, w tym artykule, v tomto
        článku, tartalomjegyzék, cuprinsul articolului, в этой статье, оглавление, зміст статті, içindekiler, bu yazıda,
        daftar isi, mục lục, 目次, 本文目录, 文章目錄, 목차, สารบัญ, جدول المحتويات, תוכן עניינים, विषय सूची""".split(
            ","
        ),
    )
)
# A sentence that announces other stories: `If you liked this post, you might also like:`.
_LIKED = re.compile(
    r"if you (?:liked|enjoyed|loved)(?: reading)? th(?:is|ese)\b.{0,30}\b(?:also|check out|love|try|want to)\b.{0,40}"
    r"|(?:the )?(?:articles|posts|stories) you (?:may|might) (?:also )?(?:enjoy|like)\W*",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 100  # characters
# Of what announces other stories, what stands on a button under each teaser.
_BUTTONS = frozenset(
    map(
        letters,
        """read more, mehr lesen, lire aussi, más información, saiba mais, lees meer, les mer, läs mer, læs mere,
        czytaj więcej, மேலும் படிக்க, อ่านเพิ่มเติม, xem thêm, đọc thêm, بیشتر بخوانید""".split(","),
    )
)
# Of somebody, or from somewhere.
_MORE_OF = (
    "also by ", "also from ", "don't miss these ", "don’t miss these ", "most popular from ", "most popular on ",
    "most read from ", "most read in ", "most read on ", "more by ", "more from ", "more in ", "more on ",
    "other posts by ", "other stories by ", "mehr aus ", "mehr von ", "mehr zu ", "weitere artikel ",
    "weitere beiträge ", "weitere texte ", "alle artikel von ", "du même auteur", "plus d'articles ",
    "autres articles ", "más artículos ", "más noticias ", "otros artículos ", "mais artigos ", "mais notícias ",
    "outras notícias", "altri articoli ", "dello stesso autore", "meer van ", "meer over ", "meer uit ", "mer av ",
    "mer från ", "mer om ", "mere fra ", "mer fra ", "lisää aiheesta", "więcej od ", "więcej o ", "inne artykuły ",
    "další články ", "více od ", "ещё от ", "другие статьи ", "другие материалы ", "інші матеріали ", "περισσότερα ",
    "yazarın diğer", "diğer yazıları", "artikel lainnya", "bài viết khác",
)  # fmt: skip


def says_contents(block: TextBlock) -> bool:
    """Say whether a line or heading announces a table of contents."""
    return len(block.text) < _LONGEST and letters(block.text) in _CONTENTS


def says_sources(block: TextBlock) -> bool:
    """Say whether a heading announces what a text rests on: sources, notes, further reading."""
    return len(block.text) < _LONGEST and letters(block.text) in _SOURCES


def says_others(block: TextBlock) -> bool:
    """Say whether a line announces other stories: the most read, the latest, related ones."""
    said = letters(block.text) if len(block.text) < _LONGEST else ""
    if said in _OTHERS or said.endswith(_OTHERS_OF):
        return True
    return len(block.text) < _LONGEST_SENTENCE and _LIKED.fullmatch(block.text) is not None


def may_head_teasers(block: TextBlock) -> bool:
    """Say whether a line, hardly of links, has teasers of other stories under it, and is no button of theirs."""
    if block.is_linked or len(block.text) >= _LONGEST_HEAD:
        return False
    said = letters(block.text)
    return said not in _BUTTONS and (said in _OTHERS or block.text.lower().startswith(_MORE_OF))
