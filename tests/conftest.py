"""
The Hypothesis profiles: `dev` at the desk, `ci` where CI is set, `nightly` for long runs.

`smoke` is `ci` with few examples, for every test, and `glance` with fewer, for every other Python; `ci` itself is for
the laws alone.
"""

import os

from hypothesis import settings
from hypothesis.errors import InvalidArgument

try:
    parent = settings.get_profile("ci")
except InvalidArgument:  # the oldest Hypothesis we run with has no profile for CI of its own
    parent = settings(derandomize=True, deadline=None, database=None, print_blob=True)

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("smoke", parent, max_examples=25)
settings.register_profile("glance", parent, max_examples=8)
settings.register_profile("ci", parent, max_examples=500)
settings.register_profile("nightly", parent, max_examples=10_000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))
