// Places as text: what is one, and what is not.
import { expect, it } from "vitest";
import { placeFrom, placesFrom, placesLacking, readPlace, readPlaces, readUnfinished, typedPlace, unfinishedFrom } from "./places";

it.each([
  ["51.5 -0.12 20 5", { latitude: 51.5, longitude: -0.12, altitude: 20, accuracy: 5 }],
  [" 51.5   -0.12 ", { latitude: 51.5, longitude: -0.12, altitude: 0, accuracy: 0 }],
  ["", null],
  ["51.5", null],
  ["north 3", null],
  ["91 0", null],
  ["0 -181", null],
])("reads %j", (text, place) => {
  expect(readPlace(text)).toEqual(place);
});

it("writes what it reads, and no more digits than a phone knows", () => {
  expect(placeFrom({ latitude: 51.50000049, longitude: -0.1234567, altitude: 20.04, accuracy: 4.96 })).toBe("51.5 -0.123457 20 5");
});

it("reads ways as they are, and areas without the end that is their beginning", () => {
  const [one, two, three] = ["1 2 0 0", "3 4 0 0", "5 6 0 0"].map((text) => readPlace(text) ?? undefined);
  if (!one || !two || !three) throw new Error("three places");
  for (const places of [[], [one], [one, two], [one, two, three]]) {
    expect(readPlaces(placesFrom(places, false), false)).toEqual(places);
    expect(readPlaces(placesFrom(places, true), true)).toEqual(places);
  }
  expect(placesFrom([one, two, three], true)).toBe("1 2 0 0;3 4 0 0;5 6 0 0;1 2 0 0");
});

it.each([
  ["51.5", "-0.12", "51.5 -0.12 0 0"],
  [" 51,5 ", "−0,12", "51.5 -0.12 0 0"],
  ["٥١٫٥", "1", "51.5 1 0 0"],
  ["51.5", "", null],
  ["51.5 -0.12", "3", null],
  ["95", "1", null],
  ["1e1", "1", null],
])("reads %j and %j as people type them", (latitude, longitude, text) => {
  const place = typedPlace({ latitude, longitude });
  expect(place && placeFrom(place)).toBe(text);
});

it("says how many places are lacking, and nothing where there are none", () => {
  expect([0, 1, 2, 3].map((count) => placesLacking(count, false))).toEqual([0, 1, 0, 0]);
  expect([0, 1, 2, 3].map((count) => placesLacking(count, true))).toEqual([0, 2, 1, 0]);
});

it("keeps what is unfinished as it is", () => {
  const unfinished = { places: "1 2 0 0;1 2 0 0", latitude: " 19,", longitude: "" };
  expect(readUnfinished(unfinishedFrom(unfinished))).toEqual(unfinished);
  expect(readUnfinished("")).toBeNull();
});
