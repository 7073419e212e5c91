// The starter library: packs ready to use, and questions theme by theme. Copied, they are the organization's own.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { questionSets, type StarterSet, type StarterTheme } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, Notice, TextField } from "../../ui";
import { Badge, Card } from "../../ui/more";
import { Screen } from "../frame/Screen";
import { useAct, useLoad } from "../loading";
import { Failure, inMyLanguage, Loaded } from "../parts";
import { go, to } from "../routing";

interface Shelves { packs: StarterSet[]; themes: StarterSet[]; about: StarterTheme[] }

async function fetchShelves(): Promise<Shelves> {
  const [library, about] = await Promise.all([questionSets.starterLibrary(), questionSets.starterThemes()]);
  return { packs: library.items.filter(({ kind }) => kind === "pack"), themes: library.items.filter(({ kind }) => kind === "theme"), about };
}

export function Library({ org }: { org: string }) {
  const found = useLoad("library", fetchShelves);
  const copying = useAct(async (set: StarterSet) => {
    const made = await questionSets.createQuestionSet(org, { title: inMyLanguage(set.name), pack: set.key });
    go(to.questionSet(org, made.id));
  });
  return (
    <Screen title={t("library.title")} lead={t("library.lead")} back={{ href: to.questionSets(org), label: t("sets.title") }}>
      <Notice tone="sun" title={t("library.unvalidated")}><p>{t("library.unvalidatedBody")}</p></Notice>
      <Failure failure={copying.failure} />
      <Loaded from={found}>
        {({ packs, themes, about }) => (
          <>
            <Shelf title={t("library.packs")} lead={t("library.packsLead")}>
              {packs.map((set) => <Book key={set.key} set={set} isBusy={copying.isBusy} onCopy={copying.run} />)}
            </Shelf>
            <Shelf title={t("library.themes", { count: themes.length })} lead={t("library.themesLead")}>
              {themes.map((set) => (
                <Book key={set.key} set={set} isSensitive={about.find(({ key }) => key === set.key)?.sensitivity === "high"} isBusy={copying.isBusy} onCopy={copying.run} />
              ))}
            </Shelf>
          </>
        )}
      </Loaded>
      <FromNothing org={org} />
    </Screen>
  );
}

function Shelf({ title, lead, children }: { title: string; lead: string; children: ComponentChildren }) {
  return <section class="stack shelf"><h2>{title}</h2><p class="soft">{lead}</p><div class="books">{children}</div></section>;
}

interface BookProps { set: StarterSet; isSensitive?: boolean; isBusy: boolean; onCopy: (set: StarterSet) => void }

function Book({ set, isSensitive = false, isBusy, onCopy }: BookProps) {
  const name = inMyLanguage(set.name);
  return (
    <article class={`book book-${set.kind}`}>
      <h3>{name}</h3>
      <p class="soft small">{inMyLanguage(set.about)}</p>
      <p class="row small">
        <span class="figures">{t("sets.questions", { count: set.questions })}{set.minutes !== null && ` · ${t("library.minutes", { count: set.minutes })}`}</span>
        {isSensitive && <Badge tone="care">{t("library.sensitive")}</Badge>}
      </p>
      <Button disabled={isBusy} onPress={() => onCopy(set)}>{t("library.copy")}<span class="only-heard"> {name}</span></Button>
    </article>
  );
}

function FromNothing({ org }: { org: string }) {
  const [title, setTitle] = useState("");
  const making = useAct(async () => {
    const made = await questionSets.createQuestionSet(org, { title: title.trim() });
    go(to.questionSet(org, made.id, "draft"));
  });
  return (
    <Card labelledBy="from-nothing">
      <h2 id="from-nothing">{t("library.nothing")}</h2>
      <p class="soft">{t("library.nothingBody")}</p>
      <form class="field-and-button" onSubmit={(event) => { event.preventDefault(); making.run(); }}>
        <TextField id="set-title" label={t("sets.name")} value={title} onInput={setTitle} required />
        <Button type="submit" disabled={making.isBusy || title.trim() === ""}>{t("library.nothingAct")}</Button>
      </form>
      <Failure failure={making.failure} />
    </Card>
  );
}
