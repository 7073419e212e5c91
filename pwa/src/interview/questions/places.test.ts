// Places as text: what is one, and what is not.
import { expect, it } from "vitest";
import { placeFrom, readPlace } from "./places";

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
