// A place to drop a file on, or to choose one with the keyboard.
import { useState } from "preact/hooks";
import { DeskIcon } from "./DeskIcon";

interface FileDropProps {
  id: string;
  label: string;
  note: string;
  accept: string;
  isBusy?: boolean;
  onFile: (file: File) => void;
}

export function FileDrop({ id, label, note, accept, isBusy = false, onFile }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    setOver(false);
    if (file && !isBusy) onFile(file);
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
        class="drop-input" id={id} type="file" accept={accept} disabled={isBusy} aria-describedby={`${id}-note`}
        onChange={(event) => { take(event.currentTarget.files); event.currentTarget.value = ""; }}
      />
    </label>
  );
}
