// A phone on the desk: a question set in a frame of a phone's size, in the language one chooses.
import { useState } from "preact/hooks";
import { interfaceLanguage, language as mine } from "../../i18n";
import { t } from "../../i18n/desk";
import { Preview } from "../../interview/Preview";
import type { Node, Version } from "../../logic";
import { Button } from "../../ui";

interface PhoneViewProps {
  version: Version;
  /** Where pictures, sounds and films come from. */
  medium: (sha256: string) => Promise<Blob | null>;
}

export function PhoneView({ version, medium }: PhoneViewProps) {
  const offered = version.languages;
  const first = offered.find(({ code }) => interfaceLanguage(code) === mine.value)?.code ?? version.default_language;
  const [language, setLanguage] = useState(first);
  const [turn, setTurn] = useState(0);
  const [mode, setMode] = useState<"open_link" | "interview">(hasGuide(version.tree) ? "interview" : "open_link");
  const anew = () => setTurn(turn + 1);
  return (
    <div class="phone-view">
      <div class="phone-frame" role="region" aria-label={t("phone.frame")} lang={language}>
        <div class="phone-glass"><Preview key={`${language}/${mode}/${turn}`} version={version} language={language} medium={medium} mode={mode} onLeave={anew} /></div>
      </div>
      <div class="phone-words stack">
        <h2>{t("phone.title")}</h2>
        <div class="stack stack-tight" role="group" aria-labelledby="phone-mode">
          <p class="eyebrow" id="phone-mode">{t("phone.mode")}</p>
          <div class="row">
            <Button kind="quiet" pressed={mode === "open_link"} onPress={() => setMode("open_link")}>{t("phone.asRespondent")}</Button>
            <Button kind="quiet" pressed={mode === "interview"} onPress={() => setMode("interview")}>{t("phone.asInterviewer")}</Button>
          </div>
        </div>
        <p class="soft">{t("phone.body")}</p>
        {offered.length > 1 && (
          <div class="stack stack-tight" role="group" aria-labelledby="phone-language">
            <p class="eyebrow" id="phone-language">{t("language")}</p>
            <div class="row">
              {offered.map(({ code, name }) => (
                <span key={code} lang={code}><Button kind="quiet" pressed={code === language} onPress={() => setLanguage(code)}>{name}</Button></span>
              ))}
            </div>
          </div>
        )}
        <div><Button onPress={anew}>{t("phone.anew")}</Button></div>
      </div>
    </div>
  );
}

/** Probes and guidance are for an interviewer: whoever wrote them wants to see them. */
function hasGuide(nodes: readonly Node[]): boolean {
  return nodes.some(({ probes, guidance_hint, children }) => probes !== undefined || guidance_hint !== undefined || hasGuide(children ?? []));
}
