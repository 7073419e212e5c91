// Removing a member, after their name was typed.
import { identity, type Member } from "../../client/desk";
import { t } from "../../i18n/desk";
import { useAct } from "../loading";
import { NamedConfirm } from "../parts";

interface RemoveMemberProps {
  org: string;
  member: Member;
  onClose: () => void;
  onDone: () => void;
}

export function RemoveMember({ org, member, onClose, onDone }: RemoveMemberProps) {
  const removing = useAct(async () => {
    await identity.removeMember(org, member.id);
    onDone();
  });
  return (
    <NamedConfirm id="remove-member" title={t("members.removeWho", { name: member.name })} name={member.name} deed={t("members.remove")} act={removing} onClose={onClose}>
      <p>{t("members.removeBody")}</p>
    </NamedConfirm>
  );
}
