"""Short articles of our own: what a figure takes from the sentences around it."""

from datetime import date

import pytest

from casualty_ledger.extract import Meta, extract
from casualty_ledger.extract.registers import read_names
from casualty_ledger.load import dataset_folder

DAY = date(2025, 9, 3)
ARTICLES = [
    (
        "en",
        "UK intelligence: Russia's losses top 1 million\n"
        "Russia has suffered over 1 million casualties since the start, says the latest update.\n"
        "Of these, roughly 240,000 were killed. The average daily loss stood at 1,130 in May.",
        [
            (1_000_000, "losses", "rus-forces", "gb-mod"),
            (1_000_000, "casualties", "rus-forces", "gb-mod"),
            (240_000, "killed", "rus-forces", "gb-mod"),
            (1_130, "losses", "rus-forces", "gb-mod"),
        ],
    ),
    (
        "en",
        "Zelensky visited the front. Speaking to troops, the president said that 41,000 Ukrainian "
        "soldiers had been killed. Russia, he claimed, had lost 190,000 killed.\n"
        "Donald Trump wrote that close to 500,000 Russians had been killed or wounded.",
        [
            (41_000, "killed", "ukr-forces", "ua-president"),
            (190_000, "killed", "rus-forces", "ua-president"),
            (500_000, "casualties", "rus-forces", "Donald Trump"),
        ],
    ),
    (
        "ru",
        "Сеул: КНДР потеряла 500 военных\n"
        "Об этом рассказал депутат Ли Сон Гвон после брифинга разведки. По его словам, всего были "
        "отправлены 14 тысяч военнослужащих, общие потери - 4500 человек.\n"
        "Ранее глава Пентагона Ллойд Остин говорил о 9 тысячах военных.",
        [
            (500, "losses", "prk-forces", "kr-nis"),
            (14_000, "deployed", "prk-forces", "kr-nis"),
            (4_500, "losses", "prk-forces", "kr-nis"),
            (9_000, "strength", "prk-forces", "us-dod"),
        ],
    ),
    (
        "uk",
        "Генштаб: за добу ворог втратив 1230 військових\n"
        "Загальні втрати росіян сягнули 920 тисяч осіб, знищено також 7 танків і 21 машину.\n"
        "За оцінкою британської розвідки, середньодобові втрати становлять 1180 осіб.",
        [
            (1_230, "losses", "rus-forces", "ua-general-staff"),
            (920_000, "losses", "rus-forces", "ua-general-staff"),
            (1_180, "losses", "rus-forces", "gb-mod"),
        ],
    ),
    (
        "it",
        "Corea del Nord, 1.900 soldati uccisi secondo Seul\n"
        "Ad aprile la stima era di almeno 500 morti. Dei 5.000 uomini promessi, circa 900 sono già "
        "arrivati in Russia, ha detto il deputato Lee Seong-kweun.",
        [
            (1_900, "killed", "prk-forces", "kr-nis"),
            (500, "killed", "prk-forces", "kr-nis"),
            (5_000, "planned", "prk-forces", "kr-nis"),
            (900, "arrived", "prk-forces", "kr-nis"),
        ],
    ),
    (
        "tr",
        "Güney Kore: 1 bin 900 Kuzey Kore askeri öldü\n"
        "Milletvekili Lee Seong-kweun, istihbaratın bu sayıyı nisanda en az 500 olarak açıkladığını "
        "hatırlattı. Lee, 5 bin askerin daha gönderileceğini söyledi.",
        [
            (1_900, "killed", "prk-forces", "kr-nis"),
            (500, "killed", "prk-forces", "kr-nis"),
            (5_000, "planned", "prk-forces", "kr-nis"),
        ],
    ),
    (
        "zh",
        "韩情报机构：朝军约1900人阵亡\n"
        "韩国国家情报院2日报告称，约有1900名朝军士兵在俄罗斯阵亡。今年4月公布的数字是至少500人。",
        [
            (1_900, "killed", "prk-forces", "kr-nis"),
            (1_900, "killed", "prk-forces", "kr-nis"),
            (500, "killed", "prk-forces", "kr-nis"),
        ],
    ),
]


def value(candidate):
    stated = (candidate.value_low, candidate.value_best, candidate.value_high)
    return next(number for number in stated if number is not None)


@pytest.mark.parametrize(("language", "text", "figures"), ARTICLES)
def test_a_figure_takes_from_its_article_what_its_sentence_does_not_say(language, text, figures):
    names = read_names(dataset_folder())
    found = extract(text, Meta("article", language, DAY), names)
    read = [(value(one), one.measure.value, one.population, one.claimant) for one in found]
    assert read == figures
