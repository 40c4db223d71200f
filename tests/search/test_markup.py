from app.search.markup import field_of, of_class, page_in, with_field, words_of


def test_elements_are_found_by_one_of_their_classes() -> None:
    page = page_in("<p class='a result b'>one</p><p class='results'>two</p><p class='result'>three</p>")
    assert [each.text for each in of_class(page, "result")] == ["one", "three"]


def test_text_is_one_line() -> None:
    found = of_class(page_in("<p class='x'> The \n &lt;blink&gt; tag</p>"), "x")
    assert words_of(found) == "The <blink> tag"
    assert words_of([]) == ""


def test_a_field_is_read_and_put_in_the_place_of_an_older_one() -> None:
    assert with_field("https://e.example/?q=a+b&s=1", "s", 11) == "https://e.example/?q=a+b&s=11"
    assert field_of("https://e.example/?q=a+b", "q") == "a b"
    assert field_of("https://e.example/", "q") == ""
