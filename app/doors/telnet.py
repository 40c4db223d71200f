"""A reader for terminals, and computers with a modem, of 40 or 80 columns: headlines by numbers, articles by pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from app.doors.doorway import Visitor
from app.doors.telnet_input import OFFERS
from app.doors.telnet_line import TypedLine
from app.doors.terminal import Terminal
from app.doors.visit import Visit, house_language
from app.doors.words import BACK, EDITIONS, EMPTY, LINKS, NO_TEXT, NOT_FOUND, READ, SEARCH_NEWS, TYPE_IT
from app.errors import ReaderError, UnknownPlace
from app.models import Article, Listing
from app.news.feed_urls import TOP
from app.news.sources import SECTIONS
from app.render.language import ENGLISH, Language
from app.render.profiles.profiles import UNIVERSAL
from app.render.text.wrap import wrapped
from app.sentences import Sentence
from app.web.context import Services

NOT_UNDERSTOOD = Sentence("Type the number of a headline, or a letter of the line below.")
SECTIONS_TITLE = Sentence("Sections")
MORE, LEAVE, LIST = ("RETURN", Sentence("More")), ("B", BACK), ("L", LINKS)
MOST_LINKS = 100
NO_BREAK = "\xa0"
COMMANDS = (
    ("W", SECTIONS_TITLE),
    ("E", EDITIONS),
    ("S", Sentence("Search")),
    ("R", READ),
    ("Q", Sentence("Quit")),
)
GOOD_BYE = Sentence("Good bye.")
# What is asked of whoever types the letter of such a command alone; his next line belongs to it.
ASKING = {"r": TYPE_IT, "s": SEARCH_NEWS}


@dataclass(slots=True)
class Screen:
    """What a visitor sees: lines, of which those from `top` on are shown, the addresses that numbers lead to, and the
    links of an article, each an address, a space and words."""

    title: str
    lines: Sequence[str]
    addresses: Sequence[str] = ()
    top: int = 0
    links: Sequence[str] = ()


@dataclass(slots=True)
class Session:
    """Where a visitor is: his terminal, his edition, the screens that he came by, and the letter of `ASKING` that his
    next line belongs to."""

    terminal: Terminal
    edition: str = ""
    screens: list[Screen] = field(default_factory=list)
    language: Language = ENGLISH
    asking: str = ""


class Telnet:
    """Talks to visitors."""

    def __init__(self, services: Services) -> None:
        """Take what answers."""
        self._services = services

    async def converse(self, visitor: Visitor) -> None:
        """Talk to a visitor until he leaves."""
        language = house_language(self._services).or_english(Terminal().charset)
        line = TypedLine(visitor, language)
        await visitor.send(OFFERS + b"\r\n" + self._services.settings.SITE_NAME.encode("ascii", "replace") + b"\r\n")
        session = Session(await line.terminal(), language=language)
        answer = await visitor.made(partial(self.begun, visitor.address, session))
        while True:
            await visitor.send(answer)
            typed = await line.typed(session.terminal)
            if typed.strip().lower() == "q":
                break
            session.terminal = line.fitted(session.terminal)
            answer = await visitor.made(partial(self.answer, visitor.address, session, typed.strip()))
        await visitor.send(session.terminal.text(f"\n{session.language.said(GOOD_BYE)}\n"))

    def begun(self, client: str, session: Session) -> bytes:
        """Return the first screen: the headlines of the edition."""
        return self._said(session, partial(self._front, client, session, TOP))

    def answer(self, client: str, session: Session, typed: str) -> bytes:
        """Return what follows on a line; whatever goes wrong is said in one sentence over the screen there is."""
        asking, session.asking = session.asking, ""
        line = f"{asking} {typed}" if asking and len(typed) > 1 else typed
        return self._said(session, partial(self._follow, client, session, line))

    def _said(self, session: Session, step: "partial[None]") -> bytes:
        said = ""
        try:
            step()
            said = session.language.said(ASKING.get(session.asking, ""))
        except ReaderError as error:
            said = session.language.said(error.sentence)
        return self._shown(session, said)

    def _follow(self, client: str, session: Session, typed: str) -> None:
        """Change what is seen. Raises `ReaderError`."""
        letter, _, rest = typed.partition(" ")
        screen = session.screens[-1] if session.screens else Screen("", ())
        if not typed or letter.lower() == "n":
            screen.top = min(screen.top + self._room(session), max(0, len(screen.lines) - 1))
        elif letter.lower() == "p":
            screen.top = max(0, screen.top - self._room(session))
        elif letter.lower() == "b":
            session.screens[1:] = session.screens[1:-1]
        elif typed.isdigit() and 0 < int(typed) <= len(screen.addresses):
            self._open(client, session, screen.addresses[int(typed) - 1])
        else:
            self._command(client, session, letter.lower(), rest.strip())

    def _command(self, client: str, session: Session, letter: str, rest: str) -> None:
        if letter == "w":
            self._section(client, session, rest)
        elif letter == "e" and rest:
            visit = self._visit(client, replace(session, edition=rest.lower()))
            session.edition, session.language = visit.edition.code, visit.wanted.or_english(session.terminal.charset)
            session.screens.clear()
            self._front(client, session, TOP)
        elif letter == "e":
            editions = self._visit(client, session).editions()
            self._push(session, session.language.said(EDITIONS), [f"E {code:6} {name}" for code, name in editions])
        elif letter == "s" and rest:
            self._headlines(client, session, rest)
        elif letter == "r" and rest:
            self._read(client, session, rest)
        elif letter in ASKING and not rest:
            session.asking = letter
        elif letter == "l" and session.screens and session.screens[-1].links:
            links = (each.partition(" ")[::2] for each in session.screens[-1].links)
            self._list(session, session.language.said(LINKS), [(words or url, "", url) for url, words in links])
        else:
            raise UnknownPlace(NOT_UNDERSTOOD)

    def _section(self, client: str, session: Session, name: str) -> None:
        """Show a section by its name or the beginning of it, or which there are."""
        found = [section for section, _ in SECTIONS if name and section.startswith(name.lower())]
        if found:
            self._front(client, session, found[0])
        else:
            said = session.language.said
            self._push(session, said(SECTIONS_TITLE), [f"W {section:14} {said(title)}" for section, title in SECTIONS])

    def _front(self, client: str, session: Session, section: str) -> None:
        view = self._visit(client, session).front(section, session.language)
        rows = [(story.lead.title, view.byline(story.lead), story.lead.url) for story in view.stories]
        self._list(session, view.title, rows)

    def _headlines(self, client: str, session: Session, words: str) -> None:
        view = self._visit(client, session).news(words, session.language)
        rows = [(story.lead.title, view.byline(story.lead), story.lead.url) for story in view.stories]
        self._list(session, words, rows, NOT_FOUND.of(words=words))

    def _read(self, client: str, session: Session, asked: str) -> None:
        visit = self._visit(client, session)
        if url := visit.typed(asked):
            self._open(client, session, url)
            return
        found = visit.web(asked)
        rows = [(each.title, each.summary[:200], each.url) for each in found.results]
        self._list(session, asked, rows, NOT_FOUND.of(words=asked))

    def _open(self, client: str, session: Session, url: str) -> None:
        visit = self._visit(client, session)
        opened = visit.open(url)
        found = opened.cached.content
        if isinstance(found, Listing):
            self._list(session, found.title, [(each.title, each.date, each.url) for each in found.entries])
        elif isinstance(found, Article):
            self._push(session, "", visit.text(opened, found).split("\n"))
            session.screens[-1].links = found.links[:MOST_LINKS]
        else:
            raise UnknownPlace(NO_TEXT)

    def _list(
        self, session: Session, title: str, rows: Sequence[tuple[str, str, str]], nothing: Sentence = EMPTY
    ) -> None:
        """Show what can be chosen by its number, or that there is nothing."""
        lines = [
            line for number, row in enumerate(rows, 1) for line in _numbered(number, row, session.terminal.columns)
        ]
        said = wrapped(session.language.said(nothing), session.terminal.columns - 1)
        self._push(session, title, lines or said.split("\n"), [url for _, _, url in rows])

    def _push(self, session: Session, title: str, lines: Sequence[str], addresses: Sequence[str] = ()) -> None:
        session.screens.append(Screen(title, lines, addresses))
        del session.screens[1:-20]  # the first one, and those that one goes back to

    def _shown(self, session: Session, said: str) -> bytes:
        """Return a screen full of lines, what went wrong, and what can be typed."""
        terminal = session.terminal
        screen = session.screens[-1] if session.screens else Screen("", ())
        bottom = screen.top + self._room(session)
        parts = [terminal.cleared]
        if screen.title:
            parts.append(terminal.title(wrapped(screen.title, terminal.columns - 1).partition("\n")[0]))
        parts += [terminal.text(f"{line}\n") for line in screen.lines[screen.top : bottom]]
        if said:
            parts.append(terminal.text(f"\n{wrapped(said, terminal.columns - 1)}\n"))
        parts.append(terminal.text("\n" + "\n".join(self._commands(session, bottom < len(screen.lines))) + "\n> "))
        return b"".join(parts)

    def _commands(self, session: Session, has_more: bool = True) -> list[str]:
        """Return the lines that say what can be typed."""
        begin = [MORE] if has_more else []
        begin += [LEAVE] if len(session.screens) > 1 else []
        begin += [LIST] if session.screens and session.screens[-1].links else []
        found = [f"{key} {session.language.said(words)}" for key, words in (*begin, *COMMANDS)]
        return in_lines(map(session.terminal.charset.transliterate, found), session.terminal.columns - 1)

    def _room(self, session: Session) -> int:
        """Return how many lines of a text a screen has beside its title, what can be typed, and the lines between."""
        return session.terminal.rows - 5 - len(self._commands(session))

    def _visit(self, client: str, session: Session) -> Visit:
        terminal = session.terminal
        profile = replace(UNIVERSAL, charsets=terminal.charset.name, columns=terminal.columns - 1)
        return Visit.of(self._services, client, profile, session.edition, terminal.columns - 1)


def in_lines(items: Iterable[str], columns: int) -> list[str]:
    """Return items side by side, in lines that end between two of them."""
    whole = "  ".join(item.replace(" ", NO_BREAK) for item in items)
    return wrapped(whole, columns).replace(NO_BREAK, " ").split("\n")


def _numbered(number: int, row: tuple[str, str, str], columns: int) -> Iterator[str]:
    """Yield the lines of something that can be chosen, the first with its number."""
    title, byline, _ = row
    lines = wrapped(f"{title} ({byline})" if byline else title, columns - 5).split("\n")
    # An address has no place where it may end.
    short = (each[place : place + columns - 5] for each in lines for place in range(0, len(each) or 1, columns - 5))
    for place, line in enumerate(short):
        yield f"{number:3} {line}" if place == 0 else f"    {line}"
