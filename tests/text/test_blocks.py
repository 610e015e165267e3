"""Blocks of plain text."""

from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import BlockKind
from newsmodel.text.blocks import plain_blocks


def surfaces(text: str) -> list[str]:
    """Return the text of each block."""
    return [block.span.of(text) for block in plain_blocks(text)]


def test_a_blank_line_parts_blocks() -> None:
    """Paragraphs parted by blank lines are blocks, without the white space around them."""
    assert surfaces("  One.\n\n \t \nTwo.  \n\n\n") == ["One.", "Two."]


def test_each_line_is_a_block_where_lines_are_not_wrapped() -> None:
    """A text with one paragraph a line has one block a line."""
    text = (
        "The council met on Monday to settle the budget for the coming year.\n"
        "It did not.\n"
        "“We will meet again,” said Mayor Ruth Abara, who has led the town since 2019 and is not known for patience."
    )
    assert surfaces(text) == text.split("\n")


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines none of which could have taken the next one's first word were wrapped, and belong together."""
    text = (
        "The council met on Monday to settle the\n"
        "budget for the coming year, but after six\n"
        "hours of debate it put the vote off until\n"
        "Thursday."
    )
    assert surfaces(text) == [text]


def test_two_lines_are_one_paragraph_where_the_second_goes_on_in_lower_case() -> None:
    """A second line that starts in lower case after a word goes on with the first."""
    assert surfaces("The council met on\nmonday.") == ["The council met on\nmonday."]
    assert surfaces("The council met.\nmonday.") == ["The council met.", "monday."]


def test_two_lines_are_held_to_the_margin_of_the_text() -> None:
    """Where other paragraphs are wrapped, a line too full for the first word of the next goes on there."""
    wrapped = "The council met on Monday to settle the\nbudget for the coming year, but after six\nhours it went home."
    full = "Nobody on the council had expected that,\nMayor Ruth Abara said."
    signed = "Ruth Abara\nMayor of the town"
    assert surfaces(f"{wrapped}\n\n{full}\n\n{signed}") == [wrapped, full, "Ruth Abara", "Mayor of the town"]
    assert surfaces(full) == full.split("\n")


def test_markdown_markers_give_the_kind() -> None:
    """Lines that start as Markdown writes headings, list items and quotations are taken as such."""
    text = "## What is new\n\nThree things:\n- the bridge\n* the road\n2. the tax\n> It works."
    kinds = [(block.kind, block.level) for block in plain_blocks(text)]
    assert kinds == [
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, None),
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.BLOCKQUOTE, None),
    ]


def test_a_dialogue_dash_or_a_number_alone_is_no_list() -> None:
    """A marker needs white space after it."""
    kinds = {block.kind for block in plain_blocks("-5 degrees\n\n3.5 percent\n\n#metoo")}
    assert kinds == {BlockKind.PARAGRAPH}


@given(st.text(alphabet=st.one_of(st.sampled_from(" \n\r\t\u2028\x0b\x85ab.-#>"), st.characters(codec="utf-8"))))
def test_blocks_cover_every_character_but_white_space(text: str) -> None:
    """Blocks are in order, disjoint, and leave out nothing but white space."""
    at, rest = 0, []
    for block in plain_blocks(text):
        assert block.span.start >= at
        assert not text[block.span.start].isspace()
        assert not text[block.span.end - 1].isspace()
        rest.append(text[at : block.span.start])
        at = block.span.end
    rest.append(text[at:])
    assert not "".join(rest).strip()
