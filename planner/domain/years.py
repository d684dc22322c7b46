"""The calendar of the Republic of China, as far as a year goes."""

from datetime import date

ROC_OFFSET = 1911  # 民國1年 is 1912


def roc_year(day: date) -> int:
    """The year of the Republic; 0 and less before 1912."""
    return day.year - ROC_OFFSET
