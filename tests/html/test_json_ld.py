"""JSON-LD is read as it is found in the wild."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.html.json_ld import nodes_of, read_block, read_blocks, types_of
from newsmodel.model import IssueCode

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"headline": "A"}', {"headline": "A"}),
        ('<!-- {"headline": "A"} -->', {"headline": "A"}),
        ('//<![CDATA[\n{"headline": "A"}\n//]]>', {"headline": "A"}),
        ('/*<![CDATA[*/ {"headline": "A"} /*]]>*/', {"headline": "A"}),
        ('{"headline": "A"};', {"headline": "A"}),
        ('{"headline": "A",}', {"headline": "A"}),
        ('{"keywords": ["a", "b",],}', {"keywords": ["a", "b"]}),
        ('{"headline": "A"\n"url": "b"}', {"headline": "A", "url": "b"}),
        ('{"headline": "two\nlines\tand a tab"}', {"headline": "two\nlines\tand a tab"}),
        ('{"headline": "He said "no" today", "url": "b"}', {"headline": 'He said "no" today', "url": "b"}),
        ('{/* a note */ "url": "http://x/y" // another\n}', {"url": "http://x/y"}),
        ("{headline: 'A', free: true, none: undefined, n: 12}", {"headline": "A", "free": True, "none": None, "n": 12}),
        ('{"a": 1} {"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"a": {"b": "cut o', {"a": {"b": "cut o"}}),
        ('{"headline": "\\ud83d\\ude00 \\u00e9\\n", "x": 1,}', {"headline": "😀 é\n", "x": 1}),
        ("", None),
        ("no json at all", None),
    ],
)
def test_usual_breakage_is_read(text: str, value: object) -> None:
    """Comments, CDATA, stray commas, raw line breaks, inner quotation marks and a missing end do not lose the block."""
    assert read_block(text)[0] == value


@given(VALUES)
def test_well_formed_json_is_read_as_json(value: object) -> None:
    """What is JSON is read as JSON is, and is no issue."""
    assert read_block(json.dumps(value)) == (value, True)


@given(st.dictionaries(st.text(), VALUES, min_size=1, max_size=4))
def test_a_trailing_comma_changes_nothing(value: dict[str, object]) -> None:
    """An object with a comma before its end holds what it holds without."""
    text = json.dumps(value)
    assert read_block(f"{text[:-1]},}}")[0] == json.loads(text)


@given(st.text(alphabet='{}[]",:\\/*<!->ab1 \n\t\u00e9\ud800'))
def test_any_text_is_read(text: str) -> None:
    """No block raises."""
    list(nodes_of([read_block(text)[0]]))


def test_one_broken_block_costs_only_itself() -> None:
    """The other blocks of the page still count, and an issue tells of the broken one."""
    values, issues = read_blocks(['{"@type": "NewsArticle"}', '{"@type": nonsense <p>', '{"@type": "WebSite"}'])
    types = [types_of(node) for node in nodes_of(values)]
    assert types[0] == ("NewsArticle",)
    assert types[-1] == ("WebSite",)
    assert [issue.code for issue in issues] == [IssueCode.BROKEN_JSON_LD]


@pytest.mark.parametrize("bomb", ["[" * 100_000, '{"a":' * 100_000, '{"@graph":[' * 100_000])
def test_bombs_are_refused(bomb: str) -> None:
    """Nesting without end is refused, with an issue, and not followed."""
    values, issues = read_blocks([bomb])
    assert not values
    assert [issue.code for issue in issues] == [IssueCode.BROKEN_JSON_LD]


@pytest.mark.parametrize("piece", ['"author":"x",', 'x" y ', '"a":[{', "/*", '\\"', '"" ', "{}"])
@pytest.mark.usefixtures("alone")
def test_time_grows_with_length(piece: str) -> None:
    """Four times the input takes about four times the time, however broken."""

    def seconds(count: int) -> float:
        text = '{"a":"b",' + piece * count
        return min(_timed(text) for _ in range(3))

    assert seconds(16_000) < 12 * seconds(4_000) + 0.05


def _timed(text: str) -> float:
    start = time.process_time()
    read_block(text)
    return time.process_time() - start


def test_outermost_nodes_come_first() -> None:
    """The article of a graph comes before the articles that it mentions."""
    related = {"@type": "NewsArticle", "headline": "Another"}
    graph = {
        "@graph": [{"@type": "NewsArticle", "headline": "This", "mentions": related}, {"@type": ["A", "http://b/C"]}]
    }
    nodes = list(nodes_of([json.loads(json.dumps(graph))]))
    assert [node.get("headline") for node in nodes] == ["This", None, "Another"]
    assert types_of(nodes[1]) == ("A", "C")


@pytest.mark.parametrize(("before", "found"), [(19_998, ["A plan"]), (20_000, [])])
def test_only_so_many_nodes_are_looked_at(before: int, found: list[str]) -> None:
    """What stands behind twenty thousand objects and lists is not read."""
    values = read_block(f'[{"[]," * before}{{"@type": "NewsArticle", "headline": "A plan"}}]')[0]
    assert [node["headline"] for node in nodes_of([values])] == found
