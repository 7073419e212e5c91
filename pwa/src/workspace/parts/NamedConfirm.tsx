// Before something that cannot be undone: its name has to be typed, so that nobody does it to the wrong one.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../i18n/desk";
import { Button, TextField } from "../../ui";
import { Dialog } from "../../ui/more";
import type { Act } from "../loading";
import { Failure } from "./Failure";

interface NamedConfirmProps {
  id: string;
  title: string;
  /** What has to be typed. */
  name: string;
  deed: string;
  act: Act<[]>;
  children: ComponentChildren;
  onClose: () => void;
}

export function NamedConfirm({ id, title, name, deed, act, children, onClose }: NamedConfirmProps) {
  const [typed, setTyped] = useState("");
  const isNamed = plain(typed) === plain(name);
  return (
    <Dialog
      id={id} title={title} onClose={onClose}
      acts={<><Button onPress={onClose}>{t("act.cancel")}</Button><Button kind="care" disabled={!isNamed || act.isBusy} onPress={act.run}>{deed}</Button></>}
    >
      <div class="stack">
        {children}
        <TextField id={`${id}-name`} label={t("confirm.type", { name })} value={typed} onInput={setTyped} />
        <Failure failure={act.failure} />
      </div>
    </Dialog>
  );
}

const plain = (text: string) => text.trim().replace(/\s+/g, " ").toLocaleLowerCase();
