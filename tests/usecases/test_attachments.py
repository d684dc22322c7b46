"""Papers that are kept with a record come from files of any kind, and never half."""

import pytest

from planner.domain.changes import EditName
from planner.usecases.attachments import Paper, UnreadablePaper, attached, paper_at


def test_a_paper_is_kept_as_it_came_and_named_by_its_kind(database, tmp_path) -> None:
    path = tmp_path / "公文.pdf"
    path.write_bytes(b"%PDF-1.7")
    with database.begin(EditName("test")) as work:
        made = attached(work, paper_at(path))
    assert (made.name, made.media_type) == ("公文.pdf", "application/pdf")
    assert database.files.path(made.content).read_bytes() == b"%PDF-1.7"


def test_a_kind_that_nobody_knows_is_kept_without_one(database) -> None:
    with database.begin(EditName("test")) as work:
        assert attached(work, Paper("memo", b"words")).media_type == ""


def test_a_file_that_is_gone_is_told_by_its_path(tmp_path) -> None:
    with pytest.raises(UnreadablePaper) as told:
        paper_at(tmp_path / "gone.pdf")
    assert told.value.code == "attachment.cannot_read"
    assert told.value.context["path"] == str(tmp_path / "gone.pdf")
