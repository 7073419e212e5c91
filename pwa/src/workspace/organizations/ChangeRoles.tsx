// Giving a member other roles.
import { useState } from "preact/hooks";
import { identity, type Member } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { Dialog } from "../../ui/more";
import { useAct } from "../loading";
import { Failure } from "../parts";
import { RoleChoices } from "./RoleChoices";

interface ChangeRolesProps {
  org: string;
  member: Member;
  onClose: () => void;
  onDone: () => void;
}

export function ChangeRoles({ org, member, onClose, onDone }: ChangeRolesProps) {
  const [roles, setRoles] = useState(member.roles);
  const changing = useAct(async () => {
    await identity.changeRoles(org, member.id, roles);
    onDone();
  });
  return (
    <Dialog
      id="change-roles" title={t("members.rolesOf", { name: member.name })} onClose={onClose}
      acts={<><Button onPress={onClose}>{t("act.cancel")}</Button><Button kind="primary" disabled={roles.length === 0 || changing.isBusy} onPress={changing.run}>{t("act.save")}</Button></>}
    >
      <div class="stack">
        <RoleChoices roles={roles} onChange={setRoles} />
        <p class="soft small">{t("members.rolesNote")}</p>
        <Failure failure={changing.failure} />
      </div>
    </Dialog>
  );
}
