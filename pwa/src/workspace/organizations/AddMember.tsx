// Adding a person, with their roles and a first password to be handed over.
import { useState } from "preact/hooks";
import { identity, type MemberRole } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, TextField } from "../../ui";
import { Dialog } from "../../ui/more";
import { useAct } from "../loading";
import { Failure } from "../parts";
import { RoleChoices } from "./RoleChoices";

const SHORTEST = 12;

interface AddMemberProps {
  org: string;
  onClose: () => void;
  onDone: () => void;
}

export function AddMember({ org, onClose, onDone }: AddMemberProps) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState(firstPassword);
  const [roles, setRoles] = useState<MemberRole[]>([]);
  const adding = useAct(async () => {
    await identity.addMember(org, { name: name.trim(), email: email.trim(), password, roles });
    onDone();
  });
  const isWhole = name.trim() !== "" && email.includes("@") && roles.length > 0 && password.length >= SHORTEST;
  return (
    <Dialog
      id="add-member" title={t("members.add")} onClose={onClose}
      acts={<><Button onPress={onClose}>{t("act.cancel")}</Button><Button kind="primary" disabled={!isWhole || adding.isBusy} onPress={adding.run}>{t("members.addDeed")}</Button></>}
    >
      <div class="stack">
        <TextField id="member-name" label={t("members.name")} value={name} onInput={setName} required />
        <TextField id="member-email" type="email" label={t("signIn.email")} inputMode="email" value={email} onInput={setEmail} required />
        <RoleChoices roles={roles} onChange={setRoles} />
        <TextField id="member-password" label={t("members.password")} note={t("members.passwordNote")} value={password} onInput={setPassword} required />
        <Failure failure={adding.failure} />
      </div>
    </Dialog>
  );
}

/** Sixteen letters and digits that are hard to misread: 80 bits. */
function firstPassword(): string {
  const letters = "abcdefghjkmnpqrstvwxyz0123456789";
  const drawn = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => letters[byte % letters.length] ?? "");
  return drawn.join("").replace(/.{4}(?=.)/g, "$&-");
}
