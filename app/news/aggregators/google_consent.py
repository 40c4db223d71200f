"""Google's question for consent to cookies, which Europeans are asked, answered as a browser would: no to everything.

The page at consent.google.com has a form for each answer, of hidden fields alone, that works without scripts. Of
these `set_eom` is true in the one that refuses everything; in the others, it is false, or they change settings. What is
answered is remembered by cookies (`SOCS`), with which Google does not ask again.
"""

from typing import Any
from urllib.parse import urlencode, urlsplit

from app.errors import BadAddress, OriginRefused, Unreadable
from app.extract.parse import parse
from app.fetch.client import Client
from app.fetch.decode import decode
from app.fetch.redirects import Redirected
from app.net.urls import resolve
from app.sentences import Sentence
from app.text.normalize import line

# How Google's button for "no" begins, in languages in which it asks; sorted.
_NO = (
    "afvis", "alle ablehnen", "alles afwijzen", "avvis", "avvisa", "decline", "hylkää", "i disagree", "odbij",
    "odmietnuť", "odmítnout", "odrzuć", "rechazar", "recusar", "refuse", "rejeitar", "reject", "respinge", "rifiuta",
    "rebutja", "tout refuser", "zavrni", "απόρριψη", "отхвърляне", "összes elutasítása",
)  # fmt: skip
_TRUE = frozenset({"true", "1"})


class CannotRefuse(OriginRefused):
    """The question cannot be answered with no by a form."""


def refuse(client: Client, url: str) -> str:
    """Answer the question at `url` with no, and return the cookies by which that is known, as `Cookie` has them.

    Raises `CannotRefuse` where there is no such form or it is not taken, and whatever the client raises.
    """
    page = client.fetch(url)
    target, fields = refusal_in(decode(page.body, page.charset), page.url)
    try:
        client.fetch(target, form=fields or None, follow=False)
    except Redirected as sent:
        if sent.cookies:
            return sent.cookies
    raise CannotRefuse(Sentence("Google did not take our answer to its question for consent."))


def refusal_in(markup: str, url: str) -> tuple[str, dict[str, str]]:
    """Return the address that takes a refusal and the fields that are posted there, none where it is asked for by GET.

    `markup` is that of the page of the question, at `url`. Raises `CannotRefuse`.
    """
    try:
        forms = list(parse(markup).iterfind(".//form"))
    except Unreadable:
        forms = []
    refusing = [form for form in forms if _refuses_all(form)] or [form for form in forms if _says_no(form)]
    for form in refusing:
        target = _target(form, url)
        if target and form.get("method", "get").strip().lower() == "post":
            return target, _fields(form)
        if target:
            return f"{target.partition('?')[0]}?{urlencode(_fields(form))}", {}
    raise CannotRefuse(Sentence("Google asks for consent to cookies, and has no form that refuses it."))


def _refuses_all(form: Any) -> bool:
    return _fields(form).get("set_eom", "").lower() in _TRUE


def _says_no(form: Any) -> bool:
    """Tell whether a button of a form says no; of two that do the other, a form with both would need a script."""
    buttons = form.xpath(".//button | .//input[@type='submit']")
    words = (line(each.get("aria-label") or each.get("value") or each.text_content()).lower() for each in buttons)
    said = [text.startswith(_NO) for text in words]
    return bool(said) and all(said)


def _target(form: Any, url: str) -> str:
    """Return where a form is sent, if that is the host that asks."""
    try:
        target = resolve(url, form.get("action") or url)
    except BadAddress:
        return ""
    return target if urlsplit(target).netloc == urlsplit(url).netloc else ""


def _fields(form: Any) -> dict[str, str]:
    hidden = form.xpath(".//input[@name][translate(@type, 'HIDEN', 'hiden') = 'hidden']")
    return {each.get("name"): each.get("value", "") for each in hidden}
