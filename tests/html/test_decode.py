"""Bytes become text as in a browser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.html import read_page
from newsmodel.html.decode import decode, is_utf_8
from newsmodel.html.encodings import by_label
from newsmodel.model import IssueCode


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (b"<title>plain</title>", "windows-1252"),
        ("<title>Zürich</title>".encode(), "UTF-8"),
        ("<title>Zürich</title>".encode("latin-1"), "windows-1252"),
        (b'<meta charset="latin1">', "windows-1252"),
        (b"<META CharSet=ISO-8859-2>", "ISO-8859-2"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "KOI8-R"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset">', "windows-1252"),
        (b'<meta content="text/html; charset=koi8-r">', "windows-1252"),
        (b"<meta content=\"charset; charset = 'koi8-r'\" http-equiv=Content-type>", "KOI8-R"),
        (b'<meta charset="nonsense"><meta charset="sjis">', "Shift_JIS"),
        (b'<!-- <meta charset="sjis"> --><meta charset="euc-kr">', "EUC-KR"),
        (b'<p title="><meta charset=sjis>">', "windows-1252"),
        (b'<!doctype html "<meta charset=sjis>">', "windows-1252"),
        (b'</p x="<meta charset=sjis>"><?x <meta charset=gbk>', "windows-1252"),
        (b'<!--><meta charset="gbk">', "GBK"),
        (b'<meta charset="utf-16">', "UTF-8"),
        (b'<meta charset="x-user-defined">', "windows-1252"),
        (b"<meta charset='gbk", "windows-1252"),
    ],
)
def test_the_page_says_its_encoding(page: bytes, encoding: str) -> None:
    """A meta element is read as the standard's prescan does; without one, UTF-8 if it can be, else windows-1252."""
    assert decode(page, None).encoding == encoding


@pytest.mark.parametrize(
    ("mark", "codec"), [(b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
)
def test_a_byte_order_mark_decides(mark: bytes, codec: str) -> None:
    """A byte order mark overrules transport and page, and is no part of the text."""
    text = '<meta charset="gbk">élan'
    assert decode(mark + text.encode(codec), "koi8-r").text == text


def test_the_transport_overrules_the_page() -> None:
    """What the transport declared comes before meta; a label nobody knows is as good as none."""
    assert decode(b'<meta charset="gbk">', "Latin1 ").encoding == "windows-1252"
    assert decode(b'<meta charset="gbk">', "no such thing").encoding == "GBK"


def test_a_late_declaration_counts() -> None:
    """A meta element after the first 1024 bytes counts too, but not one inside a comment."""
    padding = b"<!-- " + b"x" * 2000 + b'<meta charset="sjis"> -->'
    assert decode(padding + b'<meta charset="iso-8859-7">', None).encoding == "ISO-8859-7"
    assert decode(b"<p>" + b"x" * 2000 + padding, None).encoding == "windows-1252"
    named = b"<p>" + b"x" * 2000 + b"<meta name=robots content=all><!-- a note --><meta charset=sjis>"
    assert decode(named, None).encoding == "Shift_JIS"
    assert decode(padding, None).encoding == "windows-1252"


def test_windows_code_pages_are_complete() -> None:
    """Bytes that Python's code pages leave out are control characters, as in the standard, and no error."""
    decoded = decode(b"\x93quoted\x94 \x81", "windows-1252")
    assert decoded.text == "“quoted” \x81"
    assert not decoded.issues


def test_what_cannot_be_read_is_told() -> None:
    """Bytes that do not fit become U+FFFD and an issue; a U+FFFD that the page itself holds is none."""
    broken = decode(b"caf\xe9 au lait", "utf-8")
    assert broken.text == "caf\ufffd au lait"
    assert [issue.code for issue in broken.issues] == [IssueCode.BAD_ENCODING]
    assert not decode("\ufffd".encode(), "utf-8").issues


def test_a_few_stray_bytes_do_not_make_another_encoding() -> None:
    """UTF-8 that nobody declared stays UTF-8 with a stray byte in it, and the issue says so; Latin-1 stays Latin-1."""
    text = "Zürich, Genève, Bärn: drü Städt, wo d'Lüt schöni Wörter für s'Wätter händ. " * 3
    nearly = decode(text.encode() + b"caf\xe9")
    assert (nearly.encoding, nearly.text) == ("UTF-8", text + "caf\ufffd")
    assert [issue.code for issue in nearly.issues] == [IssueCode.BAD_ENCODING]
    assert decode(text.encode("latin-1")).text == text


def test_an_encoding_that_nobody_knows_is_told() -> None:
    """The page is read without it, and the issue names it."""
    for page in (b"<p>plain", "<p>Zürich".encode(), b'<meta charset="gbk"><p>plain'):
        decoded = decode(page, "utf-9")
        assert decoded.text == page.decode()
        assert [(i.code, "utf-9" in i.message) for i in decoded.issues] == [(IssueCode.BAD_ENCODING, True)]
        assert read_page(page, encoding="utf-9").issues[0] == decoded.issues[0]
    assert not decode(b"<p>plain", " ").issues


def test_refused_encodings() -> None:
    """Encodings that browsers refuse give one U+FFFD, and an issue."""
    refused = decode(b"~{<:Ky2;S{#,NpJ)l6HK!#~}", "hz-gb-2312")
    assert (refused.text, len(refused.issues)) == ("\ufffd", 1)
    assert decode(b"a\x80", "x-user-defined").text == "a\uf780"


def test_labels_are_loose_about_case_and_space() -> None:
    """Labels are matched without case and the white space around them."""
    for label in ("UTF8", " utf-8\n", "unicode-1-1-utf-8"):
        encoding = by_label(label)
        assert encoding is not None
        assert encoding.name == "UTF-8"
    assert by_label("") is None


@given(st.binary(), st.sampled_from([None, "utf-8", "gbk", "sjis", "iso-2022-jp", "big5", "utf-16", "euc-kr"]))
def test_any_bytes_become_text(data: bytes, declared: str | None) -> None:
    """Any bytes are read, without an exception and without lone surrogates."""
    decode(data, declared).text.encode()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff")))
def test_utf_8_round_trip(text: str) -> None:
    """UTF-8 declared as such comes back unchanged."""
    assert decode(text.encode(), "utf-8").text == text


@given(st.text(), st.integers(0, 8), st.binary(max_size=4))
def test_utf_8_is_told_across_pieces(text: str, shift: int, tail: bytes) -> None:
    """Whether long data are UTF-8 is told as if they were decoded at once, wherever a piece of them ends."""
    data = b"x" * (32_768 - shift) + text.encode() + tail
    try:
        data.decode()
    except UnicodeDecodeError:
        assert not is_utf_8(data)
    else:
        assert is_utf_8(data)


@pytest.mark.parametrize("text", ["Für Bücher größer, schöner", "Ελληνικά", "Общество", "北京市的天气"])
def test_utf_8_with_a_few_stray_bytes(text: str) -> None:
    """A page that says nothing is UTF-8 with damage, not another encoding, where most is sound; an issue says so."""
    decoded = decode(f"<p>{text}</p>".encode() + b"<p>\x93said\x94</p>")
    assert text in decoded.text
    assert [issue.code for issue in decoded.issues] == [IssueCode.BAD_ENCODING]


@pytest.mark.parametrize("name", ["cp1252", "cp1251", "gbk", "shift_jis", "euc_kr"])
def test_other_encodings_are_not_nearly_utf_8(name: str) -> None:
    """Text in another encoding holds too little that could be UTF-8 by chance."""
    texts = {"cp1252": "Für größere Bücher: “schön”", "cp1251": "Общество и власть", "euc_kr": "대한민국 서울"}
    data = texts.get(name, "北京市的天気").encode(name, "ignore")
    assert decode(data * 20).encoding == "windows-1252"
