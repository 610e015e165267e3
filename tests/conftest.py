"""The Hypothesis profiles: `dev` at the desk, `ci` where CI is set, `nightly` for long runs."""

import os

from hypothesis import settings

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("ci", settings.get_profile("ci"), max_examples=500)
settings.register_profile("nightly", settings.get_profile("ci"), max_examples=10_000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))
