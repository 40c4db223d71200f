"""What a failure to ask Google is; the exchange itself is tested with `google_links`, which does it."""

import pytest

from app.errors import OriginBusy, OriginFailed, OriginMissing, OriginRefused, OriginTimeout, ReaderError
from app.fetch.redirects import Redirected
from app.news.aggregators.google_consent import CannotRefuse
from app.news.aggregators.google_exchange import kind_of
from app.news.aggregators.google_state import POLICIES

FROM = "https://news.google.com/articles/1"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (CannotRefuse("No form."), "consent"),
        (OriginBusy("Too many."), "limited"),
        (OriginFailed("Nonsense."), "changed"),
        (OriginMissing("None."), "silent"),
        (OriginRefused("403"), "refused"),
        (OriginTimeout("Slow."), "silent"),
        (Redirected.from_to(FROM, "https://consent.google.com/m?gl=DE"), "consent"),
        (Redirected.from_to(FROM, "https://elsewhere.test/"), "refused"),
        (Redirected.from_to(FROM, "https://www.google.com/sorry/index"), "limited"),
    ],
)
def test_each_failure_has_its_kind(error: ReaderError, kind: str) -> None:
    assert kind_of(error) == kind
    assert kind in POLICIES
