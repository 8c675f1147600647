"""A Chromium without a network, and the report as a file."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from accord.model import Dispute
from accord.present import render_report
from accord.testing.dispute import make_dispute

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once; skip aloud where there is none."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser"))
    executable = os.environ.get("ACCORD_CHROMIUM") or next(filter(None, found), None)
    if executable is None:
        pytest.skip("no Chromium on the path: the report was not tried in a browser")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield started
        started.close()


class Opened:
    """A report in a page, with everything the page asked for or complained of."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self.complaints.append(message.text))

    def at(self, fragment: str = "") -> Page:
        """Open the report at a fragment."""
        self.page.goto(self.url + fragment)
        return self.page


@pytest.fixture
def open_report(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Write a dispute's report to a file and open it."""
    contexts: list[Any] = []
    opened: list[Opened] = []

    def open_(dispute: Dispute | None = None, **options: object) -> Opened:
        path = tmp_path / "report.html"
        path.write_text(render_report(dispute or make_dispute()), encoding="utf-8")
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        report = Opened(context.new_page(), path.as_uri())
        opened.append(report)
        return report

    yield open_
    for report in opened:
        beyond = [url for url in report.requests if not url.startswith("file://")]
        assert beyond == [], "the report asked the network for something"
        assert report.complaints == [], "the browser complained"
    for context in contexts:
        context.close()
