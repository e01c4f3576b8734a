"""Schedules as iCalendar feeds, and other people's calendars as busy times (RFC 5545, RFC 7986)."""

from samverkan.formats.ical.rule import cadence_to_rrule, rrule_to_cadence
from samverkan.formats.ical.subscription import feed
from samverkan.formats.ical.taken import Busy, busy

__all__ = ["Busy", "busy", "cadence_to_rrule", "feed", "rrule_to_cadence"]
