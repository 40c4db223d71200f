"""The secret of a site, with which its short ids are keyed: the operator's, else one that is made once and kept in the
store."""

import secrets

from app.storage.store import Store
from app.text.humanize import DAY

KEY = "secret"
SECRET_BYTES = 32
# Longer than any link lives; each start renews it.
KEEP_SECONDS = 3650 * DAY


def secret_of(store: Store, chosen: str) -> bytes:
    """Return the secret `chosen`, or where that is empty, the one that all who share `store` have in common.

    Where the store fails it is one for this process alone, whose ids others find by what they stand for all the same.
    """
    if chosen:
        return chosen.encode()
    made = secrets.token_bytes(SECRET_BYTES)
    return store.add_many({KEY: made}, KEEP_SECONDS).get(KEY, made)
