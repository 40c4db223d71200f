"""Data is found in scripts, whatever the notation; code is not taken for it."""

import json

import pytest

from app.extract.article.script_values import streamed_values, values_in

DATA = {"title": "The lamp", "body": 'A line\'s "end" <p>é 😀</p>', "more": [1, None, True]}


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ('{"a": [1]}', {"a": [1]}),
        ("window.__STATE__ = {a: 'b'};", {"a": "b"}),
        ("x = {a: {b: [1, 2,], },}", {"a": {"b": [1, 2]}}),
        ("x = {'a-b': \"it's\", \"c\": 'say \"so\"'}", {"a-b": "it's", "c": 'say "so"'}),
        ("x = {a: undefined, b: void 0, c: !0, d: !1, e: null}", {"a": None, "b": None, "c": True, "d": False, "e": None}),
        ("%7B%22a%22%3A%22b%20%E7%81%AF%22%7D", {"a": "b 灯"}),
        ("%5b1,2%5d", [1, 2]),
        ('c.streamController.enqueue("[{\\"_1\\":2},\\"a\\",\\"b\\"]\\n");', {"a": "b"}),
        ("{&q;a&q;:&q;&l;p&g;it&s;s &a;amp; so&q;}", {"a": "<p>it's &amp; so"}),
        ("x = JSON.parse(decodeURIComponent('%7B%22a%22%3A1%7D'))", {"a": 1}),
        ('x = JSON.parse(decodeURI("%5B1%5D"))', [1]),
        ('x = JSON.parse(atob("eyJhIjogIlRoZSBsYW1wIG9mIHRoZSBiYXkgaXMgb3V0IOeBryJ9"))', {"a": "The lamp of the bay is out 灯"}),
        ('<!--{"a": [1]}-->', {"a": [1]}),
        ("x = {a: `two\nlines`, 1: -2.5, $b: .5}", {"a": "two\nlines", "1": -2.5, "$b": 0.5}),
        ("x = [{a: 1}]", [{"a": 1}]),
        ("window.__NUXT__=(function(a,b){return {t:a,body:\"c\"}}(1,2))", {"t": None, "body": "c"}),
        (r"x = JSON.parse('{\"a\":\"it\'s\"}')", {"a": "it's"}),
        (r"x = JSON.parse('{\x22a\x22:\x22b\x22}')", {"a": "b"}),
        (r"x = JSON.parse('{\u0022a\u0022:[1]}')", {"a": [1]}),
        ('x = JSON.parse("{\\"a\\":1}")', {"a": 1}),
        (r"x = {a: '\ud83d\ude00 \u00e9\n'}", {"a": "😀 é\n"}),
        (r"x = {a: 'lone \ud83d'}", {"a": "lone \ufffd"}),
    ],
)  # fmt: skip
def test_a_value_is_read_in_the_notation_of_scripts(script: str, value: object) -> None:
    assert list(values_in(script)) == [value]


@pytest.mark.parametrize(
    "script",
    [
        "x = {a: function() { return 1 }}",
        "x = {a: b(1)}",
        "x = {a: 'open",
        "x = {a: 1",
        "x = {a 1}",
        "if (x == 1) { go() }",
        "",
    ],
)
def test_code_is_no_data(script: str) -> None:
    assert [value for value in values_in(script) if value] == []


def test_what_was_written_as_json_is_read_as_it_was_meant() -> None:
    text = json.dumps(DATA)
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    for script in (text, f"a={text}", f"a=JSON.parse({json.dumps(text)})", f"a=JSON.parse('{quoted}');"):
        assert list(values_in(script)) == [DATA]


def chunks(stream: str, size: int) -> list[str]:
    """Return the scripts by which a page gets a stream in parts."""
    parts = [stream[at : at + size] for at in range(0, len(stream), size)]
    return ["self.__next_f=self.__next_f||[]", *(f"self.__next_f.push([1,{json.dumps(part)}])" for part in parts)]


@pytest.mark.parametrize("size", [7, 100, 10_000])
def test_a_stream_is_put_together_from_its_chunks_with_its_texts_in_place(size: int) -> None:
    long = "<p>Where the café stood,\nthere is a lamp.</p>"
    stream = f'1:I[42,["a"],"x"]\n2:{{"title":"The lamp","body":"$a"}}\na:T{len(long.encode()):x},{long}3:["$","p",null,{{"children":"$b"}}]\n'
    assert list(streamed_values(chunks(stream, size))) == [
        {"title": "The lamp", "body": long},
        ["$", "p", None, {"children": "$b"}],
    ]


def test_a_stream_that_breaks_off_or_lies_about_its_lengths_is_read_as_far_as_it_goes() -> None:
    assert list(streamed_values(chunks('1:{"a":1}\n2:{"b":', 9))) == [{"a": 1}, None]
    assert list(streamed_values(chunks('1:Tffffff,short\n2:{"b":1}', 9))) == []
    assert list(streamed_values(["self.__next_f.push([1,'open"])) == []


def test_many_objects_that_are_no_data_end_the_search() -> None:
    scripts = "x = {a: f()};" * 100 + 'y = {"title": "The lamp"}'
    assert list(values_in(scripts)) == []
