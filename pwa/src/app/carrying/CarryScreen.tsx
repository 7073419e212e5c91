// Answers that wait on this phone, taken to another one in a file; and the other end of that way.
import { words } from "../../i18n/carrying";
import { canPin } from "../../storage/pins";
import { Notice } from "../../ui";
import { Shell } from "../frame/Shell";
import { StorageNotice } from "../frame/StorageNotice";
import { TakeAlong } from "./TakeAlong";
import { TakeIn } from "./TakeIn";

export function CarryScreen() {
  return (
    <Shell back>
      {canPin() ? <><TakeAlong /><TakeIn /><StorageNotice /></> : <Notice tone="sun" title={words("carry.unavailable")}>{words("carry.unavailableWhy")}</Notice>}
    </Shell>
  );
}
