"""The words of each format, by which a fuzzer gets past the parser and into the reader behind it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_CALENDAR: Final = (
    "BEGIN:VCALENDAR END:VCALENDAR BEGIN:VEVENT END:VEVENT BEGIN:VFREEBUSY END:VFREEBUSY BEGIN:VTIMEZONE END:VTIMEZONE "
    "BEGIN:STANDARD END:STANDARD BEGIN:DAYLIGHT END:DAYLIGHT DTSTART: DTEND: DURATION: RRULE: RDATE: EXDATE: EXRULE: "
    "RECURRENCE-ID: UID: STATUS:CANCELLED TRANSP:TRANSPARENT FREEBUSY: ;VALUE=DATE ;VALUE=PERIOD ;TZID= ;RANGE= "
    "TZID:Europe/Stockholm TZOFFSETFROM:+0100 TZOFFSETTO:+0200 20160304 20160304T130000 20160304T130000Z P1D PT1H "
    "-PT1H P1W ;FBTYPE=FREE X-WR-TIMEZONE:"
)
_RULE: Final = (
    "FREQ= SECONDLY MINUTELY HOURLY DAILY WEEKLY MONTHLY YEARLY ;INTERVAL= ;COUNT= ;UNTIL= ;BYDAY= ;BYMONTH= "
    ";BYMONTHDAY= ;BYYEARDAY= ;BYWEEKNO= ;BYSETPOS= ;BYHOUR= ;BYMINUTE= ;BYSECOND= ;BYEASTER= ;WKST= MO TU WE TH FR SA "
    "SU 1MO -1FR 1000000000 19000101 99991231T235959Z"
)
_SARIF: Final = (
    '"runs" "results" "fingerprints" "samverkan/v1" "partialFingerprints" "level" "kind" "message" "text" "error" '
    '"warning" "none" "fail" "pass" "open" "notApplicable" "review" "suppressions" "baselineState" "absent" "ruleId" '
    '"liten/tranemo/1.1" NaN Infinity 1e999'
)
_WHATIF: Final = (
    '"case" "d" "variant" "today" "measures" "faults" "code" "judged" "collaboration" "verdict" "score" "low" '
    '"high" "carries" "does-not-carry" "undetermined" NaN Infinity -Infinity 1e999 null'
)
_XML: Final = (
    '<!DOCTYPE x [<!ENTITY a "aa">]> &amp; &#65; &#0; <c r="A1" t="inlineStr"> <is><t> </t></is></c> t="n" t="s" t="b" '
    't="e" t="d" t="str" <v>1e999</v> <v>-1</v> <f>A1</f> <row r="1"> </row> <sheetData> s="1" s="99" r="XFD1048576" '
    'r="1000000" xml:space="preserve" <mergeCell ref="A1:B2"/> <dimension ref="A1:XFD1048576"/> <si> <sst count="1">'
)
_PLAIN: Final = {
    "answers": '; , "" organisation roll kriterium svar datum kommunen foreningen 1.1 6.2 uppfyllt 2016-03-04 met',
    "baseline": _SARIF,
    "calendar": f"{_CALENDAR} {_RULE}",
    "kolada": (
        "; , kpi nyckeltal municipality kommun gender kön period år value värde title N00900 U00402 0780 1452 K M T "
        '2016 2017 12,5 -1 1018 null NaN .. "'
    ),
    "results": (
        "; , mål från till period insamlat antal av kön ålder räknat utfall väntar kommun källa goal from to collected "
        "count of sex ages counted outcomes pending municipality source g-g0 g-g2 g-g3 2010-03 2010-04-01 kvinnor män "
        'men women 18–24 65+ utfall outcome Växjö 0780 1_018 "'
    ),
    "manifest": '"files" {} [] "a"',
    "notation": (
        "var varannan 14:e dag vecka månad termin gånger per minst högst i och – - / , : . [ ] ( ) ” 2016 -16 '16 v 10 "
        "VT HT vt-16 mars 4/3 10/6 första sista måndagen jämna udda veckor kl 13.00 inom 90 dagar efter every second "
        "day week month term times at least the first Monday of March spring autumn within days after 13:00 only from"
    ),
    "rule": _RULE,
    "sheets": _XML,
    "whatif": _WHATIF,
    "workbook": "PK\\x03\\x04 PK\\x01\\x02 PK\\x05\\x06 xl/workbook.xml",
}
_SCHEMAS: Final = {"checklist": "-checklist", "steps": "-steps"}
_TOML: Final = ("collaboration", "planned", "edited", "checklist", "steps")


def words(reader: str) -> list[bytes]:
    """Give the words of a reader's format: the keys and the words of our schema, or those that stand here."""
    if reader in _PLAIN:
        return [each.encode() for each in _PLAIN[reader].split()]
    schema = f"samverkan{_SCHEMAS.get(reader, '')}-1.schema.json"
    found = json.loads(files("samverkan.formats").joinpath(schema).read_text(encoding="utf-8"))
    told = sorted(set(_told(found)))
    form = "{}" if reader in _TOML else '"{}"'
    return [form.format(each).encode() for each in told]


def _told(schema: Any) -> Iterator[str]:  # noqa: ANN401  # whatever a schema holds
    if isinstance(schema, list):
        for each in schema:
            yield from _told(each)
    elif isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from value
            elif key in {"const", "enum"}:
                yield from (str(each) for each in (value if isinstance(value, list) else [value]))
            yield from _told(value)


def dictionary(reader: str) -> str:
    """Write the words as libFuzzer takes them: one a line, every sign by its number."""
    return "".join('"' + "".join(f"\\x{sign:02x}" for sign in word) + '"\n' for word in words(reader) if word)
