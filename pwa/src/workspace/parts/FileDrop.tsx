// A place to drop files on, or to choose them with the keyboard.
import { useState } from "preact/hooks";
import { DeskIcon } from "./DeskIcon";

interface FileDropProps {
  id: string;
  label: string;
  note: string;
  accept: string;
  isBusy?: boolean;
  /** Whether several may come at once. */
  many?: boolean;
  onFiles: (files: File[]) => void;
}

export function FileDrop({ id, label, note, accept, isBusy = false, many = false, onFiles }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])].slice(0, many ? undefined : 1);
    setOver(false);
    if (files.length > 0 && !isBusy) onFiles(files);
  };
  return (
    <label
      class={isOver ? "drop is-over" : "drop"} for={id} aria-busy={isBusy}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); take(event.dataTransfer?.files); }}
    >
      <span class="empty-icon"><DeskIcon name="upload" /></span>
      <span class="drop-label">{label}</span>
      <span class="soft small" id={`${id}-note`}>{note}</span>
      <input
        class="drop-input" id={id} type="file" accept={accept} multiple={many} disabled={isBusy} aria-describedby={`${id}-note`}
        onChange={(event) => { take(event.currentTarget.files); event.currentTarget.value = ""; }}
      />
    </label>
  );
}
