"""The closed sets of the model, each an enum whose values are what formats write."""

from enum import StrEnum
from typing import final


@final
class BlockKind(StrEnum):
    """What a block of the body is."""

    PARAGRAPH = "paragraph"
    """Running text."""
    HEADING = "heading"
    """A heading inside the body; its `Block.level` counts from 1."""
    LIST_ITEM = "list-item"
    """One item of a list; its `Block.level` is the depth of the list, from 1."""
    BLOCKQUOTE = "blockquote"
    """A block quotation or an embedded post."""
    PREFORMATTED = "preformatted"
    """Text whose line breaks and spaces count, such as code or a poem."""
    TABLE = "table"
    """One table: a row a line, cells parted by a tab."""


@final
class QuoteKind(StrEnum):
    """How much of a quote's content stands in quotation marks."""

    DIRECT = "direct"
    """All of it."""
    INDIRECT = "indirect"
    """None of it."""
    MIXED = "mixed"
    """Some of it."""


@final
class SpeakerKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    """A person known by name."""
    ORGANIZATION = "organization"
    """A company, agency, government, party, outlet."""
    GROUP = "group"
    """Several people spoken of together: "critics", "two officials"."""
    DOCUMENT = "document"
    """A report, poll, statement or filing."""
    UNNAMED = "unnamed"
    """One person the article does not name: "a person familiar with the matter"."""


@final
class MentionKind(StrEnum):
    """The form in which a speaker is mentioned (ACE)."""

    NAME = "name"
    """A proper name: "Lt. Gen. Robert White", "White"."""
    NOMINAL = "nominal"
    """A description: "the general"."""
    PRONOUN = "pronoun"
    """A pronoun: "he"."""


@final
class AuthorKind(StrEnum):
    """What an author is."""

    PERSON = "person"
    """A person."""
    ORGANIZATION = "organization"
    """An agency, a desk, a staff byline, a company."""


@final
class TimeKind(StrEnum):
    """The kind of a time expression (TIMEX3)."""

    DATE = "DATE"
    """A day or something longer: "Oct. 5", "2016", "last week"."""
    TIME = "TIME"
    """A part of a day: "Tuesday night", "5 p.m."."""
    DURATION = "DURATION"
    """A length of time: "14-day", "two years"."""
    SET = "SET"
    """Something that recurs: "every Monday", "annually"."""


@final
class Role(StrEnum):
    """What a participant does in an event."""

    AGENT = "agent"
    """Who or what does it."""
    PATIENT = "patient"
    """Whom or what it is done to, or who undergoes it."""
    OTHER = "other"
    """Taking part in another way."""


@final
class Bound(StrEnum):
    """How a participant's count is meant."""

    EXACT = "exact"
    """Just that many: "four people"."""
    ABOUT = "about"
    """Roughly: "about 40", "dozens" (24)."""
    AT_LEAST = "at-least"
    """That many or more: "at least 12", "more than 1,000"."""
    AT_MOST = "at-most"
    """That many or fewer: "up to 50", "fewer than 10"."""


@final
class Polarity(StrEnum):
    """Whether an event is said to be so or not to be so (ACE)."""

    POSITIVE = "positive"
    """It is."""
    NEGATIVE = "negative"
    """It is not: "did not attack", "no arrests"."""


@final
class Modality(StrEnum):
    """Whether an event is told as real."""

    ASSERTED = "asserted"
    """As something that happened or happens."""
    PLANNED = "planned"
    """As intended or coming: "will", "plans to", "vowed to"."""
    HYPOTHETICAL = "hypothetical"
    """As possible: "could", "would", "if"."""


@final
class IssueCode(StrEnum):
    """What went wrong, or is worth knowing, without stopping the parse."""

    EMPTY = "empty"
    """No body text was found."""
    NOT_AN_ARTICLE = "not-an-article"
    """The page looks like an index, a form or an error page."""
    INDEX_PAGE = "index-page"
    """The page lists articles rather than being one."""
    LIVE_BLOG = "live-blog"
    """The page is a live blog; its entries are headed sections."""
    PAYWALLED = "paywalled"
    """The page says that its text is not free to read."""
    TRUNCATED = "truncated"
    """The text looks cut off."""
    PAGINATED = "paginated"
    """The article goes on on other pages."""
    BROKEN_JSON_LD = "broken-json-ld"
    """A block of JSON-LD could not be read."""
    BAD_ENCODING = "bad-encoding"
    """Bytes did not fit the encoding and were replaced by U+FFFD, or the encoding declared is none."""
    CONFLICTING_DATES = "conflicting-dates"
    """Two strong signals give different publication days."""
    AMBIGUOUS_DATE = "ambiguous-date"
    """A numeric date could be day-month or month-day and nothing decides."""
    CONFLICTING_HEADLINES = "conflicting-headlines"
    """Two strong signals give different headlines."""
    CONFLICTING_AUTHORS = "conflicting-authors"
    """Two strong signals give different authors."""
    UNCLOSED_QUOTATION = "unclosed-quotation"
    """A quotation mark is opened and never closed."""
    UNSUPPORTED_LANGUAGE = "unsupported-language"
    """There is no lexicon for the text's language; only blocks, sentences and quotation marks were found."""
    BAD_VALUE = "bad-value"
    """A document that was read holds a value that cannot be what its place asks for; it was left out."""
    UNANCHORED = "unanchored"
    """A document that was read says something of words that its text does not hold; it was left out."""
    LIMIT_REACHED = "limit-reached"
    """Something was left out because the input is larger than the limits."""


@final
class AttributionRule(StrEnum):
    """The rule that found a quote and its speaker; docs, "How quotes are found", tells how sure each is."""

    QUOTATION_CUE = "quotation-cue"
    """Quotation marks with the cue and source in the same sentence."""
    QUOTATION_CONTINUED = "quotation-continued"
    """Quotation marks without a cue, which go on with attributed ones of their paragraph or of the one before."""
    QUOTATION_REOPENED = "quotation-reopened"
    """A quotation that goes on from the paragraph before."""
    QUOTATION_INTRODUCED = "quotation-introduced"
    """Quotation marks after a colon or a sentence that announces them."""
    QUOTATION_BARE = "quotation-bare"
    """Quotation marks for which no source was found."""
    BLOCK_QUOTATION = "block-quotation"
    """A block quotation."""
    TRANSCRIPT = "transcript"
    """A turn of a transcript or interview: "NAME: ..."."""
    CLAUSE_AFTER_CUE = "clause-after-cue"
    """The clause that follows "X said (that)"."""
    CLAUSE_BEFORE_CUE = "clause-before-cue"
    """The clause that comes before ", X said"."""
    CLAUSE_AROUND_CUE = "clause-around-cue"
    """A clause broken by ", X said,"."""
    ACCORDING_TO = "according-to"
    """A clause with "according to X" or its like."""
    NOUN_PHRASE = "noun-phrase"
    """A reported noun phrase: "announced his candidacy"."""
