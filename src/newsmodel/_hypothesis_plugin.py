"""What Hypothesis calls when it is first used, so that `st.from_type` knows our types."""


def register() -> None:
    """Register a strategy for every type of the model."""
