// Reads iCalendar text as two JavaScript libraries do. Each line of the input is JSON, {"reader": …, "text": …}; each
// line of the output is a JSON list of what the reader finds, [uid, start, end, status, summary], where a moment is its
// number of seconds since 1970 and a day is its date.
import { createInterface } from "node:readline";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const FROM = new Date("1970-01-02T00:00:00Z");
const TO = new Date("2100-01-01T00:00:00Z");

function icalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const told = (time) => (time.isDate ? time.toString() : time.toUnixTime());
  const found = [];
  const row = (event, start, end) =>
    found.push([event.uid, told(start), told(end), event.component.getFirstPropertyValue("status"), event.summary]);
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    if (event.isRecurrenceException()) continue;
    if (!event.isRecurring()) {
      row(event, event.startDate, event.endDate);
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      const occurrence = event.getOccurrenceDetails(next);
      row(occurrence.item, occurrence.startDate, occurrence.endDate);
    }
  }
  return found;
}

function node(text) {
  // To node-ical a day on which the clock is changed has 23 hours or 25, and so have all that follow it in a rule.
  const nearest = (date) => new Date(date.getTime() + 6 * 3_600_000);
  const local = (date) => new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  const day = (date) => local(nearest(date)).toISOString().slice(0, 10);
  const found = [];
  for (const event of Object.values(nodeIcal.sync.parseICS(text))) {
    if (event.type !== "VEVENT") continue;
    const instances = event.rrule
      ? nodeIcal.expandRecurringEvent(event, { from: FROM, to: TO })
      : [{ start: event.start, end: event.end ?? event.start, isFullDay: event.datetype === "date", event }];
    for (const instance of instances) {
      const told = instance.isFullDay ? day : (date) => date.getTime() / 1000;
      const { uid, status, summary } = instance.event;
      found.push([uid, told(instance.start), told(instance.end), status, summary]);
    }
  }
  return found;
}

const readers = { "ical.js": icalJs, "node-ical": node };

for await (const line of createInterface({ input: process.stdin })) {
  const { reader, text } = JSON.parse(line);
  let answer;
  try {
    answer = readers[reader](text);
  } catch (error) {
    answer = String(error.stack);
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
