"""Articles of the systems that most sites are made with."""

import pytest

from tests.extract.scoring.pages import MENU, SENTENCES, TITLE, prose
from tests.extract.shapes.shape import CARDS, FOOT, NAV, Shape, document

SHAPES: dict[str, Shape] = {}


def el(w: str, i: int) -> str:
    return f'<div class="elementor-element elementor-element-{i}a3f elementor-widget elementor-widget-{w}" data-id="{i}a3f" data-element_type="widget" data-widget_type="{w}.default"><div class="elementor-widget-container">'


E = "</div></div>"
SHAPES["elementor"] = Shape(
    document(
        NAV
        + '<div data-elementor-type="wp-post" class="elementor elementor-88"><section class="elementor-section elementor-top-section"><div class="elementor-container"><div class="elementor-column elementor-col-66">'
        + el("heading", 1)
        + f'<h1 class="elementor-heading-title">{TITLE}</h1>'
        + E
        + el("text-editor", 2)
        + prose(0, 1)
        + E
        + el("heading", 3)
        + '<h2 class="elementor-heading-title">The wheel</h2>'
        + E
        + el("text-editor", 4)
        + prose(2)
        + "<ul><li>Oak for the shaft</li><li>Elm for the paddles</li></ul>"
        + E
        + el("image", 5)
        + '<img src="/w.jpg" width=800 height=500>'
        + E
        + el("icon-list", 6)
        + '<ul class="elementor-icon-list-items"><li class="elementor-icon-list-item"><span class="elementor-icon-list-icon"><i class="fas fa-check"></i></span><span class="elementor-icon-list-text">Open on Sundays</span></li><li class="elementor-icon-list-item"><span class="elementor-icon-list-text">Flour for sale at the gate</span></li></ul>'
        + E
        + el("toggle", 7)
        + f'<div class="elementor-toggle"><div class="elementor-toggle-item"><div id="et1" class="elementor-tab-title" role="button" aria-controls="ec1" aria-expanded="false"><span class="elementor-toggle-icon"></span><a class="elementor-toggle-title">Is it loud?</a></div><div id="ec1" class="elementor-tab-content elementor-clearfix" role="region" aria-labelledby="et1"><p>{SENTENCES[6]}</p></div></div></div>'
        + E
        + el("text-editor", 8)
        + prose(3, 4)
        + E
        + el("share-buttons", 9)
        + '<a href="https://facebook.com/sharer/sharer.php?u=x">Share on Facebook</a>'
        + E
        + el("posts", 10)
        + CARDS
        + E
        + "</div></div></section></div>"
        + FOOT
    ),
    [
        SENTENCES[0],
        SENTENCES[1],
        "The wheel",
        "Oak for the shaft",
        SENTENCES[6],
        "Is it loud?",
        SENTENCES[3],
        SENTENCES[4],
    ],
    ["Share on Facebook", "Other story number", "All rights"],
)


def etp(m: str, i: int, x: str) -> str:
    return f'<div class="et_pb_module et_pb_{m} et_pb_{m}_{i} et_pb_text_align_left et_pb_bg_layout_light"><div class="et_pb_{m}_inner">{x}</div></div>'


def row(i: int, x: str) -> str:
    return f'<div class="et_pb_section et_pb_section_{i} et_section_regular"><div class="et_pb_row et_pb_row_{i}"><div class="et_pb_column et_pb_column_4_4 et_pb_column_{i} et_pb_css_mix_blend_mode_passthrough et-last-child">{x}</div></div></div>'


SHAPES["divi"] = Shape(
    document(
        NAV
        + f'<div id="et-main-area"><div id="main-content"><article class="post et_pb_post"><div class="et_post_meta_wrapper"><h1 class="entry-title">{TITLE}</h1><p class="post-meta">by <span class="author vcard"><a href="/author/x">Ann Weir</a></span> | <span class="published">Mar 27, 2024</span> | <a href="/c">News</a> | 0 comments</p></div><div class="entry-content">'
        + row(0, etp("text", 0, prose(0)))
        + row(1, etp("text", 1, prose(1, 2)))
        + row(
            2,
            etp(
                "accordion",
                0,
                f'<div class="et_pb_toggle et_pb_toggle_close"><h5 class="et_pb_toggle_title">How old is it?</h5><div class="et_pb_toggle_content clearfix"><p>{SENTENCES[6]}</p></div></div>',
            ),
        )
        + row(
            3,
            etp(
                "blurb",
                0,
                f'<h4 class="et_pb_module_header"><span>Forty kilos an hour</span></h4><div class="et_pb_blurb_description"><p>{SENTENCES[4]}</p></div>',
            ),
        )
        + row(4, etp("text", 2, prose(3, 5)))
        + row(
            5,
            etp(
                "cta",
                0,
                '<div class="et_pb_promo_description"><h2>Get our newsletter</h2><p>Subscribe to our newsletter and never miss a story.</p></div><a class="et_pb_button" href="/s">Subscribe</a>',
            ),
        )
        + "</div></article></div></div>"
        + FOOT
    ),
    [
        SENTENCES[0],
        SENTENCES[1],
        SENTENCES[2],
        "How old is it?",
        SENTENCES[6],
        "Forty kilos an hour",
        SENTENCES[4],
        SENTENCES[3],
        SENTENCES[5],
    ],
    ["never miss", "0 comments"],
)
SHAPES["webflow"] = Shape(
    document(
        '<div class="navbar w-nav"><div class="w-container"><a href="/" class="w-nav-brand">Gazette</a><nav role="navigation" class="w-nav-menu"><a href="/a" class="w-nav-link">About</a><a href="/b" class="w-nav-link">Blog</a></nav></div></div>'
        f'<div class="section-hero"><div class="w-container"><h1 class="heading-4">{TITLE}</h1><div class="text-block-7">March 27, 2024</div></div></div><div class="section-2"><div class="w-container"><div class="rich-text-block w-richtext">{prose(0, 1)}<h2>The wheel</h2>{prose(2)}<figure class="w-richtext-figure-type-image"><div><img src="/w.jpg"></div><figcaption>The wheel at noon</figcaption></figure>{prose(3)}<ul role="list"><li>Oak for the shaft</li><li>Elm for the paddles</li></ul>{prose(4)}</div></div></div>'
        f'<div class="section-3"><div class="w-container"><h3>More posts</h3><div class="w-dyn-list"><div role="list" class="w-dyn-items">'
        + "".join(
            f'<div role="listitem" class="w-dyn-item"><a href="/p{i}" class="w-inline-block"><h4>Other story number {i}</h4><p>A teaser for the other story number {i}, which says just enough to click.</p></a></div>'
            for i in range(3)
        )
        + "</div></div></div></div>"
        + '<div class="footer"><div class="w-container"><div>Copyright Gazette</div></div></div>'
    ),
    [SENTENCES[0], SENTENCES[1], "The wheel", SENTENCES[2], SENTENCES[3], "Oak for the shaft", SENTENCES[4]],
    ["More posts", "Other story"],
)


def wix(i: int, x: str) -> str:
    return f'<div id="viewer-{i}xq" class="Y9Dpf" data-hook="rcv-block{i}"><p class="xVISr Y9Dpf bCMSCT OZy-3 lnyWN yMZv8w bCMSCT public-DraftStyleDefault-block-depth0" dir="auto" id="viewer-{i}xq"><span class="vkIF2 public-DraftStyleDefault-ltr">{x}</span></p></div>'


SHAPES["wix"] = Shape(
    document(
        f'<div id="SITE_CONTAINER"><header id="SITE_HEADER"><wix-dropdown-menu><nav><ul>{MENU}</ul></nav></wix-dropdown-menu></header><main id="PAGES_CONTAINER"><div data-hook="post-page"><article class="xyz12"><div class="post-header"><ul class="meta"><li>Ann Weir</li><li>Mar 27, 2024</li><li>3 min read</li></ul></div><h1 class="blog-post-title-font" data-hook="post-title"><span>{TITLE}</span></h1><section data-hook="post-description"><div class="rich-content-viewer">'
        + "".join(wix(i, SENTENCES[i]) for i in range(6))
        + '</div></section><footer><div data-hook="post-main-actions"><span>128 views</span><span>Post not marked as liked</span></div></footer></article><div data-hook="related-posts"><h3>Recent Posts</h3><a href="/all">See All</a>'
        + CARDS
        + "</div></div></main></div>"
    ),
    SENTENCES[0:6],
    ["not marked as liked", "Recent Posts", "Other story", "3 min read"],
)


def sq(x: str) -> str:
    return f'<div class="sqs-block html-block sqs-block-html" data-block-type="2" id="block-abc"><div class="sqs-block-content"><div class="sqs-html-content">{x}</div></div></div>'


SHAPES["squarespace"] = Shape(
    document(
        NAV
        + f'<main id="page"><article class="h-entry blog-item"><div class="blog-item-top-wrapper"><div class="blog-meta-item">Mar 27</div><h1 class="entry-title p-name">{TITLE}</h1><span>Written By <a class="blog-author-name" href="/?author=1">Ann Weir</a></span></div><div class="blog-item-content e-content"><div class="sqs-layout sqs-grid-12 columns-12"><div class="row sqs-row"><div class="col sqs-col-12 span-12">'
        + sq(prose(0, 1))
        + '<div class="sqs-block quote-block sqs-block-quote"><figure class="block-animation-none"><blockquote><span>“</span>It sings when the tide turns<span>”</span></blockquote><figcaption class="source">&mdash; the miller</figcaption></figure></div>'
        + sq("<h3>The wheel</h3>" + prose(2, 3))
        + '<div class="row sqs-row"><div class="col sqs-col-6 span-6">'
        + sq(prose(4))
        + '</div><div class="col sqs-col-6 span-6">'
        + sq(prose(5))
        + "</div></div>"
        + '</div></div></div></div><div class="tags">Filed under <a href=/t>mills</a></div></article><section class="item-pagination"><a href="/n"><h2>Next post: Other story number 1</h2></a></section></main>'
        + FOOT
    ),
    [
        SENTENCES[0],
        SENTENCES[1],
        "It sings when the tide turns",
        "The wheel",
        SENTENCES[2],
        SENTENCES[3],
        SENTENCES[4],
        SENTENCES[5],
    ],
    ["Other story", "Filed under"],
)
SHAPES["substack"] = Shape(
    document(
        '<div id="entry"><div id="main" class="main typography use-theme-bg"><div class="main-menu-content"><a href="/">The Gazette</a><button>Subscribe</button><button>Sign in</button></div>'
        f'<div class="single-post-container"><article class="newsletter-post post"><div class="post-header"><h1 class="post-title published">{TITLE}</h1><h3 class="subtitle">A wheel that had stood for ninety years</h3><div class="byline-wrapper"><a href="/@ann">Ann Weir</a><div class="pencraft">Mar 27, 2024</div><a>12</a><a>Share</a></div></div><div class="available-content"><div class="body markup" dir="auto"><p>{SENTENCES[0]}<a data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" href="#footnote-1" target="_self" class="footnote-anchor">1</a></p>{prose(1)}<div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">Thanks for reading The Gazette! Subscribe for free to receive new posts and support my work.</p></div></div></div><h2 class="header-anchor-post">The wheel<div class="pencraft"><button>Copy link</button></div></h2>{prose(2)}<div class="captioned-image-container"><figure><a class="image-link" href="/big.jpg"><img src="/w.jpg"></a><figcaption class="image-caption">At noon</figcaption></figure></div><div class="pullquote"><p>It sings when the tide turns</p></div>{prose(3, 4)}<p class="button-wrapper"><a class="button primary" href="/share"><span>Share</span></a></p><div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>The drawings are kept in the school.</p></div></div></div></div></article><div class="post-footer"><a>12</a><a>Share</a></div><div id="discussion"><h4>Discussion about this post</h4><p>Ready for more?</p><form><input type=email><button>Subscribe</button></form></div></div></div></div>'
    ),
    [
        SENTENCES[0],
        SENTENCES[1],
        "The wheel",
        SENTENCES[2],
        "It sings when",
        SENTENCES[3],
        SENTENCES[4],
        "The drawings are kept in the school",
    ],
    ["Thanks for reading", "Ready for more", "Copy link", "Discussion about"],
)


def md(i: int, x: str) -> str:
    return f'<p id="{i}f3a" class="pw-post-body-paragraph mq mr fr ms b mt mu mv mw mx my mz na nb nc nd ne nf ng nh ni nj nk nl nm nn fk bj">{x}</p>'


SHAPES["medium"] = Shape(
    document(
        f'<div id="root"><div class="a b c"><div class="l m n"><a href="/">Open in app</a><a href="/signup">Sign up</a><a href="/in">Sign in</a></div><article><div class="l"><div class="l"><section><div><div class="fr l"></div><div class="ab cb"><div class="ci bh"><h1 id="9a" class="pw-post-title gs">{TITLE}</h1><div class="speechify"><div class="ab"><a href="/@ann">Ann Weir</a><span>·</span><button>Follow</button></div><span>4 min read</span><span>·</span><span>Mar 27, 2024</span></div><div><p>--</p></div><div><button>Listen</button></div><div><button>Share</button></div>{md(0, SENTENCES[0])}{md(1, SENTENCES[1])}<h2 id="77" class="oj ok fr">The wheel</h2>{md(2, SENTENCES[2])}<figure class="ov"><picture><img src="/w.jpg" width=700 height=400></picture><figcaption class="x">Photo by J on Unsplash</figcaption></figure>{md(3, SENTENCES[3])}<ul class=""><li id="1" class="mq">Oak for the shaft</li><li id="2" class="mq">Elm for the paddles</li></ul>{md(4, SENTENCES[4])}<blockquote class="pe"><p class="mq">It sings when the tide turns</p></blockquote>{md(5, SENTENCES[5])}</div></div></div></section></div></div></article><div class="footer"><a href="/tag/mills">Mills</a><a href="/tag/water">Water</a><div><h2>Written by Ann Weir</h2><p>12K Followers</p><p>Writes about mills and what turns in them. Based at the coast, mostly near water.</p><button>Follow</button></div><h2>More from Ann Weir</h2>{CARDS}<h2>Recommended from Medium</h2>{CARDS}</div></div></div>'
    ),
    [
        SENTENCES[0],
        SENTENCES[1],
        "The wheel",
        SENTENCES[2],
        SENTENCES[3],
        "Oak for the shaft",
        SENTENCES[4],
        SENTENCES[5],
    ],
    ["Recommended from", "Other story", "12K Followers", "4 min read", "Open in app"],
)
SHAPES["ghost"] = Shape(
    document(
        f'<div class="gh-viewport"><header class="gh-head"><nav><ul class="nav">{MENU}</ul></nav></header><main class="gh-main"><article class="gh-article post"><header class="gh-article-header gh-canvas"><a class="gh-article-tag" href="/tag/n">News</a><h1 class="gh-article-title">{TITLE}</h1><p class="gh-article-excerpt">A wheel that had stood for ninety years</p><section class="gh-article-meta"><a href="/author/a">Ann Weir</a><time datetime="2024-03-27">Mar 27, 2024</time> 4 min read</section></header><section class="gh-content gh-canvas">{prose(0, 1)}<div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">Bring boots: the path floods at spring tide.</div></div>{prose(2)}<div class="kg-card kg-toggle-card" data-kg-toggle-state="close"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text"><span>How old is it?</span></h4><button class="kg-toggle-card-icon"></button></div><div class="kg-toggle-content"><p>{SENTENCES[6]}</p></div></div><figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="http://o.example"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Tide tables of the coast</div><div class="kg-bookmark-description">When the water comes and goes.</div></div></a></figure>{prose(3, 4)}</section></article><section class="footer-cta"><h2>Sign up for more like this.</h2><a href="#/portal">Enter your email Subscribe</a></section><aside class="read-more-wrap">{CARDS}</aside></main><footer class="site-footer">The Gazette © 2024</footer></div>'
    ),
    [
        SENTENCES[0],
        SENTENCES[1],
        "Bring boots",
        SENTENCES[2],
        "How old is it?",
        SENTENCES[6],
        SENTENCES[3],
        SENTENCES[4],
    ],
    ["Sign up for more", "Other story"],
)
SHAPES["gutenberg"] = Shape(
    document(
        NAV
        + f'<main><article class="post-12 post type-post hentry category-news"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="2024-03-27T08:00:00+00:00">27 March 2024</time></span> <span class="byline">by <a href="/author/a">Ann Weir</a></span></div></header><div class="entry-content">{prose(0)}<div class="wp-block-group is-layout-constrained"><div class="wp-block-columns is-layout-flex"><div class="wp-block-column">{prose(1)}</div><div class="wp-block-column">{prose(2)}</div></div></div><figure class="wp-block-pullquote"><blockquote><p>It sings when the tide turns</p><cite>the miller</cite></blockquote></figure><figure class="wp-block-table"><table><thead><tr><th>Year</th><th>Kilos</th></tr></thead><tbody><tr><td>1931</td><td>420</td></tr><tr><td>2024</td><td>40</td></tr></tbody></table><figcaption>Flour by year</figcaption></figure><details class="wp-block-details"><summary>How old is it?</summary><p>{SENTENCES[6]}</p></details><div class="wp-block-media-text"><figure class="wp-block-media-text__media"><img src="/w.jpg"></figure><div class="wp-block-media-text__content">{prose(3)}</div></div><div class="wp-block-cover"><span class="wp-block-cover__background"></span><div class="wp-block-cover__inner-container"><p>{SENTENCES[5]}</p></div></div>{prose(4)}<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/shop">Shop now</a></div></div></div><footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">News</a></span><span class="tags-links">Tagged <a href=/t>mills</a></span></footer></article><nav class="navigation post-navigation"><h2 class="screen-reader-text">Post navigation</h2><a href="/prev">Previous Other story number 1</a></nav><div id="comments"><h2>2 thoughts on “{TITLE}”</h2><ol><li class="comment"><p>I saw it yesterday and it is a wonder to behold, go and see it with your own eyes.</p></li></ol></div></main><aside id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2><ul><li><a href="/x">Other story number 2</a></li></ul></section></aside>'
        + FOOT
    ),
    [
        SENTENCES[0],
        SENTENCES[1],
        SENTENCES[2],
        "It sings",
        "1931",
        "420",
        "How old is it?",
        SENTENCES[6],
        SENTENCES[3],
        SENTENCES[5],
        SENTENCES[4],
    ],
    ["Posted in", "Other story", "Recent Posts", "I saw it yesterday"],
)


def pf(n: str, x: str) -> str:
    return f'<div class="field field--name-field-{n} field--type-text-long field--label-hidden field__item">{x}</div>'


def para(t: str, x: str) -> str:
    return f'<div class="field__item"><div class="paragraph paragraph--type--{t} paragraph--view-mode--default">{x}</div></div>'


SHAPES["drupal"] = Shape(
    document(
        f'<div class="dialog-off-canvas-main-canvas"><div class="layout-container"><header role="banner">{NAV}</header><main role="main"><div class="layout-content"><div class="region region-content"><div id="block-olivero-content" class="block block-system block-system-main-block"><article data-history-node-id="7" class="node node--type-article node--view-mode-full"><h1><span class="field field--name-title">{TITLE}</span></h1><footer class="node__meta"><div class="node__submitted">Submitted by <span>annw</span> on Wed, 03/27/2024 - 08:00</div></footer><div class="node__content">'
        + pf("summary", f"<p>{SENTENCES[0]}</p>")
        + '<div class="field field--name-field-paragraphs field__items">'
        + para("text", pf("text", prose(1, 2)))
        + para("quote", pf("quote", "<blockquote>It sings when the tide turns</blockquote>"))
        + para("accordion", '<h3 class="accordion-title">How old is it?</h3>' + pf("body", f"<p>{SENTENCES[6]}</p>"))
        + para("text", pf("text", prose(3, 4)))
        + '</div><div class="field field--name-field-tags field--label-above"><div class="field__label">Tags</div><div class="field__items"><div class="field__item"><a href="/t">mills</a></div></div></div></div></article></div><div class="views-element-container block"><h2>Related content</h2>'
        + CARDS
        + "</div></div></div></main></div></div>"
        + FOOT
    ),
    [SENTENCES[0], SENTENCES[1], SENTENCES[2], "It sings", "How old is it?", SENTENCES[6], SENTENCES[3], SENTENCES[4]],
    ["Submitted by", "Related content", "Other story", "Tags"],
)


def arc(x: str) -> str:
    return f'<p class="default__StyledText-sc-10mj2vp-0 fSEbOZ body-paragraph">{x}</p>'


SHAPES["arc"] = Shape(
    document(
        f'<div id="fusion-app" class="fusion-app layout-section"><div class="b-right-rail"><header class="page-header"><nav>{MENU}</nav></header><section role="main" class="b-right-rail__main-right-rail-header"><h1 class="b-headline">{TITLE}</h1><h2 class="b-subheadline">A wheel that had stood for ninety years</h2><div class="b-byline"><span>By</span> <a href="/ann">Ann Weir</a></div><time class="b-date">March 27, 2024 at 8:00 am EDT</time><article class="b-article-body">{arc(SENTENCES[0])}{arc(SENTENCES[1])}<div class="arcad-feature-wrapper"><div class="arcad-container"><div>Advertisement</div></div></div><h2 class="default__StyledHeading">The wheel</h2>{arc(SENTENCES[2])}<div class="c-interstitial-link b-article-body__interstitial-link">[&nbsp;<a href="/o1">Other story number 1 and what came of it</a>&nbsp;]</div>{arc(SENTENCES[3])}<div class="article-body-gallery"><ul class="default__List"><li>Oak for the shaft</li><li>Elm for the paddles</li></ul></div>{arc(SENTENCES[4])}<div class="b-large-promo"><p>Sign up for our newsletter</p></div>{arc(SENTENCES[5])}</article></section><aside class="right-rail">{CARDS}</aside></div></div>'
        + FOOT
    ),
    [SENTENCES[0], SENTENCES[1], "The wheel", SENTENCES[2], SENTENCES[3], "Oak for", SENTENCES[4], SENTENCES[5]],
    ["Other story", "Advertisement", "newsletter"],
)
SHAPES["amp"] = Shape(
    f'<!doctype html><html ⚡ lang=en><head><title>{TITLE}</title><style amp-custom>.a{{}}</style></head><body><amp-sidebar id="s" layout="nodisplay"><ul>{MENU}</ul></amp-sidebar><header class="amp-wp-header"><a href="/">Gazette</a></header><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{TITLE}</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author">Ann Weir</span></div></header><div class="amp-wp-article-content">{prose(0, 1)}<amp-ad width=300 height=250 type="x"><div placeholder>Ad loading</div></amp-ad><amp-img src="/w.jpg" width=800 height=400 layout=responsive></amp-img>{prose(2)}<amp-accordion><section><h4>How old is it?</h4><div><p>{SENTENCES[6]}</p></div></section></amp-accordion><amp-carousel width=400 height=300><amp-img src="/1.jpg" width=400 height=300></amp-img></amp-carousel>{prose(3, 4)}</div><footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">Categories: <a href="/c">News</a></div></footer></article><amp-consent id=c layout=nodisplay><div id="ui"><p>We use cookies to make this page better. Do you agree to that?</p><button>Accept</button></div></amp-consent><footer class="amp-wp-footer"><p>Powered by WordPress</p></footer></body></html>',
    [SENTENCES[0], SENTENCES[1], SENTENCES[2], "How old is it?", SENTENCES[6], SENTENCES[3], SENTENCES[4]],
    ["Categories", "We use cookies", "Powered by"],
)
SHAPES["blogger"] = Shape(
    document(
        f'<div class="content-outer"><div class="main-outer"><div class="column-center-outer"><div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>Wednesday, 27 March 2024</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry uncustomized-post-template"><h3 class="post-title entry-title">{TITLE}</h3><div class="post-header"></div><div class="post-body entry-content" id="post-body-77">{SENTENCES[0]}<br /><br />{SENTENCES[1]}<br /><br /><div class="separator" style="clear: both; text-align: center;"><a href="/w.jpg"><img border="0" src="/w.jpg" width="400"></a></div><br />{SENTENCES[2]}<br /><br /><b>The wheel</b><br /><br />{SENTENCES[3]}<div><br /></div><div>{SENTENCES[4]}</div><div style="clear:both"></div></div><div class="post-footer"><div class="post-footer-line post-footer-line-1"><span class="post-author vcard">Posted by <span class="fn">Ann Weir</span></span> <span class="post-timestamp">at <a href="/x">08:00</a></span></div><div class="post-footer-line"><span class="post-labels">Labels: <a href="/l">mills</a></span></div></div></div><div class="comments" id="comments"><h4>1 comment:</h4><p>I saw it yesterday and it is a wonder to behold.</p></div></div></div></div></div></div></div></div><div class="column-right-outer"><aside><div class="widget BlogArchive"><h2>Blog Archive</h2><ul><li><a href="/2023">2023 (12)</a></li></ul></div><div class="widget Profile"><h2>About Me</h2><p>I live near the creek, and I write about everything that has a wheel in it.</p></div></aside></div></div></div>'
    ),
    [SENTENCES[0], SENTENCES[1], SENTENCES[2], "The wheel", SENTENCES[3], SENTENCES[4]],
    ["Posted by", "Blog Archive", "I live near", "Labels"],
)


@pytest.mark.parametrize("name", SHAPES)
def test_an_article_of_this_system_is_whole_and_alone(name: str) -> None:
    assert SHAPES[name].faults() == []
