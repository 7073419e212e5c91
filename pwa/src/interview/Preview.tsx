// A question set as the phone shows it, answered on trial: nothing is kept, nothing is sent.
import { useMemo, useState } from "preact/hooks";
import type { Version } from "../logic";
import { Conducted } from "./Conducted";
import { forgetfulKeeper } from "./forgetful";
import type { DraftKeeper, OpenedDraft } from "./keeping";

export interface PreviewProps {
  version: Version;
  language: string;
  /** Where its pictures, sounds and films come from. */
  medium: NonNullable<DraftKeeper["medium"]>;
  mode?: OpenedDraft["mode"];
  onLeave?: () => void;
}

export function Preview({ version, language, medium, mode, onLeave }: PreviewProps) {
  const [turn, setTurn] = useState(0);
  const keeper = useMemo(() => forgetfulKeeper(version, language, medium, mode), [version, language, mode, turn]);
  return <Conducted key={turn} keeper={keeper} onLeave={onLeave} onAgain={() => setTurn(turn + 1)} />;
}
