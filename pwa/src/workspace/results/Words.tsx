// What people wrote, in no order that would tell anything.
import { useState } from "preact/hooks";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";

const FIRST = 5;

export function Words({ texts, someHeldBack }: { texts: string[]; someHeldBack: boolean }) {
  const [isWhole, setWhole] = useState(false);
  if (texts.length === 0) return <p class="soft">{t("results.textsHidden")}</p>;
  const shown = isWhole ? texts : texts.slice(0, FIRST);
  return (
    <>
      <ul class="words">{shown.map((text, index) => <li key={index} class="said" dir="auto">{text}</li>)}</ul>
      {texts.length > FIRST && <div><Button kind="plain" expanded={isWhole} onPress={() => setWhole(!isWhole)}>{isWhole ? t("results.fewerTexts") : t("results.allTexts", { count: texts.length })}</Button></div>}
      <p class="soft small">{t("results.textsNote")}{someHeldBack && ` ${t("results.textsHeldBack")}`}</p>
    </>
  );
}
