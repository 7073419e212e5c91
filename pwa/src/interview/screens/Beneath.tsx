// What stands beneath the words of a question: its picture, film or sound, and a voice that reads the words.
import { Media } from "../media/Media";
import type { Conducting } from "../conduct/conducting";
import { ReadAloud } from "./ReadAloud";

export function Beneath({ on, path, paths }: { on: Conducting; path: string; paths: readonly string[] }) {
  const { media } = on.form.node(path);
  return (
    <>
      {media && <Media on={on} media={media} words={on.answers.words(path, "label")} />}
      <ReadAloud on={on} paths={paths} />
    </>
  );
}
