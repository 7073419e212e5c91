// A place as XForms writes it: "latitude longitude altitude accuracy", degrees and metres; ways and areas with ; between them.

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
