"""
The article viewer: a page that shows what was found in an article, for people.

`page` puts it together: `marks` draws the text with what is marked in it, `panels` what stands beside it, and
`fragments` the links into the original page. Its style and script are files beside the modules.
"""
