// Two editors, one draft: nothing that either of them wrote is dropped in silence.
import { describe, expect, it } from "vitest";
import type { Draft } from "../../client/desk";
import { readDraft, showDraft } from "./draftText";
import { merge } from "./merging";

const age = { type: "integer", name: "age", label: "How old are you?" };
const pay = { type: "text", name: "pay", label: "How is the pay?" };
const why = { type: "text", name: "why", label: "Why?" };
const base: Draft = { survey: [age, pay], choices: [], settings: { form_title: "Pulse" } };

describe("merging two drafts", () => {
  it("takes both when they touch different rows", () => {
    const mine = { ...base, survey: [{ ...age, label: "Your age?" }, pay] };
    const theirs = { ...base, survey: [age, { ...pay, required: "yes" }], settings: { form_title: "Autumn pulse" } };
    expect(merge(base, mine, theirs)).toEqual({
      clashes: [],
      draft: { survey: [{ ...age, label: "Your age?" }, { ...pay, required: "yes" }], choices: [], settings: { form_title: "Autumn pulse" } },
    });
  });

  it("puts an added row behind the one it was written after", () => {
    const mine = { ...base, survey: [age, why, pay] };
    const theirs = { ...base, survey: [{ type: "note", name: "hello" }, age, pay] };
    expect(merge(base, mine, theirs).draft.survey.map(({ name }) => name)).toEqual(["hello", "age", "why", "pay"]);
  });

  it("lets a removed row go, and keeps the other's new order", () => {
    const mine = { ...base, survey: [age] };
    const theirs = { ...base, survey: [pay, age] };
    expect(merge(base, mine, theirs)).toEqual({ clashes: [], draft: { ...base, survey: [age] } });
  });

  it("names what both have changed, and what one changed and the other removed", () => {
    const mine = { ...base, survey: [{ ...age, label: "Your age?" }, { ...pay, label: "Pay?" }] };
    const theirs = { ...base, survey: [{ ...age, label: "Age in years?" }] };
    const merged = merge(base, mine, theirs);
    expect(merged.clashes).toEqual(["survey: age", "survey: pay"]);
    expect(merged.draft.survey).toEqual(mine.survey);
  });

  it("keeps rows that have no name, and rows that share one", () => {
    const group: Draft = { survey: [{ type: "begin_group", name: "g" }, age, { type: "end_group" }, { type: "end_group" }, age] };
    expect(merge(group, group, group).draft).toEqual(group);
  });
});

describe("a draft as text", () => {
  it("comes back as it was, and keeps sheets it does not know", () => {
    const draft: Draft = { ...base, osm: [{ list_name: "roads" }] };
    expect(readDraft(showDraft(draft))).toEqual(draft);
  });
});
