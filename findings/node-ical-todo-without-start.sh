#!/usr/bin/env bash
# node-ical gives a task that is due on a day, and has no start, an end that is no date.
#
# One would guess that a VTODO with DUE and without DTSTART, which RFC 5545 (3.6.2) allows, is read with its due date and nothing
# else: no start, no end.
# What happens: due is right, start is missing, and end is a Date object that is "Invalid Date"; its getTime() is NaN, and
# toISOString() throws. A program that lists what ends in a week fails on the whole calendar, or never shows the task. With a
# start the end is the day after it, whatever DUE says, as for an event without an end. ical.js 2.2.1 reads both as they are.
# Since: node-ical 0.26.1 (as tried).
# Why we meet it: due dates of goals, reviews and interviews travel in the format "ics". They are written as events of one
# day, which readers show alike, and not as tasks.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-ical@0.26.1 ical.js@2.2.1 >/dev/null

cat >example.mjs <<'JS'
import ical from 'node-ical';
import ICAL from 'ical.js';
const task = (uid, more) => `BEGIN:VTODO\r\nUID:${uid}\r\nDTSTAMP:20261129T000000Z\r\n${more}SUMMARY:But\r\nEND:VTODO\r\n`;
const calendar = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//tasks\r\n'
  + task('due', 'DUE;VALUE=DATE:20261215\r\n')
  + task('both', 'DTSTART;VALUE=DATE:20261201\r\nDUE;VALUE=DATE:20261215\r\n')
  + 'END:VCALENDAR\r\n';
const read = ical.sync.parseICS(calendar);
for (const uid of ['due', 'both']) {
  const { start, end, due } = read[uid];
  console.log(`node-ical ${uid}: start ${start && start.toISOString().slice(0, 10)}, `
    + `end ${end instanceof Date && isNaN(end) ? 'Invalid Date' : end && end.toISOString().slice(0, 10)}, `
    + `due ${due.toISOString().slice(0, 10)}`);
}
for (const each of new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vtodo')) {
  console.log(`ical.js ${each.getFirstPropertyValue('uid')}: start ${each.getFirstPropertyValue('dtstart')}, `
    + `due ${each.getFirstPropertyValue('due')}`);
}
JS
TZ=UTC node example.mjs >seen
echo "node-ical 0.26.1, ical.js 2.2.1"
cat seen
diff seen - <<'EXPECTED'
node-ical due: start undefined, end Invalid Date, due 2026-12-15
node-ical both: start 2026-12-01, end 2026-12-02, due 2026-12-15
ical.js due: start null, due 2026-12-15
ical.js both: start 2026-12-01, due 2026-12-15
EXPECTED
