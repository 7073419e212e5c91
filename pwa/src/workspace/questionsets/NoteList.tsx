// What a question set remembers of its making: what a file had that could not be brought in, and what was mended.
import type { Note } from "../../client/desk";
import { showDate } from "../../i18n";
import { t } from "../../i18n/desk";

const groups = [
  { kind: "left_out", title: "notes.leftOut", body: "notes.leftOutBody" },
  { kind: "repaired", title: "notes.repaired", body: "notes.repairedBody" },
] as const;

export function NoteList({ notes }: { notes: readonly Note[] }) {
  return (
    <>
      {groups.map(({ kind, title, body }) => {
        const found = notes.filter((note) => note.kind === kind);
        return found.length > 0 && (
          <details key={kind} class="notes" open={kind === "left_out"}>
            <summary><h2>{t(title, { count: found.length })}</h2></summary>
            <p class="soft">{t(body)}</p>
            <ul class="fault-list">{found.map((note, index) => <NoteItem key={index} note={note} />)}</ul>
          </details>
        );
      })}
    </>
  );
}

function NoteItem({ note: { where, was, becomes, why, at } }: { note: Note }) {
  return (
    <li class="fault">
      <div class="stack stack-tight">
        <p class="small" lang="en"><bdi>{where}</bdi>{at && <span class="soft"> · {showDate(at)}</span>}</p>
        {(was || becomes) && (
          <p class="repair-change">
            {was && <code class="fault-text"><bdi>{was}</bdi></code>}
            {becomes && <span class="soft">{t("repairs.becomes")}</span>}
            {becomes && <code class="fault-text"><bdi>{becomes}</bdi></code>}
          </p>
        )}
        <p class="soft" lang="en">{why}</p>
      </div>
    </li>
  );
}
