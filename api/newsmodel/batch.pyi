__all__ = ['Failure', 'FailureCode', 'Limits', 'Page', 'Summary', 'parse_many', 'parse_page', 'read_pages', 'run']
class Failure:
    code: FailureCode
    message: str
    name: str | None
    offset: int
    url: str | None
class FailureCode(StrEnum):
    UNREADABLE = 'unreadable'
    BROKEN_GZIP = 'broken-gzip'
    BROKEN_LINE = 'broken-line'
    BROKEN_RECORD = 'broken-record'
    NOT_HTML = 'not-html'
    TOO_LARGE = 'too-large'
    TOO_SLOW = 'too-slow'
    WORKER_LOST = 'worker-lost'
    FAILED = 'failed'
class Limits:
    max_bytes: int
    max_seconds: float
class Page:
    html: bytes | str
    url: str | None
    encoding: str | None
    name: str | None
    offset: int
class Summary:
    pages: int
    articles: int
    not_articles: int
    quotes: int
    errors: Mapping[str, int]
    seconds: float
    pages_per_second: float
    fraction: float | None
def parse_many(pages: Iterable[Page | Failure | bytes | str], *, workers: int | None = None, limits: Limits | None = None, annotate: bool = True) -> Iterator[Article | Failure]: ...
def parse_page(page: Page, limits: Limits | None = None, *, annotate: bool = True) -> Article | Failure: ...
def read_pages(*inputs: str | os.PathLike[str], limits: Limits | None = None) -> Iterator[Page | Failure]: ...
def run(inputs: Iterable[str | os.PathLike[str]], out: str | os.PathLike[str], *, format: str = 'jsonl', workers: int | None = None, limits: Limits | None = None, part_pages: int = PART_PAGES, annotate: bool = True, resume: bool = False, progress: Callable[[Summary], None] | None = None) -> Summary: ...
