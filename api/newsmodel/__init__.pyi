__all__ = ['Article', 'Author', 'Block', 'Event', 'EventKind', 'FiveW', 'Issue', 'Link', 'NewsmodelError', 'Place', 'Quote', 'QuoteKind', 'Span', 'Speaker', 'TimeExpression', '__version__', 'annotate', 'dumps', 'five_w', 'loads', 'parse_html', 'parse_text']
from newsmodel.model import Article as Article
from newsmodel.model import Author as Author
from newsmodel.model import Block as Block
from newsmodel.model import Event as Event
from newsmodel.model import EventKind as EventKind
from newsmodel.model import FiveW as FiveW
from newsmodel.model import Issue as Issue
from newsmodel.model import Link as Link
from newsmodel.errors import NewsmodelError as NewsmodelError
from newsmodel.model import Place as Place
from newsmodel.model import Quote as Quote
from newsmodel.model import QuoteKind as QuoteKind
from newsmodel.model import Span as Span
from newsmodel.model import Speaker as Speaker
from newsmodel.model import TimeExpression as TimeExpression
__version__: str
def annotate(article: Article) -> Article: ...
from newsmodel.formats import dumps as dumps
def five_w(article: Article) -> FiveW: ...
from newsmodel.formats import loads as loads
def parse_html(html: bytes | str, url: str | None = None, encoding: str | None = None, *, annotate: bool = True) -> Article: ...
def parse_text(text: str, headline: str | None = None, published: dt.date | None = None, url: str | None = None, *, annotate: bool = True) -> Article: ...
