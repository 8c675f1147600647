import pytest

from accord.read.language import detect_language, language_code

SENTENCES = {
    "en": "The minister said that the talks would not go on before the end of the month.",
    "de": "Der Minister sagte, dass die Gespräche nicht vor dem Ende des Monats beginnen.",
    "fr": "Le ministre a dit que les pourparlers ne sont pas possibles avant la fin du mois.",
    "es": "El ministro dijo que las conversaciones no son posibles en el mes de mayo.",
    "it": "Il ministro ha detto che i colloqui non sono possibili prima della fine del mese.",
    "nl": "De minister zei dat het overleg niet voor het einde van de maand zal beginnen.",
    "pl": "Minister powiedział, że rozmowy nie są możliwe, bo już jest po wszystkim i tak.",
    "id": "Menteri itu mengatakan bahwa perundingan tidak akan dimulai pada bulan ini.",
    "ru": "Министр заявил, что переговоры не начнутся раньше конца этого месяца.",
    "uk": "Міністр заявив, що переговори не почнуться раніше кінця цього місяця.",
    "ar": "قال الوزير إن المحادثات لن تبدأ قبل نهاية هذا الشهر",
    "fa": "وزیر گفت که گفتگوها پیش از پایان این ماه آغاز نمی‌شود چون",
    "zh": "部长说谈判不会在本月底之前开始，双方没有同意。",
    "ja": "大臣は今月末までに交渉は始まらないと述べた。",
    "el": "Ο υπουργός είπε ότι οι συνομιλίες δεν θα αρχίσουν.",
}


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_or_two_are_enough(code: str) -> None:
    assert detect_language(SENTENCES[code]) == code


@pytest.mark.parametrize(
    "text", ["", "No deal", "12 34 56 78 9 10 11 12", "Aba bab " * 9]
)
def test_too_little_is_unknown(text: str) -> None:
    assert detect_language(text) is None


def test_foreign_quotations_leave_an_english_text_english() -> None:
    assert detect_language(SENTENCES["en"] * 4 + SENTENCES["ru"]) == "en"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("en-GB", "en"),
        ("English", "en"),
        ("pt_BR", "pt"),
        ("klingon", None),
        (None, None),
    ],
)
def test_names_of_languages_become_codes(name: str | None, code: str | None) -> None:
    assert language_code(name) == code
