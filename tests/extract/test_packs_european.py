"""Sentences of our own in German, French, Spanish, Italian, Portuguese, Polish and Czech, and the figures in them.

The last one of each language has numbers, but none that counts people.
"""

import pytest

from casualty_ledger.extract.document import Meta
from casualty_ledger.extract.reader import extract
from casualty_ledger.extract.registers import read_names
from casualty_ledger.load import dataset_folder

NORTH, SAPPERS = "prk-forces", "prk-engineers"
RUSSIA, UKRAINE = "rus-forces", "ukr-forces"

GERMAN = [
    (
        "Der südkoreanische Geheimdienst NIS meldete, etwa 200 nordkoreanische Soldaten seien getötet worden.",
        [(200, "about", "killed", NORTH, "kr-nis")],
    ),
    (
        "Nach Angaben des ukrainischen Generalstabs verlor die russische Armee an einem Tag 1.200 Soldaten.",
        [(1_200, "exact", "losses", RUSSIA, "ua-general-staff")],
    ),
    (
        "Das Pentagon erklärte, Nordkorea habe mindestens 10.000 Soldaten nach Russland entsandt.",
        [(10_000, "at_least", "deployed", NORTH, "us-dod")],
    ),
    (
        "Selenskyj sprach von mehr als 3.000 toten und verwundeten Nordkoreanern.",
        [(3_000, "more_than", "casualties", NORTH, "ua-president")],
    ),
    (
        "Schoigu kündigte an, Nordkorea werde 1.500 Pioniere entsenden.",
        [(1_500, "exact", "planned", SAPPERS, "ru-security-council")],
    ),
    (
        "Laut Pentagon befinden sich bis zu 8.000 nordkoreanische Soldaten in der Region Kursk.",
        [(8_000, "up_to", "present", NORTH, "us-dod")],
    ),
    (
        "Putin sagte, die Ukraine habe fast 30.000 Mann verloren.",
        [(30_000, "nearly", "losses", UKRAINE, "ru-president")],
    ),
    (
        "Der NIS schätzt, dass 300 Nordkoreaner gefallen und 2.700 verwundet worden sind.",
        [(300, "exact", "killed", NORTH, "kr-nis"), (2_700, "exact", "wounded", NORTH, "kr-nis")],
    ),
    (
        "Wie viele Soldaten fielen, sagte der NIS am 12. Mai 2025 nicht; die 94. Brigade sei 30 Kilometer entfernt.",
        [],
    ),
]

FRENCH = [
    (
        "Le NIS sud-coréen estime qu'environ 200 soldats nord-coréens ont été tués.",
        [(200, "about", "killed", NORTH, "kr-nis")],
    ),
    (
        "Selon l'état-major ukrainien, l'armée russe a perdu 1 200 soldats en une journée.",
        [(1_200, "exact", "losses", RUSSIA, "ua-general-staff")],
    ),
    (
        "Le Pentagone affirme que la Corée du Nord a envoyé au moins 10 000 soldats en Russie.",
        [(10_000, "at_least", "deployed", NORTH, "us-dod")],
    ),
    (
        "Zelensky a parlé de plus de 3 000 Nord-Coréens tués ou blessés.",
        [(3_000, "more_than", "casualties", NORTH, "ua-president")],
    ),
    (
        "Choïgou a annoncé que la Corée du Nord enverrait 1 500 sapeurs.",
        [(1_500, "exact", "planned", SAPPERS, "ru-security-council")],
    ),
    (
        "D'après le Pentagone, jusqu'à 8 000 soldats nord-coréens se trouvent dans la région de Koursk.",
        [(8_000, "up_to", "present", NORTH, "us-dod")],
    ),
    (
        "Poutine a déclaré que l'Ukraine avait perdu près de 30 000 hommes.",
        [(30_000, "nearly", "losses", UKRAINE, "ru-president")],
    ),
    (
        "Le NIS estime que 300 Nord-Coréens sont morts et que 2 700 ont été blessés.",
        [(300, "exact", "killed", NORTH, "kr-nis"), (2_700, "exact", "wounded", NORTH, "kr-nis")],
    ),
    (
        "Le 12 mai 2025, le NIS n'a donné aucun bilan ; la 94e brigade se trouve à 30 kilomètres.",
        [],
    ),
]

SPANISH = [
    (
        "El NIS surcoreano estima que unos 200 soldados norcoreanos han muerto.",
        [(200, "about", "killed", NORTH, "kr-nis")],
    ),
    (
        "Según el Estado Mayor ucraniano, el ejército ruso perdió 1.200 soldados en un día.",
        [(1_200, "exact", "losses", RUSSIA, "ua-general-staff")],
    ),
    (
        "El Pentágono afirma que Corea del Norte ha enviado al menos 10.000 soldados a Rusia.",
        [(10_000, "at_least", "deployed", NORTH, "us-dod")],
    ),
    (
        "Zelenski habló de más de 3.000 norcoreanos muertos o heridos.",
        [(3_000, "more_than", "casualties", NORTH, "ua-president")],
    ),
    (
        "Shoigú anunció que Corea del Norte enviará 1.500 zapadores.",
        [(1_500, "exact", "planned", SAPPERS, "ru-security-council")],
    ),
    (
        "Según el Pentágono, hasta 8.000 soldados norcoreanos se encuentran en la región de Kursk.",
        [(8_000, "up_to", "present", NORTH, "us-dod")],
    ),
    (
        "Putin dijo que Ucrania había perdido casi 30.000 hombres.",
        [(30_000, "nearly", "losses", UKRAINE, "ru-president")],
    ),
    (
        "El NIS estima que 300 norcoreanos han muerto y 2.700 han resultado heridos.",
        [(300, "exact", "killed", NORTH, "kr-nis"), (2_700, "exact", "wounded", NORTH, "kr-nis")],
    ),
    ("El 12 de mayo de 2025 el NIS no dio cifras; la brigada 94 está a 30 kilómetros.", []),
]

ITALIAN = [
    (
        "Il NIS sudcoreano stima che circa 200 soldati nordcoreani siano stati uccisi.",
        [(200, "about", "killed", NORTH, "kr-nis")],
    ),
    (
        "Secondo lo Stato maggiore ucraino, l'esercito russo ha perso 1.200 soldati in un giorno.",
        [(1_200, "exact", "losses", RUSSIA, "ua-general-staff")],
    ),
    (
        "Il Pentagono afferma che la Corea del Nord ha inviato almeno 10.000 soldati in Russia.",
        [(10_000, "at_least", "deployed", NORTH, "us-dod")],
    ),
    (
        "Zelensky ha parlato di oltre 3.000 nordcoreani uccisi o feriti.",
        [(3_000, "more_than", "casualties", NORTH, "ua-president")],
    ),
    (
        "Shoigu ha annunciato che la Corea del Nord invierà 1.500 genieri.",
        [(1_500, "exact", "planned", SAPPERS, "ru-security-council")],
    ),
    (
        "Secondo il Pentagono, fino a 8.000 soldati nordcoreani si trovano nella regione di Kursk.",
        [(8_000, "up_to", "present", NORTH, "us-dod")],
    ),
    (
        "Putin ha detto che l'Ucraina aveva perso quasi 30.000 uomini.",
        [(30_000, "nearly", "losses", UKRAINE, "ru-president")],
    ),
    (
        "Il NIS stima che 300 nordcoreani siano morti e 2.700 siano rimasti feriti.",
        [(300, "exact", "killed", NORTH, "kr-nis"), (2_700, "exact", "wounded", NORTH, "kr-nis")],
    ),
    ("Il 12 maggio 2025 il NIS non ha dato cifre; la brigata 94 si trova a 30 chilometri.", []),
]

PORTUGUESE = [
    (
        "O NIS sul-coreano estima que cerca de 200 soldados norte-coreanos foram mortos.",
        [(200, "about", "killed", NORTH, "kr-nis")],
    ),
    (
        "Segundo o Estado-Maior ucraniano, o exército russo perdeu 1.200 soldados num dia.",
        [(1_200, "exact", "losses", RUSSIA, "ua-general-staff")],
    ),
    (
        "O Pentágono afirma que a Coreia do Norte enviou pelo menos 10.000 soldados para a Rússia.",
        [(10_000, "at_least", "deployed", NORTH, "us-dod")],
    ),
    (
        "Zelensky falou de mais de 3.000 norte-coreanos mortos ou feridos.",
        [(3_000, "more_than", "casualties", NORTH, "ua-president")],
    ),
    (
        "Shoigu anunciou que a Coreia do Norte enviará 1.500 sapadores.",
        [(1_500, "exact", "planned", SAPPERS, "ru-security-council")],
    ),
    (
        "Segundo o Pentágono, até 8.000 soldados norte-coreanos estão em Kursk.",
        [(8_000, "up_to", "present", NORTH, "us-dod")],
    ),
    (
        "Putin disse que a Ucrânia tinha perdido quase 30.000 homens.",
        [(30_000, "nearly", "losses", UKRAINE, "ru-president")],
    ),
    (
        "O NIS estima que 300 norte-coreanos morreram e 2.700 ficaram feridos.",
        [(300, "exact", "killed", NORTH, "kr-nis"), (2_700, "exact", "wounded", NORTH, "kr-nis")],
    ),
    ("Em 12 de maio de 2025 o NIS não deu números; a brigada 94 está a 30 quilómetros.", []),
]

POLISH = [
    (
        "Południowokoreański wywiad NIS szacuje, że zginęło około 200 północnokoreańskich żołnierzy.",
        [(200, "about", "killed", NORTH, "kr-nis")],
    ),
    (
        "Według ukraińskiego Sztabu Generalnego armia rosyjska straciła w ciągu doby 1200 żołnierzy.",
        [(1_200, "exact", "losses", RUSSIA, "ua-general-staff")],
    ),
    (
        "Pentagon twierdzi, że Korea Północna wysłała do Rosji co najmniej 10 000 żołnierzy.",
        [(10_000, "at_least", "deployed", NORTH, "us-dod")],
    ),
    (
        "Zełenski mówił o ponad 3 tys. zabitych lub rannych Koreańczyków z Północy.",
        [(3_000, "more_than", "casualties", NORTH, "ua-president")],
    ),
    (
        "Szojgu zapowiedział, że Korea Północna wyśle 1500 saperów.",
        [(1_500, "exact", "planned", SAPPERS, "ru-security-council")],
    ),
    (
        "Według Pentagonu w obwodzie kurskim przebywa do 8 tys. północnokoreańskich żołnierzy.",
        [(8_000, "up_to", "present", NORTH, "us-dod")],
    ),
    (
        "Putin powiedział, że Ukraina straciła blisko 30 tys. żołnierzy.",
        [(30_000, "nearly", "losses", UKRAINE, "ru-president")],
    ),
    (
        "NIS szacuje, że 300 Koreańczyków z Północy zginęło, a 2700 zostało rannych.",
        [(300, "exact", "killed", NORTH, "kr-nis"), (2_700, "exact", "wounded", NORTH, "kr-nis")],
    ),
    ("Dnia 12 maja 2025 roku NIS nie podał liczb; 94. brygada stoi 30 kilometrów dalej.", []),
]

CZECH = [
    (
        "Jihokorejská rozvědka NIS odhaduje, že padlo asi 200 severokorejských vojáků.",
        [(200, "about", "killed", NORTH, "kr-nis")],
    ),
    (
        "Podle ukrajinského generálního štábu ztratila ruská armáda za den 1200 vojáků.",
        [(1_200, "exact", "losses", RUSSIA, "ua-general-staff")],
    ),
    (
        "Pentagon tvrdí, že Severní Korea vyslala do Ruska nejméně 10 000 vojáků.",
        [(10_000, "at_least", "deployed", NORTH, "us-dod")],
    ),
    (
        "Zelenskyj hovořil o více než 3000 zabitých nebo zraněných Severokorejcích.",
        [(3_000, "more_than", "casualties", NORTH, "ua-president")],
    ),
    (
        "Šojgu oznámil, že Severní Korea vyšle 1500 ženistů.",
        [(1_500, "exact", "planned", SAPPERS, "ru-security-council")],
    ),
    (
        "Podle Pentagonu se v Kurské oblasti nachází až 8000 severokorejských vojáků.",
        [(8_000, "up_to", "present", NORTH, "us-dod")],
    ),
    (
        "Putin řekl, že Ukrajina ztratila téměř 30 tisíc mužů.",
        [(30_000, "nearly", "losses", UKRAINE, "ru-president")],
    ),
    (
        "NIS odhaduje, že 300 Severokorejců zahynulo a 2700 bylo zraněno.",
        [(300, "exact", "killed", NORTH, "kr-nis"), (2_700, "exact", "wounded", NORTH, "kr-nis")],
    ),
    ("Dne 12. května 2025 NIS neuvedla žádná čísla; 94. brigáda je 30 kilometrů daleko.", []),
]

ROWS = [
    *(("de", *row) for row in GERMAN),
    *(("fr", *row) for row in FRENCH),
    *(("es", *row) for row in SPANISH),
    *(("it", *row) for row in ITALIAN),
    *(("pt", *row) for row in PORTUGUESE),
    *(("pl", *row) for row in POLISH),
    *(("cs", *row) for row in CZECH),
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
