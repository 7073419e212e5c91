// Stands in for parts that come right after the first question, so that it is there sooner. Once fetched they stay for good.
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Button, Notice } from "../ui";
import { languages, loadMessages, t } from "../i18n";

type Further = typeof import("./further");

const further = signal<Further | null>(null);
const missing = signal(false);

/**
 * Fetch the parts that come later, and the interface's other languages, so that both work when the network goes.
 * Without a network they come from the service worker.
 */
export function fetchFurther(): void {
  for (const { code } of languages) loadMessages(code).catch(() => undefined);
  if (further.value) return;
  missing.value = false;
  import("./further").then((all) => (further.value = all)).catch(() => (missing.value = true));
}

/** A component from `further`; while it is on its way there is nothing, and if it does not come, a way to ask again, unless it is an extra. */
export function later<Props extends object>(pick: (all: Further) => ComponentType<Props>, isExtra = false): ComponentType<Props> {
  return function Later(props: Props) {
    const Part = further.value && pick(further.value);
    if (Part) return <Part {...props} />;
    return isExtra ? null : <Waiting />;
  };
}

function Waiting() {
  useEffect(fetchFurther, []);
  if (!missing.value) return null;
  return (
    <Notice tone="care" title={t("later.missing")}>
      <p>{t("later.missingWhy")}</p>
      <div><Button onPress={fetchFurther}>{t("go.retry")}</Button></div>
    </Notice>
  );
}
