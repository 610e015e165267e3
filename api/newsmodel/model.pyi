__all__ = ['Answer', 'Article', 'AttributionRule', 'Author', 'AuthorKind', 'Block', 'BlockKind', 'Bound', 'Dateline', 'Event', 'EventKind', 'FiveW', 'Image', 'Issue', 'IssueCode', 'Link', 'Mention', 'MentionKind', 'Modality', 'Participant', 'Place', 'Polarity', 'Provenance', 'Publisher', 'Quote', 'QuoteKind', 'Role', 'Span', 'Speaker', 'SpeakerKind', 'TimeExpression', 'TimeKind', 'problems']
class Answer:
    text: str
    span: Span | None
    day: dt.date | None
class Article:
    headline: str | None
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    url: str | None
    canonical_url: str | None
    description: str | None
    authors: tuple[Author, ...]
    publisher: Publisher | None
    published: dt.date | None
    modified: dt.date | None
    section: str | None
    keywords: tuple[str, ...]
    language: str | None
    dateline: Dateline | None
    images: tuple[Image, ...]
    links: tuple[Link, ...]
    is_accessible_for_free: bool | None
    copyright: str | None
    quotes: tuple[Quote, ...]
    speakers: tuple[Speaker, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    events: tuple[Event, ...]
    provenance: tuple[Provenance, ...]
    issues: tuple[Issue, ...]
    def quotes_by(self, speaker: Speaker | str) -> tuple[Quote, ...]: ...
    def quotes_in(self, span: Span) -> tuple[Quote, ...]: ...
    def replace_speaker(self, old: Speaker, new: Speaker | None) -> Article: ...
class AttributionRule(StrEnum):
    QUOTATION_CUE = 'quotation-cue'
    QUOTATION_CONTINUED = 'quotation-continued'
    QUOTATION_REOPENED = 'quotation-reopened'
    QUOTATION_INTRODUCED = 'quotation-introduced'
    QUOTATION_BARE = 'quotation-bare'
    BLOCK_QUOTATION = 'block-quotation'
    TRANSCRIPT = 'transcript'
    CLAUSE_AFTER_CUE = 'clause-after-cue'
    CLAUSE_BEFORE_CUE = 'clause-before-cue'
    CLAUSE_AROUND_CUE = 'clause-around-cue'
    ACCORDING_TO = 'according-to'
    NOUN_PHRASE = 'noun-phrase'
class Author:
    name: str
    url: str | None
    kind: AuthorKind
class AuthorKind(StrEnum):
    PERSON = 'person'
    ORGANIZATION = 'organization'
class Block:
    kind: BlockKind
    span: Span
    level: int | None
    xpath: str | None
class BlockKind(StrEnum):
    PARAGRAPH = 'paragraph'
    HEADING = 'heading'
    LIST_ITEM = 'list-item'
    BLOCKQUOTE = 'blockquote'
    PREFORMATTED = 'preformatted'
    TABLE = 'table'
class Bound(StrEnum):
    EXACT = 'exact'
    ABOUT = 'about'
    AT_LEAST = 'at-least'
    AT_MOST = 'at-most'
class Dateline:
    span: Span
    place: str | None
    agency: str | None
    date: dt.date | None
class Event:
    kind: EventKind
    trigger: Span
    extent: Span
    participants: tuple[Participant, ...]
    time: TimeExpression | None
    place: Place | None
    polarity: Polarity
    modality: Modality
    reported_by: Quote | None
class EventKind(StrEnum):
    ace: str | None
    plover: str | None
    DIE = ('Life.Die', 'Life.Die', 'ASSAULT')
    INJURE = ('Life.Injure', 'Life.Injure', 'ASSAULT')
    HEALTH = 'Life.Health'
    FAMILY = ('Life.Family', 'Life.Marry')
    ATTACK = ('Conflict.Attack', 'Conflict.Attack', 'ASSAULT')
    PROTEST = ('Conflict.Protest', 'Conflict.Demonstrate', 'PROTEST')
    MILITARY = ('Conflict.Military', None, 'MOBILIZE')
    ARREST = ('Justice.Arrest', 'Justice.Arrest-Jail', 'COERCE')
    CHARGE = ('Justice.Charge', 'Justice.Charge-Indict', 'ACCUSE')
    TRIAL = ('Justice.Trial', 'Justice.Trial-Hearing')
    VERDICT = ('Justice.Verdict', 'Justice.Convict', 'SANCTION')
    RELEASE = ('Justice.Release', 'Justice.Release-Parole', 'RETREAT')
    INVESTIGATE = ('Justice.Investigate', None, 'ACCUSE')
    CRIME = 'Crime.Other'
    TRANSPORT = ('Movement.Transport', 'Movement.Transport', 'CONSULT')
    OWNERSHIP = ('Transaction.Ownership', 'Transaction.Transfer-Ownership')
    MONEY = ('Transaction.Money', 'Transaction.Transfer-Money', 'AID')
    ORGANIZATION = ('Business.Organization', 'Business.Start-Org')
    LAUNCH = 'Business.Launch'
    ECONOMY = 'Economy.Change'
    HIRE = ('Personnel.Hire', 'Personnel.Start-Position')
    LEAVE = ('Personnel.Leave', 'Personnel.End-Position', 'RETREAT')
    ELECTION = ('Politics.Election', 'Personnel.Elect')
    DECIDE = ('Politics.Decide', None, 'CONCEDE')
    COERCE = ('Politics.Coerce', None, 'COERCE')
    MEET = ('Contact.Meet', 'Contact.Meet', 'CONSULT')
    AGREE = ('Contact.Agree', None, 'AGREE')
    DEMAND = ('Contact.Demand', None, 'REQUEST')
    DISPUTE = ('Contact.Dispute', None, 'REJECT')
    NATURAL = 'Disaster.Natural'
    ACCIDENT = 'Disaster.Accident'
    RESCUE = ('Response.Rescue', None, 'AID')
    CONTEST = 'Sport.Contest'
    SHOW = 'Culture.Show'
    OTHER = 'Event.Other'
class FiveW:
    who: Answer | None
    what: Answer | None
    when: Answer | None
    where: Answer | None
    event: Event | None
class Image:
    url: str
    caption: str | None
    alt: str | None
    credit: str | None
    width: int | None
    height: int | None
class Issue:
    code: IssueCode
    message: str
    span: Span | None
class IssueCode(StrEnum):
    EMPTY = 'empty'
    NOT_AN_ARTICLE = 'not-an-article'
    INDEX_PAGE = 'index-page'
    LIVE_BLOG = 'live-blog'
    PAYWALLED = 'paywalled'
    TRUNCATED = 'truncated'
    PAGINATED = 'paginated'
    BROKEN_JSON_LD = 'broken-json-ld'
    BAD_ENCODING = 'bad-encoding'
    CONFLICTING_DATES = 'conflicting-dates'
    AMBIGUOUS_DATE = 'ambiguous-date'
    CONFLICTING_HEADLINES = 'conflicting-headlines'
    CONFLICTING_AUTHORS = 'conflicting-authors'
    UNCLOSED_QUOTATION = 'unclosed-quotation'
    UNSUPPORTED_LANGUAGE = 'unsupported-language'
    BAD_VALUE = 'bad-value'
    UNANCHORED = 'unanchored'
    LIMIT_REACHED = 'limit-reached'
class Link:
    span: Span
    url: str
class Mention:
    span: Span
    kind: MentionKind
class MentionKind(StrEnum):
    NAME = 'name'
    NOMINAL = 'nominal'
    PRONOUN = 'pronoun'
class Modality(StrEnum):
    ASSERTED = 'asserted'
    PLANNED = 'planned'
    HYPOTHETICAL = 'hypothetical'
class Participant:
    role: Role
    span: Span
    count: int | None
    bound: Bound | None
    speaker: Speaker | None
class Place:
    name: str
    spans: tuple[Span, ...]
    country: str | None
class Polarity(StrEnum):
    POSITIVE = 'positive'
    NEGATIVE = 'negative'
class Provenance:
    field: str
    source: str
    raw: str
    chosen: bool
class Publisher:
    name: str
    url: str | None
class Quote:
    text: str
    kind: QuoteKind
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: Speaker | None
    rule: AttributionRule | None
class QuoteKind(StrEnum):
    DIRECT = 'direct'
    INDIRECT = 'indirect'
    MIXED = 'mixed'
class Role(StrEnum):
    AGENT = 'agent'
    PATIENT = 'patient'
    OTHER = 'other'
class Span:
    start: int
    end: int
    def overlaps(self, other: Span) -> bool: ...
    def contains(self, other: Span) -> bool: ...
    def shift(self, by: int) -> Span: ...
    def of(self, text: str) -> str: ...
class Speaker:
    name: str
    kind: SpeakerKind
    mentions: tuple[Mention, ...]
    honorific: str | None
    role: str | None
    affiliation: str | None
class SpeakerKind(StrEnum):
    PERSON = 'person'
    ORGANIZATION = 'organization'
    GROUP = 'group'
    DOCUMENT = 'document'
    UNNAMED = 'unnamed'
class TimeExpression:
    span: Span
    kind: TimeKind
    value: str
    start: dt.date | None
    end: dt.date | None
class TimeKind(StrEnum):
    DATE = 'DATE'
    TIME = 'TIME'
    DURATION = 'DURATION'
    SET = 'SET'
def problems(article: Article) -> Iterator[Problem]: ...
