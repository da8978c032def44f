"""Who published a page: by its host, or else by the name that it gives itself."""

import pytest

from casualty_ledger.extract.document import Meta
from casualty_ledger.intake.documents import Given, prepare
from casualty_ledger.intake.publishers import Publishers

PUBLISHERS = Publishers.from_rows(
    [
        {"publisher_id": "xa-press", "name": "Northern Press", "hosts": "press.example;np.example"},
        {"publisher_id": "xa-sport", "name": "Sport", "hosts": "sport.press.example"},
        {"publisher_id": "xb-post", "name": "The Post", "aliases": "Post;Пошта", "hosts": ""},
    ]
)


@pytest.mark.parametrize(
    ("url", "name", "publisher"),
    [
        ("https://www.press.example/1", None, "xa-press"),
        ("https://np.example:8080/1", "Else", "xa-press"),
        ("https://live.sport.press.example/1", None, "xa-sport"),
        ("https://xpress.example/1", None, None),
        ("https://else.example", "the POST ", "xb-post"),
        (None, "пошта", "xb-post"),
        (None, "xb-post", "xb-post"),
        ("https://[bad", None, None),
        (None, " ", None),
        (None, None, None),
    ],
)
def test_a_publisher_is_found_by_host_or_name(
    url: str | None, name: str | None, publisher: str | None
) -> None:
    assert PUBLISHERS.find(url, name) == publisher


def known(given: Given, head: str = "") -> tuple[Meta, str | None]:
    page = f"<html><head>{head}</head><body><p>Nobody was killed.</p></body></html>"
    document = prepare("a.html", page.encode(), given, PUBLISHERS)
    found = document.inferred.get("publisher")
    return document.meta, found and found.where


def test_the_host_goes_before_the_name_of_the_page() -> None:
    site = '<meta property="og:site_name" content="The Post">'
    link = '<link rel="canonical" href="https://press.example/a">'
    for head, url in ((site + link, None), (site, "https://press.example/b")):
        meta, where = known(Given("en", url=url), head)
        assert (meta.publisher, where) == ("xa-press", "register, by the host of the address")


def test_a_name_becomes_the_id_where_the_register_knows_it() -> None:
    assert known(Given("en"), '<meta property="og:site_name" content="POST">') == (
        Meta("a.html", "en", publisher="xb-post"), "og:site_name",
    )  # fmt: skip
    meta, _ = known(Given("en"), '<meta property="og:site_name" content="Else">')
    assert meta.publisher == "Else"
