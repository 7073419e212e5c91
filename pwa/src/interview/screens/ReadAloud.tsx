// Reads a question and its choices aloud, where the phone has a voice of its own for the language.
import { useEffect } from "preact/hooks";
import { Button } from "../../ui";
import { t } from "../../i18n/further";
import type { Conducting } from "../conduct/conducting";
import { plainWords } from "../wording/markup";
import { isSpeaking, speak, stopSpeaking, voiceFor } from "../wording/speaking";

export function ReadAloud({ on, paths }: { on: Conducting; paths: readonly string[] }) {
  const voice = voiceFor(on.language.value);
  useEffect(() => stopSpeaking, [paths.join()]);
  if (!voice) return null;
  if (isSpeaking.value) return <Button kind="plain" icon="close" onPress={stopSpeaking}>{t("aloud.stop")}</Button>;
  return <Button kind="plain" icon="sound" onPress={() => speak(linesOf(on, paths), voice)}>{t("aloud.read")}</Button>;
}

/** What is heard: the words of each question, its hint, and its choices. */
function linesOf(on: Conducting, paths: readonly string[]): string[] {
  const lines = paths.flatMap((path) => [
    on.answers.words(path, "label"), on.answers.words(path, "hint"),
    ...(on.form.node(path).children ? [] : on.answers.choices(path).map(({ label }) => label)),
  ]);
  return lines.map(plainWords).filter(Boolean);
}
