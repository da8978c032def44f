"""What the reader makes of texts, field by field."""

from datetime import date

import pytest

from casualty_ledger.extract import Confidence, Found, Meta, extract
from casualty_ledger.extract.marking.gate import watched
from casualty_ledger.extract.marking.pack import FaultyLanguageFileError, make_pack, pack
from casualty_ledger.extract.names import Names
from casualty_ledger.extract.registers import read_names
from casualty_ledger.load import dataset_folder
from casualty_ledger.numbers import UnknownLanguage, languages

NAMES = read_names(dataset_folder())
DAY = date(2025, 9, 3)  # a Wednesday


def read(text, language="en", day=DAY, **meta):
    return extract(text, Meta("text", language, day, **meta), NAMES)


def value(candidate):
    stated = (candidate.value_low, candidate.value_best, candidate.value_high)
    return tuple(number for number in stated if number is not None)


def figures(text, language="en", **meta):
    return [
        (*value(one), one.bound.value, one.measure.value) for one in read(text, language, **meta)
    ]


def test_choices_in_braces_are_spelled_out():
    claims = make_pack("xx", {"joiners": ["{,the} {ministry,minister} said", "plain"]})
    assert [form for form, _, _ in claims.forms] == [
        "ministry said", "minister said", "the ministry said", "the minister said", "plain",
    ]  # fmt: skip


def test_the_founding_article():
    path = dataset_folder().parent / "seeds/documents/2025-09-03-putin-kim-beijing.txt"
    if not path.exists():
        pytest.skip("a checkout is needed")
    found = read(path.read_text(encoding="utf-8"), "ro")
    nis = ("kr-nis", "Lee Seong-kweun", ("reuters",))
    rows = [
        (
            one.number_span,
            *value(one),
            one.bound.value,
            one.measure.value,
            one.population,
            one.place,
            one.claimant,
            one.spokesperson,
            one.relayed_by,
            one.as_of_start,
            one.scope.value,
        )
        for one in found
    ]
    forces = "prk-forces"
    assert rows == [
        ((1583, 1588), 2000, "exact", "killed", forces, None, *nis, None, "cumulative"),
        ((1668, 1685), 2000, "about", "killed", forces, None, *nis, None, "cumulative"),
        ((1913, 1925), 10000, "more_than", "deployed", forces, "ru-kursk", "kr-western-intelligence", None, ("reuters",), "2024", "cumulative"),
        ((2183, 2188), 6000, "exact", "planned", forces, None, "kr-officials", None, ("reuters",), None, "plan"),
        ((2255, 2260), 6000, "exact", "planned", forces, None, *nis, None, "plan"),
        ((2273, 2290), 1000, "about", "arrived", forces, "ru", *nis, None, "cumulative"),
    ]  # fmt: skip
    assert [one.same_as for one in found] == [None, (1583, 1588), None, None, None, None]
    assert found[0].claimant_basis is Found.DOCUMENT


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Kyiv said 300 soldiers were killed and 2,700 wounded.", [(300, "exact", "killed"), (2700, "exact", "wounded")]),
        ("en", "North Korea sent 10,000 to 12,000 troops, Seoul said.", [(10000, 12000, "between", "deployed")]),
        ("en", "North Korea plans to send 6,000 more troops.", [(6000, "exact", "planned")]),
        ("en", "North Korea could send up to 100,000 troops.", [(100000, "up_to", "planned")]),
        ("en", "Some 4,700 North Koreans were killed or wounded.", [(4700, "about", "casualties")]),
        ("en", "Of the 11,000 North Koreans sent, 4,000 were killed.", [(11000, "exact", "deployed"), (4000, "exact", "killed")]),
        ("en", "4,000 of the 12,000 North Korean soldiers were killed.", [(4000, "exact", "killed"), (12000, "exact", "deployed")]),
        ("en", "About 2,000 troops sent to fight for Russia were killed.", [(2000, "about", "killed")]),
        ("en", "Russia moved 1,000 engineers and 5,000 builders from North Korea.", [(1000, "exact", "deployed"), (5000, "exact", "deployed")]),
        ("en", "The 528th Regiment of North Korea spent 120 days in Kursk in 2025.", []),
        ("en", "On 12 October 2024 Russia fired 3,500 shells over 40 square kilometres.", []),
        ("en", "North Korean losses reached several hundred.", [("vague", "losses")]),
        ("uk", "Втрати КНДР становлять 4 тис. убитими й пораненими.", [(4000, "exact", "casualties")]),
        ("uk", "КНДР планує відправити 3,5–4 тисячі солдатів.", [(3500, 4000, "between", "planned")]),
        ("ru", "По словам Шойгу, КНДР направит тысячу саперов.", [(1000, "exact", "planned")]),
        ("ru", "Погибли не менее 30 северокорейских солдат.", [(30, "at_least", "killed")]),
        ("en", "Russia lost 236,000 soldiers (killed and wounded).", [(236000, "exact", "casualties")]),
        ("en", "Russia lost over 62,000 soldiers and more than 4,500 North Koreans.", [(62000, "more_than", "losses"), (4500, "more_than", "losses")]),
        ("en", "Some 40% of the North Korean soldiers were killed.", []),
        ("uk", "Втрати РФ: особового складу - 689 040, танки - 9113 (+4), літаки - 369.", [(689040, "exact", "losses")]),
        ("pl", "Żołnierze 528. Pułku z Korei Północnej wrócili.", []),
        ("ro", "Peste 10.000 de soldați nord-coreeni au fost trimiși în Rusia.", [(10000, "more_than", "deployed")]),
    ],
)  # fmt: skip
def test_values_bounds_and_measures(language, text, expected):
    assert figures(text, language) == expected


@pytest.mark.parametrize(
    ("text", "population", "basis"),
    [
        ("Kyiv said 300 North Korean soldiers were killed.", "prk-forces", Found.PHRASE),
        ("Kyiv said Russia lost 300 soldiers.", "rus-forces", Found.SENTENCE),
        ("Ukrainian troops killed 300 North Korean soldiers.", "prk-forces", Found.PHRASE),
        ("Ukraine lost 40 men fighting against Russian forces.", "ukr-forces", Found.SENTENCE),
        ("North Korean troops are in Kursk. 300 soldiers were killed.", "prk-forces", Found.EARLIER_SENTENCE),
        ("300 soldiers were killed, Kyiv said. They were North Korean troops.", "prk-forces", Found.DOCUMENT),
        ("About 200 Russian and North Korean soldiers were killed.", "rus-prk-forces", Found.PHRASE),
        ("North Korea sent 1,000 sappers to Russia.", "prk-engineers", Found.SENTENCE),
        ("North Korea sent 500 officers to Russia.", "prk-officers", Found.SENTENCE),
    ],
)  # fmt: skip
def test_forces(text, population, basis):
    (found,) = read(text)
    assert (found.population, found.population_basis) == (population, basis)


def test_a_subject_stands_in_where_a_text_names_no_force():
    (found,) = read("The Pentagon said 300 soldiers were killed.", subject="KP")
    assert (found.population, found.population_basis) == ("prk-forces", Found.DOCUMENT)
    (found,) = read("The Pentagon said 300 soldiers were killed.")
    assert (found.population, found.population_basis) == ("soldiers", Found.PHRASE)


@pytest.mark.parametrize(
    ("language", "text", "claimant", "person", "relayers"),
    [
        ("en", "The NIS said 300 North Koreans were killed.", "kr-nis", None, ()),
        ("en", "Seoul's spy agency said 300 North Koreans were killed.", "kr-nis", None, ()),
        ("en", "300 North Koreans were killed, according to the Pentagon.", "us-dod", None, ()),
        ("en", "Pentagon spokeswoman Sabrina Singh said 300 North Koreans were killed.", "us-dod", "Sabrina Singh", ()),
        ("en", "300 North Koreans were killed, Kyiv said, Reuters reported.", "ua-officials", None, ("reuters",)),
        ("en", "Yonhap, citing the NIS, reported 300 North Korean dead.", "kr-nis", None, ("yonhap",)),
        ("en", "Zelensky said North Korea lost 300 soldiers.", "ua-president", "Zelensky", ()),
        ("en", "South Korean and Western intelligence say 300 North Koreans died.", "kr-western-intelligence", None, ()),
        ("uk", "За даними південнокорейської розвідки, загинули 300 солдатів КНДР.", "kr-nis", None, ()),
        ("ru", "По словам Шойгу, КНДР направит тысячу саперов.", "ru-security-council", "Шойгу", ()),
        ("ro", "Pentagonul a anunțat că 300 de soldați nord-coreeni au murit.", "us-dod", None, ()),
    ],
)  # fmt: skip
def test_claimants(language, text, claimant, person, relayers):
    (found,) = read(text, language)
    assert (found.claimant, found.spokesperson, found.relayed_by) == (claimant, person, relayers)
    assert found.claimant_basis is Found.SENTENCE


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("The NIS said 300 North Korean soldiers were killed.", "high"),
        ("The NIS and the Pentagon said 300 North Korean soldiers were killed.", "medium"),
        ("Seoul said 300 North Korean soldiers were killed.", "medium"),
        ("300 North Korean soldiers were killed.", "medium"),
        ("The NIS said several hundred North Korean soldiers were killed.", "medium"),
        ("The NIS said 300 North Korean soldiers sent to Kursk could be fighting.", "medium"),
        ("The NIS said the North Koreans are 300.", "low"),
    ],
)
def test_confidence_is_high_only_where_no_other_reading_is_near(text, tier):
    (found,) = read(text)
    assert found.confidence.value == tier


def test_a_claimant_carries_on():
    first, second = read("The NIS said 300 North Koreans were killed. Another 40 were wounded.")
    assert second.claimant == first.claimant == "kr-nis"
    assert second.claimant_basis is Found.EARLIER_SENTENCE


@pytest.mark.parametrize(
    ("language", "text", "claimant"),
    [
        ("ru", "ВСУ потеряли 300 солдат. Об этом сообщили в Минобороны России.", "ru-mod"),
        ("en", "300 North Koreans were killed. This was reported by the Pentagon.", "us-dod"),
        ("en", "300 North Koreans were killed - Pentagon\nThe rest follows.", "us-dod"),
        ("uk", "Загинули 300 солдатів КНДР. Про це повідомив Зеленський.", "ua-president"),
    ],
)
def test_a_claimant_who_is_named_after_the_figure(language, text, claimant):
    assert read(text, language)[0].claimant == claimant


@pytest.mark.parametrize(
    ("language", "text", "claimant"),
    [
        ("en", "Shoigu spoke in Moscow. Kim decided to send 1,000 sappers, he said.", "ru-security-council"),
        ("en", "Foreign Minister of Ukraine Andrii Holub spoke. 300 North Koreans died, said Holub.", "ua-mfa"),
        ("en", "US President Donald Trump: 300 North Koreans died.", "Donald Trump"),
        ("en", "According to the project Open Rolls, 300 North Koreans died.", "Open Rolls"),
        ("en", "The BBC identified 300 dead Russian soldiers.", "bbc"),
        ("en", "Russia said it killed 300 Ukrainians. So the Russian Defence Ministry put it.", "ru-mod"),
        ("en", "The NIS spoke to lawmakers. Seoul put the North Korean dead at 300.", "kr-nis"),
        ("en", "\"Today 300 North Koreans died. We honour nobody for it,\" the Pentagon said.", "us-dod"),
        ("pl", "Putin stracił 300 żołnierzy\nPodał to Pentagon.", "us-dod"),
        ("ro", "Planurile Phenianului nu se opresc: alți 300 de soldați vin, a spus Pentagonul.", "us-dod"),
    ],
)  # fmt: skip
def test_a_claimant_whom_the_text_makes_known(language, text, claimant):
    assert read(text, language)[-1].claimant == claimant


def test_a_headline_counts_what_the_text_under_it_counts():
    headline, body = read("300 North Koreans\nThe NIS said 300 North Koreans were killed.")
    assert (headline.measure, headline.same_as) == (body.measure, None)
    assert body.measure.value == "killed"


@pytest.mark.parametrize(
    ("text", "claimed_on", "start", "end"),
    [
        ("The NIS said on Tuesday that 300 North Koreans were killed.", "2025-09-02", None, None),
        ("The NIS said on 30 April that 300 North Koreans were killed.", "2025-04-30", None, None),
        ("The NIS said 300 North Koreans were killed since October 2024.", None, "2024-10", None),
        ("North Korea sent 10,000 soldiers last year, the NIS said.", None, "2024", "2024"),
    ],
)
def test_dates(text, claimed_on, start, end):
    (found,) = read(text)
    assert (found.claimed_on, found.as_of_start, found.as_of_end) == (claimed_on, start, end)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Russia lost 1,200 soldiers per day, Kyiv said.", "period"),
        ("Some 10,000 North Koreans are in Kursk, Kyiv said.", "stock"),
        ("North Korea will send 6,000 soldiers, Kyiv said.", "plan"),
        ("North Korea has lost 600 soldiers so far, Kyiv said.", "cumulative"),
    ],
)
def test_scopes(text, scope):
    (found,) = read(text)
    assert found.scope.value == scope


@pytest.mark.parametrize("language", [code for code in languages() if not pack(code).stated])
def test_a_language_without_claims_gives_values_and_bounds(language):
    found = read("2.400", language)
    assert [(value(one), one.bound.value, one.confidence) for one in found] == [
        ((2400,), "exact", Confidence.LOW)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The council voted 7 to 4 to raise taxes by $120 for 3,000 households, killing a plan.",
        "",
        "Two hundred people were killed in the flood.",
    ],
)
def test_a_text_that_names_no_watched_party_is_passed_over(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("language", "text", "populations"),
    [
        ("en", "Sudanese soldiers killed 30 M23 rebels near Goma. Another 12 were wounded.", ["M23 rebels", "M23 rebels"]),
        ("en", "300 Polish soldiers are training in Ukraine.", ["Polish soldiers"]),
        ("ru", "В Хартуме погибли 40 суданских солдат.", ["суданских солдат"]),
        ("fr", "Au moins 30 soldats maliens ont été tués.", ["soldats maliens"]),
        ("de", "Mindestens 30 sudanesische Soldaten wurden getötet.", ["sudanesische Soldaten"]),
        ("ko", "수단군 병사 30명이 숨졌다.", ["수단군 병사"]),
        ("en", "Insurgents killed 30 soldiers.", ["soldiers"]),
        ("en", "The strike on Kyiv killed 12 civilians and 30 Ukrainian soldiers.", ["civilians", "ukr-forces"]),
    ],
)  # fmt: skip
def test_a_force_that_no_register_knows_has_its_name_as_printed(language, text, populations):
    assert [one.population for one in read(text, language)] == populations


@pytest.mark.parametrize(
    "text",
    [
        "The flood killed 200 people, and soldiers rescued 300 residents of the valley.",
        "The museum shows 300 soldiers made of tin.",
        "Troops were on alert while 4,000 visitors came to the fair.",
    ],
)
def test_a_text_with_soldiers_and_no_count_of_them_gives_nothing(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "About 2,000 people attended a rally in Seoul, police said."),
        ("en", "Some 30,000 Russians went abroad, a ministry in Moscow said."),
        ("uk", "У Києві понад 500 людей взяли участь у марші."),
        ("ru", "В Москве 20 человек пострадали при пожаре."),
        ("de", "In Kiew nahmen 3000 Menschen an einer Kundgebung teil."),
        ("ko", "러시아를 방문한 관광객은 3만명으로 집계됐다."),
        ("zh", "去年有3万名俄罗斯游客到访。"),
    ],
)
def test_a_text_that_names_a_party_and_speaks_of_no_force_gives_nothing(language, text):
    assert read(text, language) == []


def test_what_is_watched_follows_from_the_registers():
    row = {"population_id": "sdn-forces", "name": "Forces of Sudan", "party": "SD"}
    names = Names.from_rows(populations=[row])
    assert watched(names) == {"SD"}
    assert watched(NAMES) == {"KP", "KR", "RU", "UA"}


def test_the_ministry_alone_is_that_of_the_language_unless_the_text_named_another():
    (found,) = read("According to the Ministry of Defence, Russia lost 300 soldiers.")
    assert found.claimant == "gb-mod"
    found = read(
        "Ukraine's Ministry of Defence spoke. The Ministry of Defence said Russia lost 300 men."
    )
    assert found[-1].claimant == "ua-mod"


def test_an_unknown_language_is_an_error():
    with pytest.raises(UnknownLanguage):
        read("300", "xx")


@pytest.mark.parametrize(
    ("claims", "fault"),
    [
        ({"peopel": {}}, "peopel: unknown key"),
        ({"events": {"slain": ["slain"]}}, "events.slain: unknown"),
        ({"statuses": {"planned": "will"}}, "expected a list"),
        ({"months": {"13": ["smarch"]}}, "months.13: unknown"),
        ({"joiners": ["and", ""]}, "joiners: '', expected a word"),
        ({"joiners": ["and {,}", "{a,}*"]}, "joiners: '{a,}*', expected a word"),
        ({"joiners": ["{a,b"]}, "joiners: '{a,b', expected choices"),
        ({"matching": "letters"}, "matching: 'letters'"),
        ({"events": ["killed"]}, "expected a table"),
        ({"days": {"last": ["x"]}}, "days.last: expected a whole number"),
        ({"head_before": "yes"}, "head_before: 'yes'"),
        ({"event_side": "left"}, "event_side: 'left'"),
    ],
)
def test_faults_of_a_language_file(claims, fault):
    with pytest.raises(FaultyLanguageFileError, match="claims") as error:
        make_pack("xx", claims)
    assert fault in str(error.value)


def test_all_faults_are_listed_at_once():
    with pytest.raises(FaultyLanguageFileError) as error:
        make_pack("xx", {"a": 1, "b": 2})
    assert len(str(error.value).splitlines()) == 2


def test_a_new_language_needs_a_file_and_no_code(monkeypatch):
    claims = {
        "people": {"forces": ["grunk*"]},
        "events": {"killed": ["blarg*"]},
        "countries": {"KP": ["norko*"]},
    }
    made = make_pack("en", claims)
    monkeypatch.setattr("casualty_ledger.extract.text.pack_for", lambda language, text: made)
    (found,) = extract("Blarged 300 norkoan grunks", Meta("text", "en"), NAMES)
    assert (found.measure.value, found.population) == ("killed", "prk-forces")


def test_without_registers_names_stand_as_printed():
    (found,) = extract(
        "The NIS said 300 soldiers of North Korea were killed.",
        Meta("text", "en"),
        Names.from_rows(),
    )
    assert (value(found), found.population) == ((300,), "soldiers of North Korea")
