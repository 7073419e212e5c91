// Which file goes with a text in a language, and its bytes while they are on the screen.
import { useEffect, useState } from "preact/hooks";
import type { Media, MediaKind, Medium, Version } from "../../logic";
import { subscribe } from "../../storage";
import { medium } from "../../storage/media";
import type { Conducting } from "../conduct/conducting";

/** The file of a kind in a language, falling back as texts do; undefined where there is none, or nobody has added it. */
export function fileOf({ media: files, default_language: fallback }: Version, media: Media, kind: MediaKind, language: string): Medium | undefined {
  const [name] = media[kind]?.[language] ?? media[kind]?.[fallback] ?? [];
  return typeof name === "string" ? files?.[name] : undefined;
}

/** An address for the bytes of a file: undefined while they are read, null while they are not on this phone. */
export function useAddress(on: Conducting, file: Medium | undefined): string | null | undefined {
  const [address, setAddress] = useState<string | null>();
  useEffect(() => {
    if (!file) return;
    let made: string | undefined;
    let isWanted = true;
    const look = () => (on.keeper.medium ?? medium)(file.sha256).catch(() => null).then((blob) => {
      if (!isWanted || made) return;
      made = blob ? URL.createObjectURL(blob) : undefined;
      setAddress(made ?? null);
    });
    void look();
    const stop = subscribe(({ store, id }) => { if (store === "media" && id === file.sha256) void look(); });
    return () => {
      isWanted = false;
      stop();
      if (made) URL.revokeObjectURL(made);
      setAddress(undefined);
    };
  }, [file?.sha256]);
  return address;
}
