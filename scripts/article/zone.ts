import { IANAZone } from "luxon";

const dayLength = 86_400_000;

/** Clocks that show the same at both ends of it were not changed in between: no summer time was shorter than a week (Recife, 2000). */
const spanLength = 4 * dayLength;

interface ZoneMemory {
  readonly zone: IANAZone;
  /** Offsets at multiples of `spanLength`, by the number of spans since 1970. */
  readonly offsets: Map<number, number>;
}

const memories = new Map<string, ZoneMemory>();

/** True for a real IANA time zone such as `Asia/Shanghai`; names are compared as they are printed there, not `asia/shanghai` or `+08:00`. */
export function isZone(name: string): boolean {
  return /^[A-Z][A-Za-z]{0,31}(?:[/_+-][A-Za-z0-9]{1,31}){0,5}$/u.test(name) && IANAZone.create(name).isValid;
}

/**
 * Minutes by which wall clocks in `zone` are ahead of UTC at `instant` (milliseconds since 1970).
 *
 * Whole minutes: the seconds of a local mean time (Shanghai before 1901: +08:05:43) are dropped, here and so everywhere, since
 * HTML and ISO 8601 have no place for them. Remembered by spans of days, because asking the ICU tables is slow.
 */
function offsetAt(instant: number, zone: string): number {
  const memory = memoryOf(zone);
  const span = Math.floor(instant / spanLength);
  const offset = offsetFrom(span, memory);
  return offset === offsetFrom(span + 1, memory) ? offset : exactOffset(instant, memory.zone);
}

function offsetFrom(span: number, { zone, offsets }: ZoneMemory): number {
  const known = offsets.get(span);
  if (known !== undefined) return known;
  const offset = exactOffset(span * spanLength, zone);
  offsets.set(span, offset);
  return offset;
}

/** Milliseconds on the wall clock of `zone` at `instant`, counted as if the clock stood in UTC. */
export function wallClock(instant: number, zone: string): number {
  return instant + offsetAt(instant, zone) * 60_000;
}

/** The instants, earliest first, at which clocks in `zone` show `wall`: one as a rule, two or none where clocks are changed. */
export function instantsOf(wall: number, zone: string): readonly number[] {
  const early = offsetAt(wall - dayLength, zone);
  const late = offsetAt(wall + dayLength, zone);
  const offsets = early === late ? [early] : [Math.max(early, late), Math.min(early, late)];
  return offsets.map((offset) => wall - offset * 60_000).filter((instant) => wallClock(instant, zone) === wall);
}

/** The first instant from which clocks in `zone` show `wall` or later: the end of the gap when `wall` itself is left out. */
export function firstInstantFrom(wall: number, zone: string): number {
  const [first] = instantsOf(wall, zone);
  if (first !== undefined) return first;
  let before = Math.floor((wall - dayLength) / 1000);
  let after = Math.ceil((wall + dayLength) / 1000);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock(middle * 1000, zone) >= wall) after = middle;
    else before = middle;
  }
  return after * 1000;
}

function memoryOf(zone: string): ZoneMemory {
  const known = memories.get(zone);
  if (known !== undefined) return known;
  if (!isZone(zone)) throw new Error(`not a time zone: ${JSON.stringify(zone)}`);
  const memory = { zone: IANAZone.create(zone), offsets: new Map<number, number>() };
  memories.set(zone, memory);
  return memory;
}

function exactOffset(instant: number, zone: IANAZone): number {
  return Math.trunc(zone.offset(instant));
}
