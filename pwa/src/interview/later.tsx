// Stands in for parts that come right after the first question, so that it is there sooner. Once fetched they stay for good.
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Button, Notice } from "../ui";
import { language, languages, loadMessages, t } from "../i18n";

type Further = typeof import("./further");

const further = signal<Further | null>(null);
const missing = signal(false);

/**
 * Fetch the parts that come later, and the interface's other languages, so that both work when the network goes.
 * Without a network they come from the service worker.
 */
export function fetchFurther(): void {
  if (further.value) return;
  missing.value = false;
  fetchAll().catch(() => (missing.value = true));
}

async function fetchAll(): Promise<void> {
  const all = await import("./further");
  // Its words have come with it, in English; in other languages they are files of their own.
  await loadMessages(language.peek()).catch(() => undefined);
  further.value = all;
  for (const { code } of languages) loadMessages(code).catch(() => undefined);
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
