from __future__ import annotations

import datetime as dt

import pytest

from samverkan.checklist.tranemo import TRANEMO
from samverkan.checklist.voices.answer import Answer, Reply
from samverkan.errors import InvalidAnswersError, UnreadableFileError
from samverkan.formats.answers import REPLIES, loads
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation

WHOLE = Collaboration(
    id="x", name=Text("X"), organisations=[Organisation("polisen", Text("Polisen")), Organisation("kyrkan")]
)
SWEDISH = """\
organisation;roll;kriterium;svar;datum
polisen;"chef; syd";6.2;Uppfyllt;2016-03-04
kyrkan;;6.2;;
kyrkan
"""
OTHER_ORDER = """\
Svar;Kriterium;Organisation;Datum;Roll
uppfyllt;6.2;polisen;2016-03-04;"chef; syd"
;6.2;kyrkan;;
;;kyrkan;;
"""
HEADS = "organisation,role,criterion,answer,date\n"


def read(text: str) -> tuple[Answer, ...]:
    return loads(text, WHOLE, TRANEMO, name="svar.csv")


def told(text: str) -> list[str]:
    with pytest.raises(InvalidAnswersError) as caught:
        read(text)
    return str(caught.value).splitlines()


ANSWERS = (
    Answer(organisation="polisen", role=Text("chef; syd"), criterion="6.2", reply=Reply.MET, date=dt.date(2016, 3, 4)),
    Answer(organisation="kyrkan", criterion="6.2"),
    Answer(organisation="kyrkan"),
)


@pytest.mark.parametrize(
    "text",
    [
        SWEDISH,
        "\ufeff" + SWEDISH.replace("\n", "\r\n"),
        HEADS + 'polisen,"chef; syd",6.2,met,2016-03-04\nkyrkan,,6.2,,\n\nkyrkan,,,,\n',
        OTHER_ORDER,
    ],
    ids=["semicolons", "excel", "commas", "other-order"],
)
def test_both_dialects_give_the_same_answers(text: str) -> None:
    assert read(text) == ANSWERS


@pytest.mark.parametrize(("word", "reply"), REPLIES.items())
def test_answers_have_words_in_both_languages(word: str, reply: Reply) -> None:
    (answer,) = read(f"organisation,criterion,answer\npolisen,6.2, {word.upper()} \n")

    assert answer.reply is reply


class TestFaults:
    def test_all_are_told_at_once_each_with_row_and_column(self) -> None:
        rows = (
            "polisn,,6.2,met,\nPolisen,19811218-9876,6.22,mett,4/3\n,,6.2,met,\npolisen,,,met,\npolisen,,6.2,met,,x\n"
        )

        assert told(HEADS + rows) == [
            "svar.csv:2:1: there is no organisation “polisn”; did you mean “polisen”? [unknown-name]",
            "svar.csv:3:1: there is no organisation “Polisen”; did you mean “polisen”? [unknown-name]",
            (
                "svar.csv:3:9: a personal identity number of 13 signs stands here; no person is stored; expected a "
                "role or an organisation [personal-number]"
            ),
            (
                "svar.csv:3:23: there is no criterion “6.22”; expected the id of a criterion, such as 6.2; did you "
                "mean “6.2”? [unknown-name]"
            ),
            (
                "svar.csv:3:28: the word “mett” is not known here; expected one of uppfyllt, ej uppfyllt, ej "
                "tillämpligt, vet ej; did you mean “met”? [unknown-word]"
            ),
            "svar.csv:3:33: the text “4/3” does not belong here; expected a date such as 2016-03-04 [wrong-type]",
            "svar.csv:4:1: the row names no organisation; expected the id of an organisation [blank]",
            "svar.csv:5:11: the answer is to no criterion; expected the id of a criterion, such as 6.2 [no-criterion]",
            "svar.csv:6:19: the row has more cells than columns [extra-cell]",
        ]

    def test_a_name_is_no_id_but_leads_to_it(self) -> None:
        (fault,) = told(HEADS.replace("role", "roll") + "POLISEN,,6.2,met,\n")

        assert fault.endswith("did you mean “polisen”? [unknown-name]")

    def test_a_column_that_may_tell_of_persons_is_refused(self) -> None:
        assert told("organisation,namn,criterion,criterion,answer\n") == [
            (
                "svar.csv:1:14: there is no column “namn” here; expected one of organisation, role, criterion, answer, "
                "date [unknown-column]"
            ),
            "svar.csv:1:29: the column “criterion” stands twice [duplicate-column]",
        ]

    def test_a_column_that_is_needed_is_missed(self) -> None:
        assert told("organisation\n") == [
            "svar.csv:1:1: the column “criterion” is missing [missing-column]",
            "svar.csv:1:1: the column “answer” is missing [missing-column]",
        ]

    def test_a_swedish_table_misses_swedish_columns(self) -> None:
        assert told("organisation;kriterium;namn\n") == [
            (
                "svar.csv:1:24: there is no column “namn” here; expected one of organisation, roll, kriterium, svar, "
                "datum [unknown-column]"
            )
        ]
        assert told("organisation;kriterium\n") == ["svar.csv:1:1: the column “svar” is missing [missing-column]"]

    def test_nothing_at_all_is_refused(self) -> None:
        with pytest.raises(UnreadableFileError, match=r"svar\.csv is empty; expected a row of column heads"):
            read("\n")
