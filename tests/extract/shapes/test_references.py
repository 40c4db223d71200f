"""Encyclopedias, manuals, the page of a project."""

import pytest

from tests.extract.scoring.pages import MENU, SENTENCES
from tests.extract.shapes.shape import Shape

SHAPES: dict[str, Shape] = {}

SHAPES["mediawiki"] = Shape(
    f'<!DOCTYPE html><html class="client-nojs" lang=en><head><title>Tide mill - Lexicon</title></head><body class="mediawiki ns-0 skin-vector-2022"><div class="vector-header-container"><nav><ul>{MENU}</ul></nav></div><div class="mw-page-container"><nav id="mw-panel-toc" class="vector-toc-landmark"><div class="vector-toc"><h2>Contents</h2><ul><li><a href="#H"><div class="vector-toc-text"><span>1</span> History</div></a></li></ul></div></nav><main id="content" class="mw-body"><header><h1 id="firstHeading"><span class="mw-page-title-main">Tide mill</span></h1><div id="p-lang-btn">12 languages</div></header><div id="bodyContent"><div id="siteSub">From Lexicon, the free encyclopedia</div><div id="mw-content-text"><div class="mw-content-ltr mw-parser-output"><div class="shortdescription nomobile" style="display:none">Mill driven by tide</div><table class="infobox"><tbody><tr><th colspan=2 class="infobox-above">Tide mill</th></tr><tr><th class="infobox-label">Type</th><td class="infobox-data">Water mill</td></tr></tbody></table><p>A <b>tide mill</b> is a <a href="/w/water_mill">water mill</a> driven by tidal rise and fall.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> {SENTENCES[3]}</p><div class="mw-heading mw-heading2"><h2 id="History">History</h2><span class="mw-editsection"><span>[</span><a href="/e"><span>edit</span></a><span>]</span></span></div><div class="hatnote navigation-not-searchable">Main article: <a href="/w/h">History of mills</a></div><p>{SENTENCES[4]}</p><figure class="mw-halign-right" typeof="mw:File/Thumb"><a href="/w/File:W.jpg"><img src="/w.jpg" width=220></a><figcaption>A wheel</figcaption></figure><p>{SENTENCES[5]}</p><div class="mw-heading mw-heading2"><h2 id="See_also">See also</h2></div><ul><li><a href="/w/windmill">Windmill</a></li><li><a href="/w/watermill">Water engine</a></li></ul><div class="mw-heading mw-heading2"><h2 id="References">References</h2></div><div class="reflist"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text"><cite class="citation book">Wailes, Rex (1941). <i>Tide Mills</i>. London.</cite></span></li></ol></div><div class="navbox"><table><tr><th>v t e Mills</th></tr><tr><td><a href="/1">Horse mill</a> <a href="/2">Ship mill</a></td></tr></table></div></div></div><div id="catlinks" class="catlinks"><a href="/c">Categories</a>: <ul><li><a href="/c1">Water mills</a></li></ul></div></div></main></div><footer id="footer"><ul><li>This page was last edited on 3 March 2024, at 10:02.</li><li>Text is available under a licence.</li></ul></footer></body></html>',
    [
        "driven by tidal",
        SENTENCES[3],
        "History",
        SENTENCES[4],
        SENTENCES[5],
        "Windmill",
        "Water engine",
        "Wailes, Rex",
        "Water mill",
    ],
    ["edit", "last edited", "12 languages", "Categories"],
    url="http://lexicon.example/wiki/Tide_mill",
)
SHAPES["mkdocs"] = Shape(
    '<!doctype html><html lang=en class=no-js><head><title>Gate control - Millctl</title><meta name=generator content="mkdocs-1.5.3, mkdocs-material-9.5"></head><body dir=ltr><div data-md-component=skip><a href="#x" class=md-skip>Skip to content</a></div><header class=md-header><nav class="md-header__inner md-grid"><a href=".." class="md-header__button md-logo">Millctl</a></nav></header><div class=md-container><main class=md-main><div class="md-main__inner md-grid"><div class="md-sidebar md-sidebar--primary"><nav class="md-nav md-nav--primary"><ul class=md-nav__list><li class=md-nav__item><a href=".." class=md-nav__link><span class=md-ellipsis>Home</span></a></li><li class=md-nav__item><a href="./" class=md-nav__link>Gate control</a></li></ul></nav></div><div class="md-sidebar md-sidebar--secondary"><nav class="md-nav md-nav--secondary" aria-label="Table of contents"><label class=md-nav__title>Table of contents</label><ul><li><a href="#install">Install</a></li></ul></nav></div><div class=md-content><article class="md-content__inner md-typeset"><a href="https://github.example/e" title="Edit this page" class="md-content__button md-icon"></a><h1 id=gate>Gate control<a class=headerlink href="#gate" title="Permanent link">&para;</a></h1><p>Millctl opens and shuts the gate by the tide tables of the coast.</p><h2 id=install>Install<a class=headerlink href="#install">&para;</a></h2><p>Run this:</p><div class=highlight><pre><span></span><code>apt install millctl\nmillctl --init</code></pre></div><div class="admonition warning"><p class=admonition-title>Warning</p><p>Never open the gate at flood.</p></div><table><thead><tr><th>Option</th><th>Meaning</th></tr></thead><tbody><tr><td><code>--gate</code></td><td>which gate</td></tr><tr><td><code>--tide</code></td><td>the table to read</td></tr></tbody></table><div class="tabbed-set tabbed-alternate"><div class=tabbed-labels><label>Linux</label><label>BSD</label></div><div class=tabbed-content><div class=tabbed-block><p>Use the package of the mill archive.</p></div><div class=tabbed-block><p>Use the ports tree instead of it.</p></div></div></div><h2 id=see>See also<a class=headerlink href="#see">&para;</a></h2><ul><li><a href="../tides/">Tide tables</a></li></ul></article></div></div></main><footer class=md-footer><nav class="md-footer__inner"><a href="../n/" class="md-footer__link md-footer__link--next"><div>Next: Wheel control</div></a></nav><div class="md-footer-meta">Made with Material for MkDocs</div></footer></div></body></html>',
    [
        "Millctl opens",
        "Install",
        "Run this",
        "apt install millctl",
        "Never open the gate",
        "--gate",
        "the table to read",
        "Use the package",
        "Use the ports tree",
        "Tide tables",
    ],
    ["Made with", "Skip to content", "Table of contents", "Wheel control"],
    url="http://millctl.example/docs/gate/",
)
SHAPES["sphinx"] = Shape(
    '<!DOCTYPE html><html class="writer-html5" lang="en"><head><title>gate - Gate control &mdash; millctl 2.1 documentation</title></head><body class="wy-body-for-nav"><div class="wy-grid-for-nav"><nav data-toggle="wy-nav-shift" class="wy-nav-side"><div class="wy-menu wy-menu-vertical" role="navigation"><p class="caption"><span class="caption-text">Contents:</span></p><ul><li class="toctree-l1"><a href="a.html">Usage</a></li><li><a href="b.html">API</a></li></ul></div></nav><section class="wy-nav-content-wrap"><div class="wy-nav-content"><div class="rst-content"><div role="navigation" aria-label="Page navigation"><ul class="wy-breadcrumbs"><li><a href="index.html">Home</a></li><li>gate</li><li class="wy-breadcrumbs-aside"><a href="_sources/gate.rst.txt">View page source</a></li></ul><hr/></div><div role="main" class="document"><div itemprop="articleBody"><section id="gate"><h1>gate &#8211; Gate control<a class="headerlink" href="#gate">&#61633;</a></h1><p>This module opens and shuts the gate by the tide tables.</p><dl class="py function"><dt class="sig sig-object py" id="gate.open"><span class="sig-prename">gate.</span><span class="sig-name">open</span><span class="sig-paren">(</span><em class="sig-param">height</em>, <em>speed=1</em><span>)</span><a class="headerlink" href="#gate.open">&#182;</a></dt><dd><p>Open the gate to a height in millimetres.</p><dl class="field-list simple"><dt class="field-odd">Parameters<span class="colon">:</span></dt><dd class="field-odd"><ul class="simple"><li><p><strong>height</strong> &#8211; how far</p></li><li><p><strong>speed</strong> &#8211; how fast</p></li></ul></dd><dt class="field-even">Raises<span class="colon">:</span></dt><dd class="field-even"><p><strong>FloodError</strong> &#8211; at flood.</p></dd></dl></dd></dl><dl class="py function"><dt class="sig" id="gate.shut"><span class="sig-name">gate.shut</span>()</dt><dd><p>Shut it.</p></dd></dl><div class="admonition note"><p class="admonition-title">Note</p><p>Changed in version 2.0.</p></div></section></div></div><footer><div class="rst-footer-buttons" role="navigation"><a href="x.html" class="btn">Previous</a><a href="y.html">Next</a></div><div role="contentinfo"><p>&#169; Copyright 2024, Mill project.</p></div>Built with Sphinx using a theme provided by Read the Docs.</footer></div></div></section></div></body></html>',
    [
        "This module opens",
        "height",
        "Open the gate to a height",
        "how far",
        "how fast",
        "FloodError",
        "gate.shut",
        "Shut it.",
        "Changed in version",
    ],
    ["Built with", "View page source", "Copyright"],
    url="http://millctl.example/en/latest/gate.html",
)
SHAPES["docusaurus"] = Shape(
    '<!doctype html><html lang=en><head><title>Gate control | Millctl</title></head><body class="navigation-with-keyboard"><div id="__docusaurus"><div role="region" aria-label="Skip to main content"><a class="skipToContent_fXgn" href="#c">Skip to main content</a></div><nav class="navbar navbar--fixed-top"><div class="navbar__inner"><a class="navbar__brand" href="/"><b>Millctl</b></a></div></nav><div id="c" class="main-wrapper"><div class="docsWrapper_x"><aside class="theme-doc-sidebar-container"><nav class="menu thin-scrollbar"><ul class="theme-doc-sidebar-menu menu__list"><li><a class="menu__link" href="/docs/a">Intro</a></li><li><a class="menu__link menu__link--active" href="/docs/gate">Gate control</a></li></ul></nav></aside><main class="docMainContainer_x"><div class="container"><div class="row"><div class="col docItemCol_x"><div class="docItemContainer_x"><article><nav class="theme-doc-breadcrumbs"><ul class="breadcrumbs"><li>Docs</li></ul></nav><div class="theme-doc-markdown markdown"><header><h1>Gate control</h1></header><p>Millctl opens and shuts the gate by the tide tables of the coast.</p><h2 class="anchor" id="install">Install<a href="#install" class="hash-link">\u200b</a></h2><div class="language-bash codeBlockContainer_x"><div class="codeBlockContent_x"><pre tabindex=0 class="prism-code language-bash"><code class="codeBlockLines_x"><span class="token-line">npm install millctl<br></span><span class="token-line">millctl init<br></span></code></pre><div class="buttonGroup_x"><button>Copy</button></div></div></div><div class="theme-admonition theme-admonition-tip admonition_x alert alert--success"><div class="admonitionHeading_x"><span>tip</span></div><div class="admonitionContent_x"><p>Never open the gate at flood.</p></div></div><details class="details_x alert alert--info"><summary>Why is that so?</summary><div><div class="collapsibleContent_x"><p>The pond would run over its bank.</p></div></div></details><ul><li><strong>gate</strong>: which gate</li><li><strong>tide</strong>: the table to read</li></ul></div><footer class="theme-doc-footer"><a href="https://e">Edit this page</a></footer></article><nav class="pagination-nav"><a class="pagination-nav__link" href="/docs/n"><div>Next</div><div>Wheel control</div></a></nav></div></div><div class="col col--3"><div class="tableOfContents_x"><ul><li><a href="#install">Install</a></li></ul></div></div></div></div></main></div></div><footer class="footer footer--dark"><div class="container">Copyright 2024 Mill</div></footer></div></body></html>',
    [
        "Millctl opens",
        "Install",
        "npm install millctl",
        "Never open the gate",
        "Why is that so?",
        "The pond would run over",
        "which gate",
        "the table to read",
    ],
    ["Edit this page", "Wheel control", "Skip to main", "Copyright"],
    url="http://millctl.example/docs/gate",
)
SHAPES["github"] = Shape(
    f'<!DOCTYPE html><html lang=en><head><title>GitHub - annw/millctl: Opens and shuts the gate</title></head><body class="logged-out env-production page-responsive"><div class="position-relative js-header-wrapper"><header class="HeaderMktg"><nav><ul>{MENU}</ul></nav></header></div><div class="application-main"><main><div id="repository-container-header"><strong><a href="/annw/millctl">millctl</a></strong><ul><li>Fork 3</li><li>Star 41</li></ul><nav class="js-repo-nav UnderlineNav"><ul><li><a href="/i">Issues 4</a></li></ul></nav></div><turbo-frame id="repo-content-turbo-frame"><div class="repository-content"><div class="Layout"><div class="Layout-main"><table aria-labelledby="folders-and-files"><thead><tr><th>Name</th><th>Last commit message</th><th>Last commit date</th></tr></thead><tbody><tr><td><a href="/s">src</a></td><td><a href="/c1">Shut the gate at flood</a></td><td>2 years ago</td></tr><tr><td><a href="/r">README.md</a></td><td><a href="/c2">Say what it does</a></td><td>3 years ago</td></tr></tbody></table><div class="Box-body"><article class="markdown-body entry-content container-lg" itemprop="text"><div class="markdown-heading"><h1 class="heading-element">millctl</h1><a id="user-content-millctl" class="anchor" href="#millctl"></a></div><p>Opens and shuts the gate of a tide mill by the tables of the coast.</p><div class="markdown-heading"><h2 class="heading-element">Install</h2><a class="anchor" href="#install"></a></div><div class="highlight highlight-source-shell notranslate"><pre>pip install millctl</pre></div><div class="markdown-heading"><h2 class="heading-element">Options</h2></div><markdown-accessiblity-table><table><thead><tr><th>Option</th><th>Meaning</th></tr></thead><tbody><tr><td><code>--gate</code></td><td>which gate</td></tr></tbody></table></markdown-accessiblity-table><ul class="contains-task-list"><li class="task-list-item"><input type=checkbox> wheels</li><li class="task-list-item"><input type=checkbox checked> gates</li></ul><div class="markdown-heading"><h2>License</h2></div><p>MIT</p></article></div></div><div class="Layout-sidebar"><h2>About</h2><p>Opens and shuts the gate</p><h3>Topics</h3><a href="/topics/mill">mill</a><h2>Languages</h2><ul><li>C 97%</li></ul></div></div></div></turbo-frame></main></div><footer class="footer"><ul><li><a href="/terms">Terms</a></li></ul></footer></body></html>',
    [
        "Opens and shuts the gate of a tide mill",
        "Install",
        "pip install millctl",
        "--gate",
        "which gate",
        "wheels",
        "gates",
        "License",
        "MIT",
    ],
    ["Fork 3", "Topics"],
    url="http://github.example/annw/millctl",
)
SHAPES["manpage"] = Shape(
    '<!DOCTYPE html><html><head><title>millctl(8) - Debian man pages</title></head><body><div id="header"><a href="/">Manpages</a></div><div class="panels"><div class="panel">links<ul><li><a href="/l">language-indep link</a></li></ul></div></div><div class="manual-text"><table class="head"><tr><td class="head-ltitle">MILLCTL(8)</td><td class="head-vol">System Manager\'s Manual</td><td class="head-rtitle">MILLCTL(8)</td></tr></table><section class="Sh"><h1 class="Sh" id="NAME">NAME</h1>millctl - open and shut the gate</section><section class="Sh"><h1 class="Sh" id="SYN">SYNOPSIS</h1><b>millctl</b> [-g gate] [-t table]</section><section class="Sh"><h1 class="Sh">DESCRIPTION</h1>millctl opens and shuts the gate of a tide mill by the tables of the coast.<dl class="Bl-tag"><dt><b>-g</b> gate</dt><dd>which gate it is</dd><dt><b>-t</b> table</dt><dd>the table to read</dd></dl></section><section class="Sh"><h1 class="Sh">SEE ALSO</h1><a href="/wheel.8">wheel(8)</a></section></div><div id="footer"><p>debiman, see about</p></div></body></html>',
    ["open and shut the gate", "SYNOPSIS", "[-g gate]", "which gate it is", "the table to read", "wheel(8)"],
    url="http://man.example/bookworm/millctl/millctl.8.en.html",
)


@pytest.mark.parametrize("name", SHAPES)
def test_a_page_of_reference_is_whole_and_alone(name: str) -> None:
    assert SHAPES[name].faults() == []
