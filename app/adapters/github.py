"""GitHub: what a repository says of itself, its releases, and issues and pull requests with what is said on them
(https://docs.github.com/rest). Files and folders: `github_files`."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from app.adapters.adapter import Adapter, Groups, article_of, day_of, heading, linked, markdown_in, posts
from app.adapters.github_files import HOME, MOST_NAMES, contents, text_in
from app.models import Article, Block, Blocks, ItemList, Paragraph, Run

# First names of addresses that are those of no owner.
_OTHERS = "apps|collections|customer-stories|features|marketplace|orgs|resources|solutions|sponsors|topics|trending"
_REPOSITORY = rf"https?://(?:www\.)?github\.com/(?!(?:{_OTHERS})/)(?P<repo>[\w.-]{{1,100}}/[\w.-]{{1,100}}?)(?:\.git)?"
_REST = r"/?(?:\?.*)?"


def issue(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return what was reported, whether it is open, and each comment under who wrote it."""
    found, comments = answers
    home = f"{HOME}/{groups['repo']}/"
    blocks = (
        *markdown_in(str(found.get("body") or ""), home),
        *posts((_by(each), *markdown_in(str(each.get("body") or ""), home)) for each in comments),
    )
    title = f"{found['title']} ({groups['repo']} #{groups['id']}, {found['state']})"
    author, day = str(found["user"]["login"]), day_of(found.get("created_at"))
    return article_of(groups, title, blocks, author=author, day=day, site="GitHub")


def _by(comment: Any) -> Block:
    return heading(f"{comment['user']['login']} {day_of(comment.get('created_at'))}".strip(), 3)


def readme(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return what a repository is, ways to its files and releases, and its README."""
    repository, file = answers
    home = f"{HOME}/{groups['repo']}"
    ways = (
        linked("Code", f"{home}/tree/{repository['default_branch']}"),
        Run(" | "),
        linked("Releases", f"{home}/releases"),
    )
    about = text_in(file, is_about=True)
    blocks, title = (Paragraph(ways), *about.blocks), str(repository["full_name"])
    deck, day = str(repository.get("description") or ""), day_of(repository.get("pushed_at"))
    return article_of(groups, title, blocks, day=day, site="GitHub", deck=deck, images=about.images)


def releases(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return releases, the newest first, each with what is said of it and its files."""
    (found,) = answers
    blocks = list(posts((_named(each), *_said(groups, each)) for each in found))
    return article_of(groups, f"{groups['repo']}: Releases", blocks, site="GitHub")


def release(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return one release."""
    (found,) = answers
    author, day = str(found["author"]["login"]), day_of(found.get("published_at"))
    title = f"{_name(found)} ({groups['repo']})"
    return article_of(groups, title, _said(groups, found), author=author, day=day, site="GitHub")


def _name(found: Any) -> str:
    return str(found.get("name") or found["tag_name"])


def _named(found: Any) -> Block:
    return heading(f"{_name(found)} {day_of(found.get('published_at'))}".strip())


def _said(groups: Groups, found: Any) -> Blocks:
    """Return the notes of a release, and links to its files: what was added to it, and its source."""
    files = [(str(each["name"]), str(each["browser_download_url"])) for each in found["assets"][:MOST_NAMES]]
    source = f"{HOME}/{groups['repo']}/archive/refs/tags/{found['tag_name']}"
    files += [(f"Source code ({kind})", f"{source}.{kind}") for kind in ("zip", "tar.gz")]
    items = tuple((Paragraph((linked(name, href),)),) for name, href in files)
    notes = markdown_in(str(found.get("body") or ""), f"{HOME}/{groups['repo']}/", with_markup=True)
    return (*notes, ItemList(False, items))


def _pages(behind: str, article: Callable[[Groups, Sequence[Any]], Article], *asks: str) -> Adapter:
    pattern = re.compile(rf"{_REPOSITORY}{behind}{_REST}")
    return Adapter("github", "GitHub", "https://api.github.com", pattern, asks, article)


ADAPTERS = (
    _pages(
        "/(?:issues|pull)/(?P<id>[0-9]{1,9})",
        issue,
        "/repos/{repo}/issues/{id}",
        "/repos/{repo}/issues/{id}/comments?per_page=100",
    ),
    _pages("/releases", releases, "/repos/{repo}/releases?per_page=20"),
    _pages("/releases/latest", release, "/repos/{repo}/releases/latest"),
    _pages(r"/releases/tag/(?P<tag>[^?#]{1,200}?)", release, "/repos/{repo}/releases/tags/{tag}"),
    _pages(
        r"/(?:blob|tree)/(?P<ref>[^/?#]{1,200})(?:/(?P<path>[^?#]{1,1000}?))?",
        contents,
        "/repos/{repo}/contents/{path}?ref={ref}",
    ),
    _pages("", readme, "/repos/{repo}", "/repos/{repo}/readme"),
)
