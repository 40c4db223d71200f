"""The posts that a page holds for search engines alone, behind what it shows: of a live blog, a thread, a job."""

from collections.abc import Iterator

from app.extract.metadata.posts import Post, Posts
from app.models import Block, Blocks, Heading, Paragraph, Run, text_of
from app.text.normalize import letters

_SHOWN = 0.5  # of the posts; where fewer are shown, a script shows them
_PROBE = 40  # letters of a post by which it is known again
_HARDLY_A_TEXT = 200  # letters


def with_posts(blocks: Blocks, posts: Posts, title: str) -> Blocks:
    """Return the blocks of a page, and behind them its posts where it shows few of them.

    Only a live blog is a page with a text of its own: elsewhere posts may be what readers say of one.
    """
    if not posts:
        return blocks
    shown = letters("".join(map(text_of, blocks)))
    if not posts.is_live and len(shown) >= _HARDLY_A_TEXT:
        return blocks
    lacking = [post for post in posts.posts if letters("".join(post.lines))[:_PROBE] not in shown]
    if len(posts.posts) - len(lacking) >= _SHOWN * len(posts.posts):
        return blocks
    return (*blocks, *(block for post in lacking for block in _blocks(post, title)))


def _blocks(post: Post, title: str) -> Iterator[Block]:
    if post.heading and letters(post.heading) != letters(title):
        yield Heading(3, (Run(post.heading),))
    for each in post.lines:
        yield Paragraph((Run(each),))
