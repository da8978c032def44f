"""Sentences of our own in Korean, Japanese, Chinese, Arabic and Turkish, and the figures in them.

The last one of each language has numbers, but none that counts people.
"""

import pytest

from casualty_ledger.extract.document import Meta
from casualty_ledger.extract.reader import extract
from casualty_ledger.extract.registers import read_names
from casualty_ledger.load import dataset_folder

NORTH, SAPPERS = "prk-forces", "prk-engineers"
RUSSIA, UKRAINE = "rus-forces", "ukr-forces"

KOREAN = [
    ("국정원은 북한군 200여 명이 전사했다고 밝혔다.", [(200, "about", "killed", NORTH, "kr-nis")]),
    (
        "우크라이나군 총참모부는 러시아군이 하루 동안 병력 1200명을 잃었다고 발표했다.",
        [(1_200, "exact", "losses", RUSSIA, "ua-general-staff")],
    ),
    (
        "합참에 따르면 북한은 최소 1만 명을 러시아에 보냈다.",
        [(10_000, "at_least", "deployed", NORTH, "kr-jcs")],
    ),
    (
        "젤렌스키 대통령은 북한군 사상자가 3천 명을 넘었다고 말했다.",
        [(3_000, "more_than", "casualties", NORTH, "ua-president")],
    ),
    (
        "쇼이구 서기는 북한이 공병 1500명을 파견할 것이라고 말했다.",
        [(1_500, "exact", "planned", SAPPERS, "ru-security-council")],
    ),
    (
        "영국 국방부는 쿠르스크에서 북한군 5천 명 이상이 죽거나 다쳤다고 평가했다.",
        [(5_000, "at_least", "casualties", NORTH, "gb-mod")],
    ),
    (
        "국정원은 북한군 사망자 300명, 부상자 2700명으로 추산했다.",
        [(300, "exact", "killed", NORTH, "kr-nis"), (2_700, "about", "wounded", NORTH, "kr-nis")],
    ),
    (
        "미 국방부는 북한군 8천 명이 쿠르스크에 주둔하고 있다고 밝혔다.",
        [(8_000, "exact", "present", NORTH, "us-dod")],
    ),
    ("2025년 5월 12일 국정원은 수치를 밝히지 않았고 94여단은 30킬로미터 떨어져 있다.", []),
]

JAPANESE = [
    (
        "国家情報院は、北朝鮮兵およそ200人が死亡したと国会に報告した。",
        [(200, "about", "killed", NORTH, "kr-nis")],
    ),
    (
        "ウクライナ軍参謀本部によると、ロシア軍は1日で1200人を失った。",
        [(1_200, "exact", "losses", RUSSIA, "ua-general-staff")],
    ),
    (
        "韓国軍合同参謀本部は、北朝鮮が少なくとも1万人をロシアに派遣したと発表した。",
        [(10_000, "at_least", "deployed", NORTH, "kr-jcs")],
    ),
    (
        "ゼレンスキー大統領は、北朝鮮兵の死傷者が3千人を超えたと述べた。",
        [(3_000, "more_than", "casualties", NORTH, "ua-president")],
    ),
    (
        "ショイグ書記は、北朝鮮が工兵1500人を派遣する計画だと述べた。",
        [(1_500, "exact", "planned", SAPPERS, "ru-security-council")],
    ),
    (
        "英国防省は、北朝鮮兵5千人以上が死傷したと分析した。",
        [(5_000, "at_least", "casualties", NORTH, "gb-mod")],
    ),
    (
        "国情院は、北朝鮮軍の死者が300人、負傷者が2700人だと推計した。",
        [(300, "exact", "killed", NORTH, "kr-nis"), (2_700, "exact", "wounded", NORTH, "kr-nis")],
    ),
    (
        "米国防総省は、クルスク州に北朝鮮兵約8千人が駐留していると明らかにした。",
        [(8_000, "about", "present", NORTH, "us-dod")],
    ),
    ("国情院は2025年5月12日、数字を示さず、第94旅団は30キロ離れている。", []),
]

CHINESE = [
    ("韩国国家情报院表示，约有200名朝鲜士兵阵亡。", [(200, "about", "killed", NORTH, "kr-nis")]),
    (
        "乌军总参谋部称，俄军一天损失1200人。",
        [(1_200, "exact", "losses", RUSSIA, "ua-general-staff")],
    ),
    (
        "韩国联合参谋本部说，朝鲜已向俄罗斯派出至少1万人。",
        [(10_000, "at_least", "deployed", NORTH, "kr-jcs")],
    ),
    (
        "泽连斯基说，朝鲜军队伤亡超过3000人。",
        [(3_000, "more_than", "casualties", NORTH, "ua-president")],
    ),
    (
        "绍伊古宣布，朝鲜将派遣1500名工兵。",
        [(1_500, "exact", "planned", SAPPERS, "ru-security-council")],
    ),
    (
        "英國國防部估計，北韓軍隊死傷逾5000人。",
        [(5_000, "more_than", "casualties", NORTH, "gb-mod")],
    ),
    (
        "国情院报告说，朝鲜军人300人死亡，2700人受伤。",
        [(300, "exact", "killed", NORTH, "kr-nis"), (2_700, "exact", "wounded", NORTH, "kr-nis")],
    ),
    (
        "五角大楼表示，约8000名朝鲜士兵驻扎在库尔斯克。",
        [(8_000, "about", "present", NORTH, "us-dod")],
    ),
    ("国情院2025年5月12日没有给出数字，第94旅在30公里以外。", []),
]

ARABIC = [
    (
        "قدر جهاز الاستخبارات الوطني في كوريا الجنوبية أن نحو 200 جندي كوري شمالي قتلوا.",
        [(200, "about", "killed", NORTH, "kr-nis")],
    ),
    (
        "قالت هيئة الأركان العامة الأوكرانية إن الجيش الروسي خسر 1200 جندي خلال يوم واحد.",
        [(1_200, "exact", "losses", RUSSIA, "ua-general-staff")],
    ),
    (
        "أعلن البنتاغون أن كوريا الشمالية أرسلت ما لا يقل عن 10 آلاف جندي إلى روسيا.",
        [(10_000, "at_least", "deployed", NORTH, "us-dod")],
    ),
    (
        "تحدث زيلينسكي عن أكثر من 3 آلاف كوري شمالي بين قتيل وجريح.",
        [(3_000, "more_than", "casualties", NORTH, "ua-president")],
    ),
    (
        "أعلن شويغو أن كوريا الشمالية سترسل 1500 مهندس عسكري.",
        [(1_500, "exact", "planned", SAPPERS, "ru-security-council")],
    ),
    (
        "بحسب البنتاغون، يوجد 8 آلاف جندي كوري شمالي في منطقة كورسك.",
        [(8_000, "exact", "present", NORTH, "us-dod")],
    ),
    (
        "قال بوتين إن أوكرانيا فقدت نحو 30 ألف جندي.",
        [(30_000, "about", "losses", UKRAINE, "ru-president")],
    ),
    (
        "قدر جهاز الاستخبارات الوطني أن 300 كوري شمالي قتلوا وأن 2700 أصيبوا.",
        [(300, "exact", "killed", NORTH, "kr-nis"), (2_700, "exact", "wounded", NORTH, "kr-nis")],
    ),
    ("في 12 مايو 2025 لم يعط الجهاز أرقاما.", []),
]

TURKISH = [
    (
        "Güney Kore istihbarat servisi NIS, yaklaşık 200 Kuzey Kore askerinin öldüğünü tahmin ediyor.",
        [(200, "about", "killed", NORTH, "kr-nis")],
    ),
    (
        "Ukrayna Genelkurmayı, Rus ordusunun bir günde 1.200 asker kaybettiğini açıkladı.",
        [(1_200, "exact", "losses", RUSSIA, "ua-general-staff")],
    ),
    (
        "Pentagon, Kuzey Kore'nin Rusya'ya en az 10 bin asker gönderdiğini bildirdi.",
        [(10_000, "at_least", "deployed", NORTH, "us-dod")],
    ),
    (
        "Zelenskiy, 3 binden fazla Kuzey Kore askerinin öldüğünü veya yaralandığını söyledi.",
        [(3_000, "more_than", "casualties", NORTH, "ua-president")],
    ),
    (
        "Şoygu, Kuzey Kore'nin 1.500 istihkam askeri göndereceğini açıkladı.",
        [(1_500, "exact", "planned", SAPPERS, "ru-security-council")],
    ),
    (
        "Pentagon'a göre Kursk bölgesinde 8 bine kadar Kuzey Kore askeri bulunuyor.",
        [(8_000, "up_to", "present", NORTH, "us-dod")],
    ),
    (
        "Putin, Ukrayna'nın 30 bine yakın asker kaybettiğini söyledi.",
        [(30_000, "nearly", "losses", UKRAINE, "ru-president")],
    ),
    (
        "NIS, 300 Kuzey Kore askerinin öldüğünü, 2.700 askerin yaralandığını tahmin ediyor.",
        [(300, "exact", "killed", NORTH, "kr-nis"), (2_700, "exact", "wounded", NORTH, "kr-nis")],
    ),
    ("NIS 12 Mayıs 2025'te rakam vermedi; 94. tugay 30 kilometre uzakta.", []),
]

ROWS = [
    *(("ko", *row) for row in KOREAN),
    *(("ja", *row) for row in JAPANESE),
    *(("zh", *row) for row in CHINESE),
    *(("ar", *row) for row in ARABIC),
    *(("tr", *row) for row in TURKISH),
]


@pytest.fixture(scope="module")
def names():
    return read_names(dataset_folder())


def stated(candidate):
    limits = (candidate.value_low, candidate.value_best, candidate.value_high)
    (number,) = [limit for limit in limits if limit is not None]
    return (
        number,
        candidate.bound.value,
        candidate.measure.value,
        candidate.population,
        candidate.claimant,
    )


@pytest.mark.parametrize(("language", "sentence", "figures"), ROWS)
def test_a_sentence_gives_its_figures(names, language, sentence, figures):
    found = extract(sentence, Meta("sentence", language), names)
    assert [stated(candidate) for candidate in found] == figures
    for candidate in found:
        start, end = candidate.number_span
        assert sentence[start:end] == candidate.number_text
