// The pictures, sounds, films and lists that a question set names: what is missing, and what is there.
import { useState } from "preact/hooks";
import { ProblemError, questionSets, type Medium, type MediaOfSet, type QuestionSet } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, Notice } from "../../ui";
import { Badge } from "../../ui/more";
import { useAct, useLoad } from "../loading";
import { Empty, Failure, FileDrop, Loaded } from "../parts";
import { mayIn } from "../session";
import { MediumPicture } from "./MediumPicture";

const KINDS = "image/png,image/jpeg,image/webp,image/gif,audio/*,video/mp4,video/webm,.csv,.xml,.geojson";

export function MediaTab({ org, set, onChanged }: { org: string; set: QuestionSet; onChanged: () => void }) {
  const found = useLoad(`${set.id}/${set.draft_rev}`, () => questionSets.media(org, set.id));
  return <Loaded from={found}>{(media) => <Shelf org={org} set={set} media={media} onPut={found.put} onChanged={onChanged} />}</Loaded>;
}

/** A file that the server does not take; the others are added all the same. */
interface Refused {
  name: string;
  failure: ProblemError;
}

interface ShelfProps {
  org: string;
  set: QuestionSet;
  media: MediaOfSet;
  onPut: (media: MediaOfSet) => void;
  onChanged: () => void;
}

function Shelf({ org, set, media: { items, missing }, onPut, onChanged }: ShelfProps) {
  const [progress, setProgress] = useState<{ done: number; count: number } | null>(null);
  const [removed, setRemoved] = useState<File | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const mayEdit = mayIn(org)("edit_question_sets");
  const adding = useAct(async (files: File[]) => {
    setRemoved(null);
    setRefused([]);
    try {
      for (const [done, file] of files.entries()) {
        setProgress({ done, count: files.length });
        await questionSets.addMedium(org, set.id, file).then(onPut, (failure: unknown) => {
          if (!(failure instanceof ProblemError) || failure.status === 401) throw failure;
          setRefused((before) => [...before, { name: file.name, failure }]);
        });
      }
    } finally {
      setProgress(null);
      onChanged();
    }
  });
  const removing = useAct(async ({ name, sha256 }: Medium) => {
    const content = await questionSets.mediumContent(org, set.id, sha256);
    onPut(await questionSets.removeMedium(org, set.id, name));
    setRemoved(new File([content], name));
    onChanged();
  });
  return (
    <div class="stack stack-wide">
      {mayEdit && (
        <FileDrop id="media-file" many accept={KINDS} label={t("media.drop")} note={t("media.dropNote")} isBusy={adding.isBusy} onFiles={(files) => adding.run(files)} />
      )}
      <div role="status">{progress && <p>{t("media.adding", { done: progress.done + 1, count: progress.count })}</p>}</div>
      <Failure failure={adding.failure ?? removing.failure} />
      {refused.map(({ name, failure }) => <section class="stack stack-tight" key={name}><h2><bdi>{name}</bdi></h2><Failure failure={failure} /></section>)}
      {removed && (
        <Notice heard title={t("media.removed", { name: removed.name })}>
          <div><Button onPress={() => adding.run([removed])}>{t("media.undo")}</Button></div>
        </Notice>
      )}
      {missing.length > 0 && <Missing missing={missing} />}
      {items.length > 0 && (
        <section class="stack">
          <h2>{t("media.there", { count: items.length })}</h2>
          <ul class="rows">{items.map((item) => <MediumRow key={item.name} org={org} set={set} item={item} mayEdit={mayEdit} onRemove={() => removing.run(item)} />)}</ul>
        </section>
      )}
      {items.length + missing.length === 0 && <Empty icon="questions" title={t("media.none")}><p>{t("media.noneBody")}</p></Empty>}
    </div>
  );
}

function Missing({ missing }: { missing: MediaOfSet["missing"] }) {
  return (
    <section class="stack">
      <h2>{t("media.missing", { count: missing.length })}</h2>
      <p class="soft">{t("media.missingBody")}</p>
      <ul class="rows">
        {missing.map(({ name, sheet, row, column }) => (
          <li class="row-still" key={name}>
            <div class="row-words">
              <p class="row-title"><bdi>{name}</bdi></p>
              <p class="row small"><Badge>{t("check.sheet", { sheet })}</Badge>{typeof row === "number" && <Badge>{t("check.row", { row })}</Badge>}<Badge>{t("check.column", { column })}</Badge></p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface MediumRowProps {
  org: string;
  set: QuestionSet;
  item: Medium;
  mayEdit: boolean;
  onRemove: () => void;
}

function MediumRow({ org, set, item: { name, sha256, media_type: type, size, used }, mayEdit, onRemove }: MediumRowProps) {
  return (
    <li class="row-still">
      <div class="row-words medium">
        <span class="medium-small">{type.startsWith("image/") && <MediumPicture org={org} set={set.id} sha256={sha256} />}</span>
        <div>
          <p class="row-title"><bdi>{name}</bdi> {!used && <Badge tone="sun">{t("media.unused")}</Badge>}</p>
          <p class="soft small">{type} · {t("media.size", { size: Math.max(1, Math.round(size / 1000)) })}</p>
        </div>
      </div>
      {mayEdit && <div class="row-acts"><Button kind="plain" onPress={onRemove}>{t("media.remove")}<span class="only-heard"> {name}</span></Button></div>}
    </li>
  );
}
