"""What Hypothesis calls, once newsmodel is installed beside it, to learn the strategies of the model's classes."""


def register() -> None:
    """
    Register the strategy of every class of the model.

    Functions are registered, not strategies, and everything is imported here: Hypothesis calls this in every test run
    on a machine where newsmodel is installed, and nothing may be built or drawn before it is asked for.
    """
    from hypothesis import strategies as st  # noqa: PLC0415

    import newsmodel.model as nm  # noqa: PLC0415
    import newsmodel.strategies as ns  # noqa: PLC0415

    st.register_type_strategy(nm.Answer, lambda _: ns.answers())
    st.register_type_strategy(nm.Article, lambda _: ns.articles())
    st.register_type_strategy(nm.Author, lambda _: ns.authors())
    st.register_type_strategy(nm.Block, lambda _: ns.blocks())
    st.register_type_strategy(nm.Dateline, lambda _: ns.datelines())
    st.register_type_strategy(nm.Event, lambda _: ns.events())
    st.register_type_strategy(nm.FiveW, lambda _: ns.five_ws())
    st.register_type_strategy(nm.Image, lambda _: ns.images())
    st.register_type_strategy(nm.Issue, lambda _: ns.issues())
    st.register_type_strategy(nm.Link, lambda _: ns.links())
    st.register_type_strategy(nm.Mention, lambda _: ns.mentions())
    st.register_type_strategy(nm.Participant, lambda _: ns.participants())
    st.register_type_strategy(nm.Place, lambda _: ns.places())
    st.register_type_strategy(nm.Provenance, lambda _: ns.provenances())
    st.register_type_strategy(nm.Publisher, lambda _: ns.publishers())
    st.register_type_strategy(nm.Quote, lambda _: ns.quotes())
    st.register_type_strategy(nm.Span, lambda _: ns.spans())
    st.register_type_strategy(nm.Speaker, lambda _: ns.speakers())
    st.register_type_strategy(nm.TimeExpression, lambda _: ns.time_expressions())
