__all__ = ['BatchError', 'FormatError', 'InvariantError', 'MissingExtraError', 'NewsmodelError', 'ParseError', 'Problem', 'UnknownFormatError', 'WrongTypeError']
class BatchError(NewsmodelError, RuntimeError):
    ...
class FormatError(NewsmodelError, ValueError):
    path = path
    reason = reason
class InvariantError(NewsmodelError, ValueError):
    problems = problems
class MissingExtraError(NewsmodelError, ImportError):
    extra = extra
    needs = needs
class NewsmodelError(Exception):
    ...
class ParseError(NewsmodelError, ValueError):
    ...
class Problem:
    field: str
    value: object
    expected: str
class UnknownFormatError(NewsmodelError, LookupError):
    name = name
    known = known
    lacking = lacking
class WrongTypeError(NewsmodelError, TypeError):
    problem = problem
