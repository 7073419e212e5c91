// A place as XForms writes it: "latitude longitude altitude accuracy", degrees and metres; ways and areas with ; between them.

import { plainDigits } from "../wording/numbers";

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
  readonly altitude: number;
  /** Metres around it in which the phone is; 0 where it was typed. */
  readonly accuracy: number;
}

const MOST_LATITUDE = 90;
const MOST_LONGITUDE = 180;

/** Null for what is no place on earth. */
export function readPlace(text: string): Place | null {
  const parts = text.trim().split(/\s+/).map(Number);
  const [latitude = NaN, longitude = NaN, altitude = 0, accuracy = 0] = parts;
  const isOne = parts.every(Number.isFinite) && Math.abs(latitude) <= MOST_LATITUDE && Math.abs(longitude) <= MOST_LONGITUDE;
  return isOne && parts.length > 1 ? { latitude, longitude, altitude, accuracy } : null;
}

/** To a tenth of a metre: more digits than a phone knows say nothing. */
export function placeFrom({ latitude, longitude, altitude, accuracy }: Place): string {
  return [latitude.toFixed(6), longitude.toFixed(6), altitude.toFixed(1), accuracy.toFixed(1)].map(Number).join(" ");
}

/** The places of a way, or of an area, which ends where it began. */
export function readPlaces(text: string, isArea: boolean): readonly Place[] {
  const places = text.split(";").flatMap((part) => readPlace(part) ?? []);
  return isArea && places.length > 1 ? places.slice(0, -1) : places;
}

export function placesFrom(places: readonly Place[], isArea: boolean): string {
  const ring = isArea && places[0] ? [...places, places[0]] : places;
  return ring.map(placeFrom).join(";");
}

/** Fewer places than these are no way, and no area. */
const LEAST = { way: 2, area: 3 };

/** How many more places are needed: none is an answer, too, and so are enough. */
export function placesLacking(count: number, isArea: boolean): number {
  return count === 0 ? 0 : Math.max(0, LEAST[isArea ? "area" : "way"] - count);
}

const DEGREES = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** Two numbers as people type them, as a place; null until they are one. */
export function typedPlace({ latitude, longitude }: { latitude: string; longitude: string }): Place | null {
  const [north = "", east = ""] = [latitude, longitude].map((typed) => plainDigits(typed).replace(",", "."));
  return DEGREES.test(north) && DEGREES.test(east) ? readPlace(`${north} ${east}`) : null;
}

/** What stands at a question before it is an answer: the places so far, as they are stored, and the two numbers being typed. */
export interface Unfinished {
  readonly places: string;
  readonly latitude: string;
  readonly longitude: string;
}

export function unfinishedFrom({ places, latitude, longitude }: Unfinished): string {
  return [places, latitude, longitude].join("\n");
}

export function readUnfinished(text: string): Unfinished | null {
  const [places = "", latitude = "", longitude = ""] = text.split("\n");
  return text === "" ? null : { places, latitude, longitude };
}
