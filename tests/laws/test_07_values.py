"""Law 7: evolving, copying, pickling and hashing agree with equality."""

import copy
import os
import pickle
import subprocess
import sys

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmodel import model, strategies
from newsmodel.model import Article

CLASSES = [cls for cls in vars(model).values() if attrs.has(cls)]
ANY = st.sampled_from(CLASSES).flatmap(st.from_type)


@given(ANY)
def test_a_copy_is_equal_and_hashes_the_same(thing: object) -> None:
    """Whatever way an object is copied, it is equal to its copy, and a set holds the two once."""
    copies = (
        copy.copy(thing),
        copy.deepcopy(thing),
        pickle.loads(pickle.dumps(thing)),
        attrs.evolve(thing),  # type: ignore[misc]
    )
    for other in copies:
        assert other == thing
        assert (other != thing) is False
        assert hash(other) == hash(thing)
        assert {thing, other} == {thing}


@given(ANY, ANY)
def test_equal_objects_have_equal_fields(a: object, b: object) -> None:
    """Objects are equal if they are of the same class and their fields are."""
    same = type(a) is type(b) and attrs.astuple(a, recurse=False) == attrs.astuple(b, recurse=False)  # type: ignore[arg-type]
    assert (a == b) is same
    if same:
        assert hash(a) == hash(b)


@given(strategies.articles(), st.data())
def test_changing_a_field_and_back_gives_an_equal_article(article: Article, data: st.DataObject) -> None:
    """`evolve` changes what it is told to and nothing else."""
    headline = data.draw(strategies.words())
    changed = attrs.evolve(article, headline=headline)
    assert changed.headline == headline
    assert (changed == article) is (article.headline == headline)
    assert attrs.evolve(changed, headline=article.headline) == article


@given(ANY)
def test_objects_cannot_be_changed(thing: object) -> None:
    """Fields cannot be set, nor others added."""
    for name in (*(field.name for field in attrs.fields(type(thing))), "other"):  # type: ignore[arg-type]
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            setattr(thing, name, None)


@given(strategies.articles())
@settings(max_examples=3)
def test_a_pickle_is_read_in_another_process(article: Article) -> None:
    """A hash that was taken before pickling is not carried to where hashes are others."""
    hash(article)
    code = "import pickle, sys; a = pickle.load(sys.stdin.buffer); b = pickle.loads(pickle.dumps(a)); assert {a} == {b}"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code], input=pickle.dumps(article), env=environment, check=True)
