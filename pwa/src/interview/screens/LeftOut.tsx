// Rules left out because they call a function that this app does not know: told where they stand, or first if they work unseen.
import { t } from "../../i18n/further";
import type { Form } from "../../logic";
import type { Conducting } from "../conduct/conducting";

export function LeftOut({ on, path }: { on: Conducting; path: string }) {
  const own = around(path).flatMap((each) => unknownIn(on.form, each));
  const unseen = !on.hasBefore() && on.asked()[0] === path ? unknownUnseen(on.form) : [];
  return (
    <>
      {own.length > 0 && <p class="soft small">{t("interviewer.ruleLeftOut", { name: named(own) })}</p>}
      {unseen.length > 0 && <p class="soft small">{t("interviewer.workLeftOut", { name: named(unseen) })}</p>}
    </>
  );
}

/** A question's path and those of the groups and repeats around it, without the root's. */
function around(path: string): readonly string[] {
  const steps = path.split("/").slice(1);
  return steps.slice(1).map((_, place) => `/${steps.slice(0, place + 2).join("/")}`);
}

const unknownIn = (form: Form, path: string): readonly string[] =>
  form.get(path).faults.filter(({ code }) => code === "unknown_function").map(({ detail }) => detail);

/** Calculations have no words of their own to stand beside. */
const unknownUnseen = (form: Form): readonly string[] =>
  form.paths().flatMap((path) => (form.node(path).type === "calculate" ? unknownIn(form, path) : []));

const named = (functions: readonly string[]): string => [...new Set(functions)].map((name) => `${name}()`).join(", ");
