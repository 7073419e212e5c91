// Askwell's engine: opens a version document, answers by path.
import { load, prepareAll } from "../../../pwa/src/logic/index";

const env = { now: "2026-03-15T10:20:30.000+00:00", random: () => 0.5, uuid: () => "00000000-0000-4000-8000-000000000000", language: "und" };

globalThis.engine = {
  ready: prepareAll,
  open: async (text) => load(JSON.parse(text), env),
  answer(form, name, value, read) {
    form.set(`/data/${name}`, value);
    const { relevant, value: shown } = form.get(`/data/${read}`);
    return [relevant, shown];
  },
};
