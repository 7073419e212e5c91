// The part of the settings for phones that several people use: the quick exit, the plain name, the PIN for handing over.
import { useEffect, useState } from "preact/hooks";
import { isNeutral } from "../../i18n";
import { words } from "../../i18n/sharing";
import { Button, ChoiceCard } from "../../ui";
import { forgetHandPin, hasHandPin } from "./handpin";
import { chooseName } from "./dressing";

export function SharedPhone() {
  return (
    <section class="stack" aria-labelledby="shared">
      <h2 id="shared">{words("shared.title")}</h2>
      <div class="stack stack-tight">
        <h3>{words("exit.title")}</h3>
        <p>{words("exit.body")}</p>
      </div>
      <fieldset class="stack stack-tight">
        <legend class="field-label">{words("name.title")}</legend>
        {[false, true].map((neutral) => (
          <ChoiceCard key={String(neutral)} name="own-name" value={String(neutral)} chosen={isNeutral.value === neutral} onChoose={() => void chooseName(neutral)}>
            {neutral ? words("name.neutral") : words("name.own")}
          </ChoiceCard>
        ))}
        <p class="small soft">{words("name.note")}</p>
      </fieldset>
      <AnotherPin />
    </section>
  );
}

/** Whoever has the start page before them has the phone: the old PIN is not asked for. */
function AnotherPin() {
  const [isSet, setSet] = useState(false);
  const [isDone, setDone] = useState(false);
  useEffect(() => void hasHandPin().then(setSet), []);
  if (!isSet) return null;
  if (isDone) return <p role="status">{words("hand.anotherDone")}</p>;
  return <div><Button onPress={() => void forgetHandPin().then(() => setDone(true))}>{words("hand.another")}</Button></div>;
}
