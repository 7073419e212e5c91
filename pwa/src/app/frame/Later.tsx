// A screen whose code comes after the first question, so that the first question comes sooner.
import type { ComponentType } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { language, loadMessages, t } from "../../i18n";
import { Button, Notice, Page } from "../../ui";

interface LaterProps<Props> {
  load: () => Promise<ComponentType<Props>>;
  with: Props;
  /** What to say when the code cannot be had, where no answers are at stake. */
  failed?: string;
}

export function Later<Props extends object>({ load, with: props, failed }: LaterProps<Props>) {
  const [had, setHad] = useState<{ load: unknown; Screen: ComponentType<Props> } | null>(null);
  const [isFailed, setFailed] = useState(false);
  const [Update, setUpdate] = useState<ComponentType | null>(null);
  useLayoutEffect(() => {
    const spoken = async () => {
      const screen = await load();
      // Its words have come with it, in English; in another language they are a file of their own.
      await loadMessages(language.peek()).catch(() => undefined);
      return screen;
    };
    // What comes late, when another screen was asked for since, is left lying.
    let isWanted = true;
    const fail = () => {
      if (!isWanted) return;
      setFailed(true);
      // The server may have gone on to a newer app; this one's missing part is then nowhere any more.
      void import("./UpdateNotice").then(({ UpdateNotice }) => setUpdate(() => UpdateNotice), () => undefined);
    };
    spoken().then((Screen) => isWanted && setHad({ load, Screen }), fail);
    return () => { isWanted = false; };
  }, [load]);
  // What was fetched for the place before must not be given the things of this one, either.
  if (had?.load === load) return <had.Screen {...props} />;
  if (!isFailed) return null;
  return (
    <Page>
      <Notice tone="care" title={failed ?? t("later.missing")}>
        {!failed && <p>{t("later.missingWhy")}</p>}
        <div><Button onPress={() => location.reload()}>{t("go.retry")}</Button></div>
      </Notice>
      {Update && <Update />}
    </Page>
  );
}
