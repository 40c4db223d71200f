"""Threads, questions with answers, letters of mailing lists."""

import pytest

from tests.extract.scoring.pages import SENTENCES
from tests.extract.shapes.shape import Shape

SHAPES: dict[str, Shape] = {}


def php(i: int, who: str, x: str) -> str:
    return f'<div id="p{i}" class="post has-profile bg{i % 2 + 1}"><div class="inner"><dl class="postprofile" id="profile{i}"><dt class="has-avatar"><a href="/u{i}" class="username">{who}</a></dt><dd class="profile-posts"><strong>Posts:</strong> <a href="/s">1{i}2</a></dd><dd class="profile-joined"><strong>Joined:</strong> Tue Mar 02, 2010 9:14 pm</dd></dl><div class="postbody"><div id="post_content{i}"><h3><a href="#p{i}">Re: Which oak for a mill wheel?</a></h3><ul class="post-buttons"><li><a href="/q" title="Reply with quote"><span>Quote</span></a></li></ul><p class="author"><a class="unread" href="./v?p={i}"><span class="sr-only">Post</span></a> by <strong><a href="/u{i}" class="username">{who}</a></strong> &raquo; Wed Mar 27, 2024 8:0{i} am</p><div class="content">{x}</div><div id="sig{i}" class="signature">Keep turning</div></div></div></div></div><hr class="divider">'


SHAPES["phpbb"] = Shape(
    '<!DOCTYPE html><html><head><title>Which oak for a mill wheel? - Millers forum</title></head><body id="phpbb" class="nojs section-viewtopic"><div id="wrap"><div id="page-header"><ul id="nav-main" class="nav-main linklist"><li><a href=/faq>FAQ</a></li><li><a href=/login>Login</a></li></ul></div><div id="page-body"><h2 class="topic-title"><a href="/t">Which oak for a mill wheel?</a></h2><div class="action-bar"><a href="/r" class="button">Post Reply</a> <div class="pagination">4 posts &bull; Page 1 of 1</div></div>'
    + php(1, "weirman", "I am rebuilding an undershot wheel.<br>Which oak should I take for the shaft?")
    + php(
        2,
        "oakley",
        "<blockquote><div><cite>weirman wrote:</cite>Which oak should I take</div></blockquote>English oak, and let it lie in the pond for two years before you cut it.",
    )
    + php(3, "annw", SENTENCES[1])
    + php(4, "weirman", "Thanks, that helps!")
    + '<div class="action-bar">Return to &ldquo;Wheels&rdquo;</div></div><div id="page-footer">Powered by phpBB</div></div></body></html>',
    [
        "Which oak should I take for the shaft",
        "English oak, and let it lie",
        SENTENCES[1],
        "Thanks, that helps",
        "oakley",
    ],
    ["Powered by phpBB", "Post Reply"],
    url="http://forum.example/viewtopic.php?t=77",
)


def dis(i: int, who: str, x: str) -> str:
    return f'<div id="post_{i}" itemprop="comment" itemscope itemtype="http://schema.org/Comment" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" rel="nofollow" href="/u/{who}"><span itemprop="name">{who}</span></a></span><span class="crawler-post-infos"><time itemprop="datePublished" datetime="2024-03-27T08:0{i}:00Z" class="post-time">March 27, 2024, 8:0{i}am</time><span itemprop="position">{i}</span></span></div><div class="post" itemprop="text"><p>{x}</p></div><div itemprop="interactionStatistic"><meta itemprop="userInteractionCount" content="2"><span class="post-likes">2 Likes</span></div></div>'


SHAPES["discourse"] = Shape(
    '<!DOCTYPE html><html lang=en><head><title>Which oak for a mill wheel? - Wheels - Millers</title></head><body class="crawler"><header><a href="/">Millers</a></header><div id="main-outlet" class="wrap" role="main"><div id="topic-title"><h1><a href="/t/77">Which oak for a mill wheel?</a></h1><div class="topic-category"><span class="badge-category__name">Wheels</span></div></div><div itemscope itemtype="http://schema.org/DiscussionForumPosting">'
    + dis(1, "weirman", "I am rebuilding an undershot wheel. Which oak should I take for the shaft?")
    + dis(2, "oakley", "English oak, and let it lie in the pond for two years.")
    + dis(3, "annw", SENTENCES[1])
    + dis(4, "weirman", "Thanks!")
    + '</div><div id="related-topics" class="more-topics__list"><h3>Related topics</h3><table class="topic-list"><tr><td><a href="/t/1">Other story number 1</a></td><td>3</td><td>210</td></tr><tr><td><a href="/t/2">Other story number 2</a></td><td>4</td><td>10</td></tr></table></div></div><footer class="container"><nav><a href="/about">About</a></nav></footer></body></html>',
    ["Which oak should I take for the shaft", "English oak, and let", SENTENCES[1], "Thanks!", "oakley"],
    ["Other story"],
    url="http://forum.example/t/which-oak-for-a-mill-wheel/77",
)


def se(i: int, x: str, who: str) -> str:
    return f'<div id="answer-{i}" class="answer js-answer" data-answerid="{i}"><div class="post-layout"><div class="votecell post-layout--left"><div class="js-voting-container"><button>Up</button><div class="js-vote-count" itemprop="upvoteCount">{i}</div></div></div><div class="answercell post-layout--right"><div class="s-prose js-post-body" itemprop="text">{x}</div><div class="mt24"><div class="js-post-menu"><a href="/a/{i}">Share</a><a href="/posts/{i}/edit">Improve this answer</a><button>Follow</button></div><div class="post-signature"><div class="user-info"><div class="user-action-time">answered <span>Mar 27, 2024 at 8:00</span></div><div class="user-details"><a href="/users/{i}">{who}</a><span class="reputation-score">1,204</span></div></div></div></div></div></div><div id="comments-{i}" class="comments"><ul class="comments-list"><li class="comment"><span class="comment-copy">And mind the sapwood, which rots within a year.</span> &ndash; <a href="/users/9" class="comment-user">wally</a></li></ul></div></div>'


SHAPES["stackexchange"] = Shape(
    '<!DOCTYPE html><html itemscope itemtype="https://schema.org/QAPage"><head><title>wood - Which oak for a mill wheel? - Mills Stack Exchange</title></head><body class="question-page"><header class="s-topbar"><a href="/">Mills</a><ol><li><a href="/l">Log in</a></li></ol></header><div class="container"><div id="left-sidebar"><nav><ul><li><a href="/q">Questions</a></li><li><a href="/t">Tags</a></li></ul></nav></div><div id="content"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><div id="question-header"><h1 itemprop="name"><a href="/questions/7" class="question-hyperlink">Which oak for a mill wheel?</a></h1><div><a href="/ask">Ask Question</a></div></div><div class="d-flex"><div>Asked <time>2 years ago</time></div><div>Viewed 210 times</div></div><div id="mainbar"><div class="question js-question" id="question"><div class="post-layout"><div class="votecell">3</div><div class="postcell post-layout--right"><div class="s-prose js-post-body" itemprop="text"><p>I am rebuilding an undershot wheel. Which oak should I take for the shaft?</p><pre><code>10 OPEN GATE</code></pre></div><ul class="post-taglist"><li><a href="/t/oak">oak</a></li></ul></div></div></div><div id="answers"><div id="answers-header"><h2>2 Answers</h2></div>'
    + se(
        12,
        f"<p>English oak.</p><ul><li>Let it lie in the pond</li><li>Then cut it</li></ul><p>{SENTENCES[1]}</p>",
        "oakley",
    )
    + se(3, f"<p>{SENTENCES[2]}</p>", "annw")
    + '</div></div><div id="sidebar"><div class="s-sidebarwidget"><div class="s-sidebarwidget--header">Hot Network Questions</div><ul><li><a href="/h1">Other story number 1</a></li></ul></div></div></div></div></div><footer id="footer"><p>Site design / logo 2024 Stack Exchange Inc; user contributions licensed under CC BY-SA</p></footer></body></html>',
    [
        "Which oak should I take for the shaft",
        "10 OPEN GATE",
        "English oak.",
        "Let it lie in the pond",
        SENTENCES[1],
        SENTENCES[2],
        "oakley",
    ],
    ["Other story", "Improve this answer", "Site design"],
    url="http://mills.example/questions/7/which-oak-for-a-mill-wheel",
)
SHAPES["pipermail"] = Shape(
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN"><HTML><HEAD><TITLE> [millers] Which oak for a wheel</TITLE><LINK REL="Index" HREF="index.html"></HEAD><BODY BGCOLOR="#ffffff"><H1>[millers] Which oak for a wheel</H1><B>Ann Weir</B> <A HREF="mailto:millers%40example.org?Subject=x" TITLE="[millers]">annw at example.org</A><BR><I>Wed Mar 27 08:00:12 CET 2024</I><P><UL><LI>Previous message: <A HREF="000011.html">[millers] Tide tables</A></li><LI>Next message: <A HREF="000013.html">[millers] Flour</A></li><LI> <B>Messages sorted by:</B> <a href="date.html#12">[ date ]</a><a href="thread.html#12">[ thread ]</a></LI></UL><HR><!--beginarticle--><PRE>On Tue, weirman wrote:\n&gt;<i> Which oak should I take for the shaft?\n</i>\nEnglish oak, and let it lie in the pond.\n\nTwo years is enough.\n-- \nAnn\n</PRE><!--endarticle--><HR><P><UL><LI>Previous message: <A HREF="000011.html">[millers] Tide tables</A></li><LI>Next message: <A HREF="000013.html">[millers] Flour</A></li></UL><hr><a href="http://lists.example.org/millers">More information about the millers mailing list</a><br></body></html>',
    ["Which oak should I take for the shaft", "English oak, and let it", "Two years is enough"],
    ["Tide tables"],
    url="http://lists.example.org/pipermail/millers/2024-March/000012.html",
)
SHAPES["usenet"] = Shape(
    f'<html><head><title>Which oak for a mill wheel? - rec.mills archive</title></head><body><h2>Which oak for a mill wheel?</h2><table border=0><tr><td>From:</td><td>weirman@example.org (W. Weir)</td></tr><tr><td>Newsgroups:</td><td>rec.mills</td></tr><tr><td>Date:</td><td>27 Mar 1994 08:00:12 GMT</td></tr></table><pre>I am rebuilding an undershot wheel.\n\nWhich oak should I take for the shaft? {SENTENCES[1]}\n</pre><hr><b>From: oakley@example.org</b><pre>&gt; Which oak should I take\n\nEnglish oak, and let it lie in the pond for two years.\n</pre><hr><a href="/prev">Prev</a> <a href="/next">Next</a></body></html>',
    ["I am rebuilding", SENTENCES[1], "English oak, and let it lie", "oakley@example.org"],
    url="http://usenet.example/rec.mills/77.html",
)
SHAPES["hn"] = Shape(
    '<html><head><title>The tide mill grinds again | Mill News</title></head><body><center><table id="hnmain" border=0 width="85%"><tr><td bgcolor="#ff6600"><table><tr><td><span class="pagetop"><b class="hnname"><a href="news">Mill News</a></b> <a href="newest">new</a> | <a href="ask">ask</a></span></td></tr></table></td></tr><tr><td><table class="fatitem"><tr class="athing"><td class="title"><span class="titleline"><a href="http://gazette.example/x">The tide mill grinds again</a> <span class="sitebit comhead">(<a href="from">gazette.example</a>)</span></span></td></tr><tr><td class="subtext"><span class="score">212 points</span> by <a class="hnuser">weirman</a> <span class="age"><a href="item">3 hours ago</a></span></td></tr></table><br><table class="comment-tree">'
    + "".join(
        f'<tr class="athing comtr" id="{i}"><td><table><tr><td class="ind" indent="{i % 2}"><img src="s.gif" width="{40 * (i % 2)}"></td><td class="votelinks"><a href="vote"><div class="votearrow"></div></a></td><td class="default"><div style="margin-top:2px"><span class="comhead"><a class="hnuser">miller{i}</a> <span class="age"><a href="i">2 hours ago</a></span> | <a href="#n">next</a> [-]</span></div><br><div class="comment"><div class="commtext c00">{SENTENCES[i]}</div><div class="reply"><p><font size=1><u><a href="reply">reply</a></u></font></div></div></td></tr></table></td></tr>'
        for i in range(5)
    )
    + "</table></td></tr></table></center></body></html>",
    SENTENCES[:5],
    [],
    url="http://news.example/item?id=77",
)


@pytest.mark.parametrize("name", SHAPES)
def test_each_post_is_read(name: str) -> None:
    assert SHAPES[name].faults() == []
