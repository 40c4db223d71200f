"""LibreTranslate's interface: what is asked, and what its answers say.

    POST /translate  {"q": [...], "source": "de", "target": "en", "format": "html", "api_key": "..."}
                     {"translatedText": [...], "detectedLanguage": [{"language": "de", "confidence": 90.0}, ...]}
    GET  /languages  [{"code": "de", "name": "German", "targets": ["en", ...]}, ...]

A failure is an object with `error`, under a status of 400, 403, 429 or 500. Source: https://docs.libretranslate.com/
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.errors import OriginFailed
from app.fetch.redirects import JsonBody
from app.sentences import Sentence
from app.translate.languages import EngineLanguages

NAME = "LibreTranslate"
NO_SENSE = Sentence("%(name)s sent an answer that makes no sense.")
SILENT = Sentence("%(work)s does not answer at the moment; please try again in a few minutes.")
MOST_LANGUAGES = 500
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?")


@dataclass(frozen=True, slots=True)
class Answers:
    """Texts as they were translated, in their order; `source` is the language that was found, or nothing."""

    texts: tuple[str, ...]
    source: str = ""


def translate_address(base: str) -> str:
    """Return where the engine at `base` translates."""
    return f"{base}/translate"


def languages_address(base: str) -> str:
    """Return where the engine at `base` says which languages it knows."""
    return f"{base}/languages"


def question(texts: Sequence[str], source: str, target: str, key: str = "") -> JsonBody:
    """Return what is sent to have markup translated; `source` may be `AUTO`, `key` is for engines that want one."""
    asked: dict[str, Any] = {"q": list(texts), "source": source, "target": target, "format": "html"}
    return JsonBody(json.dumps(asked | ({"api_key": key} if key else {})))


def answers_in(body: bytes, count: int) -> Answers:
    """Return the translations of `count` texts out of an answer. Raises `OriginFailed`."""
    answer = _read(body)
    texts = answer.get("translatedText") if isinstance(answer, dict) else None
    texts = [texts] if isinstance(texts, str) else texts
    if not isinstance(texts, list) or len(texts) != count or not all(isinstance(each, str) for each in texts):
        raise OriginFailed(NO_SENSE.of(name=NAME))
    return Answers(tuple(texts), _detected(answer.get("detectedLanguage")))


def languages_in(body: bytes) -> EngineLanguages:
    """Return which languages an answer names. Raises `OriginFailed`."""
    rows = _read(body)
    rows = rows[:MOST_LANGUAGES] if isinstance(rows, list) else []
    codes = [row["code"] for row in rows if isinstance(row, dict) and _is_code(row.get("code"))]
    if not codes:
        raise OriginFailed(NO_SENSE.of(name=NAME))
    # Engines of before 2023 do not say what each can become, since that was any other.
    targets = {
        row["code"]: tuple(filter(_is_code, row["targets"])) if isinstance(row.get("targets"), list) else tuple(codes)
        for row in rows
        if isinstance(row, dict) and _is_code(row.get("code"))
    }
    return EngineLanguages(targets)


def _read(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise OriginFailed(NO_SENSE.of(name=NAME)) from error


def _detected(found: Any) -> str:
    """Return the language that was found: of several texts, that of the first."""
    first = found[0] if isinstance(found, list) and found else found
    code = first.get("language") if isinstance(first, dict) else ""
    return str(code) if _is_code(code) else ""


def _is_code(code: Any) -> bool:
    return isinstance(code, str) and _CODE.fullmatch(code) is not None
