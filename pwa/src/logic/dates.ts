// Dates: a Day is a whole number of local days, a Moment carries the offset it was written with (minutes ahead of UTC).

const DAY = 86_400_000;
const MINUTE = 60_000;
const DATE = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](.*))?\s*$/;
const TIME = /^\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?\s*$/;

/** A calendar day where the person is: no time, no zone. `days` since 1970-01-01. */
export class Day {
  constructor(readonly days: number) {}

  get text(): string {
    return this.wall.toISOString().slice(0, 10);
  }

  /** A date whose UTC fields show what a calendar there shows. */
  get wall(): Date {
    return new Date(this.days * DAY);
  }
}

/** A point in time, and the clock it was read from. */
export class Moment {
  constructor(
    readonly ms: number,
    readonly offset: number,
  ) {}

  /** Days since 1970-01-01T00:00Z, with the time as a fraction. */
  get days(): number {
    return this.ms / DAY;
  }

  get text(): string {
    return this.wall.toISOString().slice(0, -1) + writeOffset(this.offset);
  }

  get wall(): Date {
    return new Date(this.ms + this.offset * MINUTE);
  }

  /** The calendar day on that wall. */
  get day(): Day {
    return new Day(Math.floor(this.wall.getTime() / DAY));
  }

  /** How much of that day had passed, from 0 to 1. */
  get fraction(): number {
    return (this.wall.getTime() - this.day.days * DAY) / DAY;
  }
}

export const isDated = (value: unknown): value is Day | Moment => value instanceof Day || value instanceof Moment;

function writeOffset(offset: number): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** Minutes ahead of UTC; null for an offset that no place has. */
function readOffset(text: string): number | null {
  if (text === "Z") return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(3).replace(":", ""))];
  if (hours > 14 || minutes > 59) return null;
  return (hours * 60 + minutes) * (text.startsWith("-") ? -1 : 1);
}

/** Read `2026-03-15` as a Day, `2026-03-15T08:30` as a Moment (at `offset` where it names none), anything else as null. */
export function readDate(text: string, offset = 0): Day | Moment | null {
  const [, year, month, date, time] = DATE.exec(text) ?? [];
  const day = year === undefined ? null : calendarDay(Number(year), Number(month), Number(date));
  if (day === null || time === undefined) return day;
  const clock = readTime(time, offset);
  return clock === null ? null : new Moment(day.days * DAY + clock.ms, clock.offset);
}

function calendarDay(year: number, month: number, date: number): Day | null {
  const ms = new Date(0).setUTCFullYear(year, month - 1, date);
  const found = new Date(ms);
  const exists = year > 0 && found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
  return exists ? new Day(ms / DAY) : null;
}

/** Read `18:00` or `18:00:00.000-07:00` as a Moment of 1970-01-01, anything else as null. */
export function readTime(text: string, offset = 0): Moment | null {
  const [, hours, minutes, seconds = "0", fraction = "", zone] = TIME.exec(text) ?? [];
  const ahead = zone === undefined ? offset : readOffset(zone);
  if (hours === undefined || ahead === null) return null;
  const ms = clockTime(Number(hours), Number(minutes), Number(seconds));
  if (ms === null) return null;
  return new Moment(ms + Number(fraction.padEnd(3, "0").slice(0, 3)) - ahead * MINUTE, ahead);
}

/** Milliseconds since midnight; null for what no clock shows. */
function clockTime(hours: number, minutes: number, seconds: number): number | null {
  const exists = hours < 24 && minutes < 60 && seconds < 60;
  return exists ? (hours * 60 + minutes) * MINUTE + seconds * 1000 : null;
}

/** The offset a time is written with; UTC when it names none. */
export function offsetOf(text: string): number {
  const moment = readDate(text);
  return moment instanceof Moment ? moment.offset : 0;
}

/** Whether a number of days falls into the years 1 to 9999, which is all a date can be written for. */
const isWritable = (days: number): boolean => days >= -719_161 && days <= 2_932_895;

/** Move a date. A Day moved by whole days stays a Day; out of the calendar, or between days, it is only a number. */
export function later(date: Day | Moment, days: number): Day | Moment | number {
  const moved = date.days + days;
  if (!isWritable(moved)) return moved;
  if (date instanceof Moment) return new Moment(date.ms + Math.round(days * DAY), date.offset);
  return Number.isInteger(moved) ? new Day(moved) : moved;
}

/** A whole number is a local day, any other a point in time; midnight is a day again. Null outside the calendar. */
export function dateOf(days: number, offset: number): Day | Moment | null {
  if (!isWritable(days)) return null;
  if (Number.isInteger(days)) return new Day(days);
  const moment = new Moment(Math.round(days * DAY), offset);
  return moment.fraction === 0 ? moment.day : moment;
}

/** Days since 1970 in UTC: a Day begins at midnight of the given offset. */
export const absoluteDays = (date: Day | Moment, offset: number): number =>
  date instanceof Day ? date.days - offset / 1440 : date.days;
