"""The command `media-monitor`."""

import argparse
from pathlib import Path

from media_monitor.quoted import quotes_in, read_articles
from media_monitor.report import write_csv, write_page


def main(arguments: list[str] | None = None) -> int:
    """Write the report for a folder of pages; return the exit code."""
    parser = argparse.ArgumentParser(prog="media-monitor", description="Who is quoted in a folder of news pages.")
    parser.add_argument("pages", type=Path, help="a folder of .html files")
    parser.add_argument("--out", type=Path, required=True, help="where quotes.csv and speakers.html are written")
    options = parser.parse_args(arguments)
    articles = list(read_articles(options.pages))
    quotes = [quote for page, article in articles for quote in quotes_in(page, article)]
    options.out.mkdir(parents=True, exist_ok=True)
    write_csv(options.out / "quotes.csv", quotes)
    write_page(options.out / "speakers.html", quotes)
    speakers = {quote.speaker for quote in quotes}
    pages = len(list(options.pages.glob("*.html")))
    print(f"{pages} pages: {len(articles)} articles, {len(quotes)} quotes by {len(speakers)} speakers")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
