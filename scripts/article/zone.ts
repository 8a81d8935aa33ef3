import { IANAZone } from "luxon";

const dayLength = 86_400_000;

interface ZoneMemory {
  readonly zone: IANAZone;
  /** Offset of a UTC day whose offset does not change; `undefined` for a day on which it does. */
  readonly days: Map<number, number | undefined>;
}

const memories = new Map<string, ZoneMemory>();

/** True for a real IANA time zone such as `Asia/Shanghai`; names are compared as they are printed there, not `asia/shanghai` or `+08:00`. */
export function isZone(name: string): boolean {
  return /^[A-Z][A-Za-z]{0,31}(?:[/_+-][A-Za-z0-9]{1,31}){0,5}$/u.test(name) && IANAZone.isValidZone(name);
}

/**
 * Minutes by which wall clocks in `zone` are ahead of UTC at `instant` (milliseconds since 1970).
 *
 * Whole minutes: the seconds of a local mean time (Shanghai before 1901: +08:05:43) are dropped, here and so everywhere, since
 * HTML and ISO 8601 have no place for them. Remembered by day, because asking the ICU tables is slow.
 */
function offsetAt(instant: number, zone: string): number {
  const memory = memoryOf(zone);
  const day = Math.floor(instant / dayLength);
  if (!memory.days.has(day)) {
    const first = exactOffset(day * dayLength, memory.zone);
    memory.days.set(day, first === exactOffset((day + 1) * dayLength, memory.zone) ? first : undefined);
  }
  return memory.days.get(day) ?? exactOffset(instant, memory.zone);
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
  const memory = { zone: IANAZone.create(zone), days: new Map<number, number | undefined>() };
  memories.set(zone, memory);
  return memory;
}

function exactOffset(instant: number, zone: IANAZone): number {
  return Math.trunc(zone.offset(instant));
}
