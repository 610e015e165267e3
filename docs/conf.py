"""Configuration of the documentation: `sphinx-build -n -W -b html docs docs/_build/html`."""

import sys
from pathlib import Path

import newsmodel

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "newsmodel"
author = "The newsmodel authors"
copyright = "The newsmodel authors"
release = newsmodel.__version__
version = release

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "newsmodel_docs",
    "newsmodel_diagrams",
    "newsmodel_annotated",
]
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"newsmodel {release}"
html_static_path = ["_static"]
html_favicon = "_static/icon.svg"
html_copy_source = False
html_show_sourcelink = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# What is copied from an example is what one types: no prompts, no outputs; an empty line ends a block at the prompt.
copybutton_prompt_text = r">>> |\.\.\. ?|\$ "
copybutton_prompt_is_regexp = True
copybutton_copy_empty_lines = False

# Docstrings name things in single backticks, as they would in speech: `Article.text`.
default_role = "py:obj"
add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
maximum_signature_line_length = 88
napoleon_google_docstring = True
napoleon_numpy_docstring = False
python_use_unqualified_type_names = True

nitpicky = True
nitpick_ignore = []
nitpick_ignore_regex = [
    # Other projects' names, which a build without the network cannot link.
    ("py:.*", r"(attrs|cattrs|hypothesis|datetime|dt|enum|collections|lxml|click|rich|typing|st|os|pa|pyarrow)\..*"),
    # Python's own.
    ("py:.*", r"(int|str|bytes|bool|float|tuple|None|object|date|datetime|timezone|StrEnum|Enum|Exception|\w+Error)"),
    ("py:.*", r"(PathLike|BinaryIO)"),
]
