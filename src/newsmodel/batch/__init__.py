"""
Many pages: in worker processes, in order, within limits, from files, JSON Lines and web archives.

What one page costs stays with that page: a page that cannot be parsed, takes too long or ends its worker is a
`Failure` among the articles.
"""

from newsmodel.batch._inputs import read_pages
from newsmodel.batch._many import parse_many
from newsmodel.batch._pages import Failure, FailureCode, Limits, Page
from newsmodel.batch._run import Summary, run
from newsmodel.batch._worker import parse_page

__all__ = ["Failure", "FailureCode", "Limits", "Page", "Summary", "parse_many", "parse_page", "read_pages", "run"]
