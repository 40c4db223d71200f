"""Forms of other sites in HTML 2.0 (section 8), which every browser that has forms knows."""

from collections.abc import Iterator

from app.models import Form, FormField
from app.render.charsets.charsets import escape, escape_attribute
from app.render.html.links import Links
from app.render.profiles.profile import Profile
from app.sentences import Sentence

SEND = Sentence("Send")
_WIDEST, _MARGIN = 30, 8  # columns
_ROWS = 4


def form_address(form: Form, links: Links) -> str:
    """Return where a form leads to on our page, or nothing where its browser could not send it.

    What is posted goes to the site itself, by whoever has us as a proxy.
    """
    if form.method == "post":
        return links.posted(form.url)
    return links.form(form.url)


def form_markup(form: Form, address: str, profile: Profile, send: str = SEND) -> str:
    """Return a form that leads to `address`; `send` stands on a button that has no words."""
    fields = "\n".join(part for field in _with_button(form, send) for part in _field(field, profile))
    method = "post" if form.method == "post" else "get"
    return f'<form action="{escape_attribute(address)}" method="{method}">\n<p>{fields}</p>\n</form>'


def _with_button(form: Form, send: str) -> Iterator[FormField]:
    yield from form.fields
    if not any(field.kind == "submit" for field in form.fields):
        yield FormField("submit", "", label=send)


def _field(field: FormField, profile: Profile) -> Iterator[str]:
    name = f' name="{escape_attribute(field.name)}"' if field.name else ""
    value = f' value="{escape_attribute(field.value)}"' if field.value else ""
    label = escape(field.label.rstrip(":") + ":") if field.label else ""
    width = min(_WIDEST, profile.columns - _MARGIN)
    match field.kind:
        case "hidden":
            yield f'<input type="hidden"{name} value="{escape_attribute(field.value)}">'
        case "submit":
            yield f'<input type="submit"{name} value="{escape_attribute(field.value or field.label or SEND)}">'
        case "checkbox" | "radio":
            chosen = " checked" if field.chosen else ""
            own = f' value="{escape_attribute(field.value or "on")}"'
            yield f'<input type="{field.kind}"{name}{own}{chosen}> {escape(field.label or field.value)}'
        case "select":
            yield from ([str(label)] if label else [])
            yield f"<select{name}>"
            for option in field.options:
                chosen = " selected" if option.chosen else ""
                yield f'<option{chosen} value="{escape_attribute(option.value)}">{escape(option.words)}</option>'
            yield "</select>"
        case "words":
            yield f"<br>{escape(field.label)}<br>"
        case "textarea":
            yield from ([str(label)] if label else [])
            yield f'<textarea{name} rows="{_ROWS}" cols="{width}"></textarea>'
        case _:
            yield from ([str(label)] if label else [])
            yield f'<input{name} size="{width}"{value}>'
