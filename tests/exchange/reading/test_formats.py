"""Files of any kind become text, or are refused with a reason, in bounded time and memory."""

import io
import json
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.errors import UnreadableFile
from planner.exchange.reading.formats import text_of
from planner.exchange.reading.reader import read, read_text
from planner.words import Words

DEV = Path(__file__).parents[2] / "data" / "reports" / "dev"
CHINESE = "赴內蒙古考察報告\n一、目的\n為瞭解當地產業，與包頭稀土研究院交流，特組團前往參訪。\n"
SIMPLIFIED = "赴内蒙古考察报告\n一、目的\n为了解当地产业，与包头稀土研究院交流，特组团前往参访。\n"


def package(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


def code_of(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as refusal:
        read(content, "報告")
    for language in ("zh_TW", "en"):
        assert "報告" in Words(language).error(refusal.value)
    return refusal.value.code.removeprefix("report_file.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp950"])
def test_the_encoding_of_a_traditional_text_is_found(encoding: str) -> None:
    assert text_of(CHINESE.encode(encoding), "x").lstrip("\ufeff") == CHINESE


def test_the_encoding_of_a_simplified_text_is_found() -> None:
    assert text_of(SIMPLIFIED.encode("gb18030"), "x") == SIMPLIFIED


def test_every_line_end_becomes_one_kind() -> None:
    assert text_of(b"one\r\ntwo\rthree\n", "x") == "one\ntwo\nthree\n"


@pytest.mark.parametrize("name", ["made05.docx", "made06.odt", "made07.pdf"])
def test_word_open_document_and_pdf_tell_the_same_as_text(name: str) -> None:
    gold = json.loads((DEV / name).with_suffix(".gold.json").read_text("utf-8"))
    found = read(DEV / name)
    assert [day.date for day in found.days] == [day for day, _ in gold["days"]]
    assert {figure.number for figure in found.figures} == {int(n) for n in gold["figures"]}


@pytest.mark.parametrize(
    "name", ["second/kyushu_sister", "third/heritage_scotland", "fourth/tea_fujian"]
)
def test_a_text_reads_the_same_as_a_document_of_word(name: str) -> None:
    text = (DEV.parent / f"{name}.txt").read_text("utf-8")
    made, packed = Document(), io.BytesIO()
    for line in text.split("\n"):
        made.add_paragraph(line)
    made.save(packed)
    one, other = read_text(text), read(packed.getvalue(), "report.docx")
    assert [day.date for day in one.days] == [day.date for day in other.days]
    assert [talk.title for talk in one.talks] == [talk.title for talk in other.talks]
    assert [person.name for person in one.people] == [person.name for person in other.people]
    assert [body.name for body in one.organisations] == [body.name for body in other.organisations]


def test_a_bomb_in_a_package_is_refused_before_it_grows() -> None:
    started = time.perf_counter()
    assert code_of(package(word__document_xml=b"<a>" + b" " * 60_000_000)) == "too_large"
    assert time.perf_counter() - started < 20


def test_entities_do_not_grow() -> None:
    laughs = b"".join(
        b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, 10)
    )
    bomb = b'<!DOCTYPE d [<!ENTITY l0 "ha">' + laughs + b"]><d>&l9;</d>"
    assert code_of(package(word__document_xml=bomb)) in ("damaged", "empty")


def test_deep_nesting_is_refused() -> None:
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    assert code_of(package(content_xml=deep)) == "damaged"


def test_a_hundred_megabytes_of_one_line_are_refused() -> None:
    assert code_of(b"x" * 100_000_000) == "too_large"
    assert code_of("稀".encode() * 200_000) == "line_too_long"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\f\n", "empty"),
        (b"%PDF-1.7 broken", "damaged"),
        (b"PK\x03\x04broken", "damaged"),
        (b"{\\rtf1 text}", "old_word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_word"),
        (package(other_xml=b"<a/>"), "not_a_report"),
    ],
)
def test_what_is_no_report_is_refused_with_its_reason(content: bytes, code: str) -> None:
    assert code_of(content) == code


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(tmp_path / "none.txt")
    assert refusal.value.code == "report_file.cannot_open"


_WORDS = st.sampled_from(
    [
        "一、",
        "第一天",
        "(八月十七日)",
        "8月17日",
        "104年",
        "圖1",
        "至",
        "圖3.",
        "內蒙古大學",
        "王小明",
        "院長",
        "教授",
        "分別以",
        "「",
        "」",
        "『",
        "為題",
        "建議",
        "、",
        "。",
        "，",
        "：",
        "\n",
        "\t",
        "\f",
        "公司",
        "赴",
        "與",
        "及",
        "Dr. Smith",
        "University of ",
        "1/27/97",
        "Day 2",
        "(",
        ")",
        "15,000",
        "噸",
        "%",
        "願意",
        "目的",
        "過程",
        "心得",
        "附錄",
        "-",
        "~",
        "─",
        "\u3000",
        "台",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_WORDS, max_size=120).map("".join))
def test_any_mixture_of_what_reports_hold_is_read(text: str) -> None:
    found = read_text(text)
    length = len(text)
    for kind in ("chapters", "organisations", "people", "days", "talks", "figures", "promises"):
        for item in getattr(found, kind):
            assert 0 <= item.where.start <= item.where.end <= length
            assert 0 <= item.sure <= 1
    json.dumps(found.to_json())


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    read_text(text)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=600), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n", b"\xff\xfe"]))
def test_any_bytes_are_read_or_refused(content: bytes, start: bytes) -> None:
    with suppress(UnreadableFile):
        read(start + content, "x")
