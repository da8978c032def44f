"""From bytes to a text and what is known of it: pages, encodings, languages, faults."""

import html
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casualty_ledger.intake.documents import Document, Given, prepare
from casualty_ledger.intake.faults import UnusableDocument

NOTHING = Given()
ENGLISH = "The ministry said on Monday that about 2,000 soldiers had been killed in the east."
RUSSIAN = "В министерстве обороны сообщили, что в бою погибли около 200 солдат противника."
KOREAN = "국가정보원은 러시아에 파병된 북한군 약 2천 명이 전사한 것으로 추정한다고 밝혔다."


def page(head: str = "", body: str = f"<p>{ENGLISH}</p>", lang: str = "") -> bytes:
    attribute = f' lang="{lang}"' if lang else ""
    return f"<!doctype html><html{attribute}><head>{head}</head><body>{body}</body></html>".encode()


def linked(**parts: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **parts}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def read(raw: bytes, given: Given = NOTHING, name: str = "page.html") -> Document:
    return prepare(name, raw, given)


# Faults


@pytest.mark.parametrize(
    ("name", "raw", "fault"),
    [
        ("a.txt", b"", "is empty; expected a text"),
        ("a.txt", b" \n\t", "is empty; expected a text"),
        ("a.txt", b"one\ntw\xe9", "byte 0xe9 in line 2 is not valid UTF-8; expected UTF-8 text"),
        ("a.txt", "text".encode("utf-16"), "is UTF-16; expected UTF-8 text"),
        ("a.txt", b"PK\0\0", "holds null characters, so it is no text; expected UTF-8 text"),
        ("a.txt", b"12 34 56", "no language was found; expected more text, or --language"),
        ("a.html", page(body=""), "the page holds no text; expected a page with an article"),
        ("a.html", b"<html>\xff</html>", "byte 0xff in line 1 is not valid UTF-8; expected"),
        ("a.html", b"<html><meta charset=x-foo>\xff", "declares the unknown encoding x-foo"),
        ("a.html", b"<html><meta charset=euc-kr>\xff\xff", "is neither UTF-8 nor euc-kr"),
    ],
)
def test_a_document_that_can_not_be_used_says_why(name: str, raw: bytes, fault: str) -> None:
    with pytest.raises(UnusableDocument) as raised:
        read(raw, name=name)
    assert str(raised.value).startswith(fault)


def test_a_language_without_a_file_is_named_with_those_that_have_one() -> None:
    malay = b"Wakil menteri mengatakan kira-kira dua ratus askar telah terbunuh dalam pertempuran."
    with pytest.raises(UnusableDocument) as raised:
        read(malay, name="a.txt")
    assert "language ms (read from the text) is not supported; expected one of ar," in str(
        raised.value
    )


# Texts


def test_a_text_says_its_language_and_nothing_else() -> None:
    document = read(KOREAN.encode(), name="a.txt")
    assert (document.text, document.meta.language) == (KOREAN, "ko")
    assert list(document.inferred) == ["language"]
    assert (document.meta.published_on, document.meta.url, document.meta.title) == (
        None,
        None,
        None,
    )


def test_a_byte_order_mark_is_left_out() -> None:
    assert read(ENGLISH.encode("utf-8-sig"), name="a.txt").text == ENGLISH


def test_line_ends_stay_so_that_spans_count_the_file() -> None:
    assert read(f"{ENGLISH}\r\n{ENGLISH}\r\n".encode(), name="a.txt").text.count("\r\n") == 2


def test_a_page_is_one_whatever_its_file_is_called() -> None:
    assert read(page(), name="-").text == ENGLISH


@pytest.mark.parametrize(
    ("encoding", "declared", "text", "language"),
    [
        ("cp1251", "windows-1251", RUSSIAN, "ru"),
        ("cp949", "euc-kr", KOREAN, "ko"),
        ("utf-8", "utf-8", RUSSIAN, "ru"),
    ],
)
@pytest.mark.parametrize("name", ["a.html", "a.txt"])
def test_a_page_is_read_in_the_encoding_that_it_declares(
    encoding: str, declared: str, text: str, language: str, name: str
) -> None:
    raw = f"<html><head><meta charset='{declared}'></head><body><p>{text}</p></body></html>"
    document = read(raw.encode(encoding), name=name)
    assert (document.text, document.meta.language) == (text, language)


# The main text


def test_the_main_text_leaves_out_what_stands_around_the_article() -> None:
    body = f"""<nav><a href="/">Home, 17 new</a></nav><main><article><h1>Losses in the east</h1>
      <p>{ENGLISH}</p><p>{ENGLISH.replace("Monday", "Tuesday")}</p></article>
      <aside><p>More: 900 dead elsewhere</p></aside></main>
      <section class="comments"><p>500 killed, says a reader</p></section>
      <footer>Copyright 2025</footer><script>var killed = 300</script>"""
    assert read(page(body=body)).text.splitlines() == [
        "Losses in the east", "", ENGLISH, "", ENGLISH.replace("Monday", "Tuesday"),
    ]  # fmt: skip


def test_a_page_without_an_article_is_read_as_a_whole() -> None:
    body = f"<ul><li>{ENGLISH}</li></ul>"
    assert ENGLISH in read(page(body=body)).text


def test_the_headline_stands_above_the_text_once() -> None:
    head = linked(headline="About 2,000 killed")
    assert read(page(head)).text == f"About 2,000 killed\n\n{ENGLISH}"
    assert read(page(linked(headline="about 2,000 soldiers"))).text == ENGLISH


def test_space_inside_a_number_stays_what_it_was() -> None:
    text = read(page(body=f"<p>{ENGLISH} Ranenykh 2&nbsp;000, 3&#8239;000.</p>")).text
    assert "2\u00a0000, 3\u202f000" in text


# What a page says of itself


@pytest.mark.parametrize(
    ("head", "value", "where"),
    [
        (linked(datePublished="2025-09-03T01:02:03+09:00"), "2025-09-03", "JSON-LD"),
        (f"{linked(headline='x')}{linked(datePublished='2025-09-03')}", "2025-09-03", "JSON-LD"),
        (
            '<meta property="article:published_time" content="2025-09-03T18:04:00Z">',
            "2025-09-03", "article:published_time",
        ),
        ('<meta name="DC.date" content="2025-09-03">', "2025-09-03", "dc.date"),
        ('<meta itemprop="datePublished" content="2025-09-03">', "2025-09-03", "datepublished"),
        (
            f'{linked(datePublished="soon")}<meta name="date" content="2025-09-03">',
            "2025-09-03", "date",
        ),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', None, None),
        (f'<script type="application/ld+json">{"[" * 5000}</script>', None, None),
        ('<meta name="date" content="2025/09/03 10:00">', "2025-09-03", "date"),
        (
            '<meta name="pubdate" content="Wed, 03 Sep 2025 23:04:00 +0300">',
            "2025-09-03", "pubdate",
        ),
        (
            '<link rel="canonical" href="https://post.example/a/2025/09/03/losses">',
            "2025-09-03", "concluded from the address",
        ),
        (
            '<meta name="date" content="2025-09-04">'
            '<link rel="canonical" href="https://post.example/a/2025/09/03/losses">',
            "2025-09-04", "date",
        ),
        ('<link rel="canonical" href="https://post.example/2025/09/39/x">', None, None),
        (linked(dateModified="2025-09-04"), None, None),
        ('<meta name="date" content="2025-13-41">', None, None),
    ],
)  # fmt: skip
def test_the_day_of_publication(head: str, value: str | None, where: str | None) -> None:
    found = read(page(head)).inferred.get("published_on")
    assert (found and found.value, found and found.where) == (value, where)


@pytest.mark.parametrize(
    ("times", "day"),
    [
        (["2025-09-03T10:00", "2025-09-03T22:00"], date(2025, 9, 3)),
        (["2025-09-03", "2025-09-04"], None),
        (["10:00"], None),
    ],
)
def test_time_elements_count_where_they_agree(times: list[str], day: date | None) -> None:
    body = "".join(f'<time datetime="{time}">then</time>' for time in times) + f"<p>{ENGLISH}</p>"
    assert read(page(body=body)).meta.published_on == day


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (linked(publisher={"@type": "Organization", "name": "Example Post"}), "Example Post"),
        (linked(publisher=[{"name": " "}, {"name": "Example\n Post"}]), "Example Post"),
        (linked(publisher="Example &amp; Post"), "Example & Post"),
        ('<meta property="og:site_name" content="Example Post">', "Example Post"),
        ("", None),
    ],
)
def test_the_publisher(head: str, publisher: str | None) -> None:
    assert read(page(head)).meta.publisher == publisher


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://post.example/a">', "https://post.example/a"),
        (
            '<link rel="canonical" href="/a"><meta property="og:url" content="https://post.example/b">',
            "https://post.example/b",
        ),
        (linked(mainEntityOfPage={"@id": "https://post.example/c"}), "https://post.example/c"),
        (linked(url="https://post.example/d"), "https://post.example/d"),
        ('<link rel="canonical" href="/a">', None),
    ],
)
def test_the_address(head: str, url: str | None) -> None:
    assert read(page(head)).meta.url == url


def test_articles_are_found_in_graphs_and_lists() -> None:
    article = {"@type": ["Thing", "ReportageNewsArticle"], "datePublished": "2025-09-03"}
    data = [{"@type": "WebSite", "datePublished": "1999-01-01"}, {"@graph": [article]}]
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    assert read(page(script)).meta.published_on == date(2025, 9, 3)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (linked(headline="From data"), "<h1>From heading</h1>", "From data"),
        ('<meta property="og:title" content="From meta">', "<h1>From heading</h1>", "From meta"),
        ("<title>From title</title>", "<h1>From <b>heading</b></h1>", "From heading"),
        ("<title>From title</title>", "<h1>Site</h1><h1>Two</h1>", "From title"),
    ],
)
def test_the_headline(head: str, body: str, title: str) -> None:
    assert read(page(head, f"{body}<p>{ENGLISH}</p>")).inferred["title"].value == title


def test_the_day_in_a_given_address_is_concluded_and_a_given_day_is_not() -> None:
    url = "https://post.example/2025-09-03/losses"
    document = read(page(), Given(url=url))
    assert (document.meta.published_on, document.day_is_concluded) == (date(2025, 9, 3), True)
    document = read(page(), Given(url=url, published_on=date(2025, 9, 4)))
    assert (document.meta.published_on, document.day_is_concluded) == (date(2025, 9, 4), False)


# Languages and what a person says


@pytest.mark.parametrize(
    ("text", "lang", "language", "where"),
    [
        (ENGLISH, "ru", "en", "read from the text"),
        ("7 + 5", "pt-BR", "pt", "lang of the page"),
        ("7 + 5", "nb-NO", "no", "lang of the page"),
        (
            "Ministarstvo je saopćilo da je poginulo oko 200 vojnika u borbama na istoku.",
            "hr", "hr", "lang of the page",
        ),
    ],
)  # fmt: skip
def test_the_language_of_the_text_goes_before_that_of_the_template(
    text: str, lang: str, language: str, where: str
) -> None:
    document = read(page(body=f"<p>{text}</p>", lang=lang))
    assert (document.meta.language, document.inferred["language"].where) == (language, where)


def test_what_a_person_says_goes_before_what_the_page_says() -> None:
    head = linked(datePublished="2025-09-03", url="https://post.example/a", inLanguage="en")
    given_ = Given("pt-BR", date(2024, 1, 2), "https://post.example/b")
    document = read(page(head, lang="en"), given_)
    assert document.meta.language == "pt"
    assert document.meta.published_on == date(2024, 1, 2)
    assert document.meta.url == "https://post.example/b"
    assert not {"language", "published_on", "url"} & set(document.inferred)


# Whatever comes in


def outcome(name: str, raw: bytes) -> str:
    """The text of a document, or its fault."""
    try:
        return prepare(name, raw, Given("en")).text
    except UnusableDocument as fault:
        return str(fault)


@settings(max_examples=200)
@given(st.sampled_from(["a.txt", "a.html"]), st.binary(max_size=400))
def test_no_bytes_give_another_error(name: str, raw: bytes) -> None:
    assert outcome(name, raw).strip()


@settings(max_examples=100)
@given(st.text(max_size=300))
def test_text_in_a_page_is_kept_or_refused(text: str) -> None:
    assert outcome("a.html", page(body=f"<p>{html.escape(text)}</p>")).strip()
