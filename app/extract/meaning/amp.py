"""Parts of AMP pages that are none of the text: adverts, questions for consent, what is shown until they are there."""

from lxml.html import HtmlElement

_NO_TEXT = (
    "amp-ad", "amp-auto-ads", "amp-consent", "amp-embed", "amp-fx-flying-carpet", "amp-geo", "amp-next-page",
    "amp-sticky-ad", "amp-subscriptions-dialog", "amp-user-notification", "amp-web-push-widget",
)  # fmt: skip


def drop_amp_boxes(root: HtmlElement) -> None:
    """Take them out of the tree (https://amp.dev/documentation/components/); pictures that stand for others stay."""
    for element in list(root.iter(*_NO_TEXT)):
        element.drop_tree()
    for element in root.xpath("//*[starts-with(local-name(), 'amp-')]/div[@placeholder or @fallback or @overflow]"):
        if next(element.iter("amp-img", "img"), None) is None:
            element.drop_tree()
