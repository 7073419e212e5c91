// Between two people on one phone: clear the start page for the next, and find again what was cleared.
import { words } from "../../i18n/sharing";
import { Button } from "../../ui";
import { keptDrafts, keptOutbox } from "../phone/kept";
import { goInstead, paths } from "../places/routing";
import { bringBack, putAllAway } from "./clearing";
import { putAway } from "./puttingaway";

export function LastOne() {
  const clear = async () => {
    await putAllAway();
    goInstead(paths.home);
    scrollTo(0, 0);
  };
  return (
    <section class="stack stack-tight">
      <p class="soft">{words("away.body")}</p>
      <div><Button onPress={() => void clear()}>{words("away.do")}</Button></div>
    </section>
  );
}

export function PutAway() {
  const count = [...keptDrafts.value, ...keptOutbox.value].filter(({ instanceId }) => putAway.value.has(instanceId)).length;
  if (putAway.value.size === 0) return null;
  return (
    <section class="stack stack-tight">
      <p class="small soft">{words("away.note")}</p>
      <div><Button kind="plain" onPress={() => void bringBack()}>{words("away.show", { count })}</Button></div>
    </section>
  );
}
