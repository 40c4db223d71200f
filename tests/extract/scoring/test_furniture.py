"""Which short texts are none of an article, by their words alone."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.text_blocks import TextBlock
from app.extract.scoring.walk import page_text


def _block(markup: str) -> TextBlock:
    (block,) = page_text(parse(f"<body><div>{markup}</div></body>")).blocks
    return block


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Advertisement</p>",
        '<p>SEE MORE: <a href="/siege">Eight hundred students under siege</a></p>',
        '<p>Lesen Sie auch: <a href="/flut">Die Flut kommt</a></p>',
        "<p>Image 3 of 5</p>",
        "<p>02 of 11</p>",
        "<p>Story continues</p>",
        "<p>report this ad</p>",
        "<p>Bestseller Nr. 1</p>",
        "<p>Photo gallery: 12 pictures</p>",
        "<p>Fotostrecke – Nacht am Hafen: 9 Bilder</p>",
        '<p>More about: <a href="/t">Mills and all who grind</a></p>',
        "<p>Bild 1 von 12</p>",
        "<span>Foto 2/8</span>",
        "<p>Hive lives by its readers. To receive new posts, consider becoming a free or paid subscriber.</p>",
        "<li>night-baker reblogged this from hive</li>",
        "<li>night-baker liked this</li>",
        '<p>[button link="/kit" type="big"] Send us your kit[/button]</p>',
        '<p>Follow us on <a href="https://twitter.com/harbour">@harbour</a> and Facebook.</p>',
        '<p>Email Anna at a@example.org or follow her <a href="https://www.x.com/anna">@anna</a>.</p>',
        '<p>Folgen Sie uns auf <a href="https://www.instagram.com/hafen/">Instagram</a>!</p>',
        '<p>Síguenos en <a href="https://t.me/puerto">Telegram</a></p>',
        "<p>Scroll to continue with content</p>",
        "<p>Haberin Devamı</p>",
        '<p>Llegeix també: <a href="/nau">Crema una nau al port</a></p>',
        '<p><strong>আরও পড়ুন:</strong> <a href="/ghat">ঘাটে আগুন, কেউ আহত হয়নি</a></p>',
        '<div><a href="/feuer">Feuer in der alten Mühle gelöscht</a> <time>7. März, 12:00</time></div>',
        "<p>Mit Ihrer Zustimmung wird hier ein externes Video geladen.</p>",
        "<p>Následujte nás? Sledujte nás na Facebooku</p>",
        "<p>Estimated reading time: 6 minutes</p>",
        "<p>3 Min. Lesezeit</p>",
        "<p>Время чтения: 5 минут</p>",
        '<p>You are here: <a href="/">Home</a> / <a href="/mills">Mills</a> / The tide mill</p>',
        "<p>当前位置：首页 > 水车</p>",
        "<span>1/12</span>",
        "<p>Photo: Anna Keeper/Harbour News</p>",
        "<p>(Image: Getty)</p>",
        "<p>Foto: © Hafenblatt</p>",
        '<a href="https://getpocket.com/edit?url=x">Pocket</a>',
        '<a href="javascript:window.print()">Drucken</a>',
        "<p>Text size</p>",
        "<div>বিজ্ঞাপন</div>",
        "<div>OGLASI</div>",
        "<div>Tangazo</div>",
        '<p>ఇవి కూడా చదవండి: <a href="/wheel">చక్రం మళ్లీ తిరుగుతోంది</a></p>',
        "<p>Views: 1,204</p>",
        "<div>Автор: Анна, 07-03-2026, Просмотров: 1 204</div>",
        '<p>Още по темата: <a href="/most">Мостът е затворен</a></p>',
        '<p>BACA LAGI: <a href="/kincir">Kincir dibaiki semula</a></p>',
        '<p>Posted in <a href="/mills">Mills</a> | Tagged <a href="/oak">oak</a></p>',
    ],
)
def test_furniture_is_known_by_its_words(markup: str) -> None:
    assert is_furniture(_block(markup))


@pytest.mark.parametrize(
    "markup",
    [
        '<p>See more of the coast from <a href="/boat">the boat</a> than from the road, says the keeper of the light.</p>',
        "<p>Image 3 of 5 shows the quay before the flood.</p>",
        "<p>Bild 1</p>",
        "<p>Views of the mill: 3 from the sea, 2 from the road</p>",
        "<p>Nobody at the table liked this</p>",
        "<p>He became a subscriber of the library at nine, and read all of Verne by the summer.</p>",
        '<p>Watch <a href="/film">the film on how the gate is lifted and the sluice is set</a> before you try it at home, and write to '
        "the miller if there is anything that it does not answer.</p>",
        "<p>[sic] he wrote [sic]</p>",
        '<p>The crew posts each catch <a href="https://twitter.com/harbour">on Twitter</a> before it is sold.</p>',
        '<ul><li><a href="/plan">The plan of the mill</a> <time>7 March</time></li></ul>',
        '<div><a href="#block-7"><time>14.12 GMT</time></a></div>',
        '<p><a href="/plan">The plan of the mill</a> was drawn on <time>7 March</time> by the schoolteacher.</p>',
        "<p>Follow us, said the guide, and the visitors went down to the water.</p>",
        "<p>The reading time was 6 minutes, and she had four.</p>",
        "<p>You are here to see the wheel, said the miller.</p>",
        "<p>3/4</p>",
        "<p>Photo: the wheel in March. Behind it stands the miller.</p>",
        '<a href="javascript:showWheel()">Show the wheel</a>',
    ],
)
def test_sentences_with_the_same_words_are_none(markup: str) -> None:
    assert not is_furniture(_block(markup))
