// Lengths, areas and fences on a sphere, of points written "latitude longitude altitude accuracy".
import { toNumber, toText, type Value } from "../values";
import { type Functions, members, onValues } from "./define";

const RADIUS = 6_378_100;

type Point = readonly [lat: number, lon: number];

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const hundredths = (metres: number): number => Math.floor(metres * 100 + 0.5) / 100;

/** The points of shapes in writing; none at all when one of them is no place on Earth. */
function points(values: readonly Value[]): readonly Point[] {
  const found = members(values).flatMap((value) => toText(value).trim().replace(/^;+|;+$/g, "").split(";").map(point));
  return found.some(([lat, lon]) => !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) ? [] : found;
}

function point(text: string): Point {
  const [lat = NaN, lon = NaN, ...rest] = text.trim().split(/\s+/).map(toNumber);
  return rest.some(Number.isNaN) ? [NaN, NaN] : [lat, lon];
}

const along = (places: readonly Point[], measure: (a: Point, b: Point) => number): number =>
  places.slice(1).reduce((sum, place, index) => sum + measure(places[index] ?? place, place), 0);

function arc([fromLat, fromLon]: Point, [toLat, toLon]: Point): number {
  const [a, b, turn] = [radians(fromLat), radians(toLat), radians(toLon - fromLon)];
  const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(turn);
  return RADIUS * Math.acos(Math.min(1, Math.max(-1, cosine)));
}

const strip = ([fromLat, fromLon]: Point, [toLat, toLon]: Point): number =>
  radians(toLon - fromLon) * (2 + Math.sin(radians(fromLat)) + Math.sin(radians(toLat)));

function area(shape: Value): number {
  const corners = points([shape]);
  if (corners.length === 0) return NaN;
  return hundredths(Math.abs((along([...corners, ...corners.slice(0, 1)], strip) * RADIUS * RADIUS) / 2));
}

function distance(shapes: readonly Value[]): number {
  const lines = shapes.map((shape) => points([shape]));
  return lines.some((line) => line.length === 0) ? NaN : hundredths(along(lines.flat(), arc));
}

/** Whether a point lies inside a closed shape: a line from it crosses the border an odd number of times. */
function isInside(place: readonly Point[], corners: readonly Point[]): boolean {
  const [first, last] = [corners[0], corners.at(-1)];
  const [at] = place;
  if (at === undefined || place.length > 1 || corners.length < 4) return false;
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return false;
  return along(corners, (a, b) => Number(crosses(at, a, b))) % 2 === 1;
}

const crosses = ([lat, lon]: Point, [aLat, aLon]: Point, [bLat, bLon]: Point): boolean =>
  aLon > lon !== bLon > lon && lat < ((bLat - aLat) * (lon - aLon)) / (bLon - aLon) + aLat;

export const GEO: Functions = {
  area: onValues(1, 1, ([shape = ""]) => area(shape)),
  distance: onValues(1, Infinity, distance),
  geofence: onValues(2, 2, ([place = "", shape = ""]) => isInside(points([toText(place)]), points([toText(shape)]))),
};
