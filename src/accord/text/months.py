"""The months' names and their usual abbreviations, in English and other languages."""

__all__ = ["FOREIGN_MONTHS", "FOREIGN_MONTH_PATTERN", "MONTHS", "MONTH_PATTERN"]

#: Number of each month, 1 to 12, by name and abbreviation in lower case.
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may",
            "june jun", "july jul", "august aug", "september sept sep",
            "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

#: All of them as alternatives of a regular expression, the longest first.
MONTH_PATTERN = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))

#: The same in other languages, as they stand within a date; English ones left out.
FOREIGN_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner janvier enero gennaio janeiro januari ocak stycznia января січня",
            "februar février febrero febbraio fevereiro februari şubat lutego февраля лютого",
            "märz mars marzo março maart maret mart marca марта березня",
            "avril abril aprile nisan kwietnia апреля квітня",
            "mai mayo maggio maio mei mayıs maja мая травня",
            "juni juin junio giugno junho haziran czerwca июня червня",
            "juli juillet julio luglio julho temmuz lipca июля липня",
            "août agosto augustus agustus ağustos sierpnia августа серпня",
            "septembre septiembre settembre setembro eylül września сентября вересня",
            "oktober octobre octubre ottobre outubro ekim października октября жовтня",
            "novembre noviembre novembro kasım listopada ноября листопада",
            "dezember décembre diciembre dicembre dezembro desember aralık grudnia декабря грудня",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
FOREIGN_MONTH_PATTERN = "|".join(
    sorted(FOREIGN_MONTHS, key=lambda name: (-len(name), name))
)
