// The people who work with an organization's questions. Those who answer are not among them: nobody lists them.
import { useState } from "preact/hooks";
import { identity, type Member } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { Badge } from "../../ui/more";
import { Screen } from "../frame/Screen";
import { useLoad } from "../loading";
import { Empty, Loaded } from "../parts";
import { to } from "../routing";
import { roleName } from "../words";
import { AddMember } from "./AddMember";
import { ChangeRoles } from "./ChangeRoles";
import { RemoveMember } from "./RemoveMember";

type Doing = { what: "adding" } | { what: "roles" | "removing"; member: Member } | null;

export function Members({ org }: { org: string }) {
  const found = useLoad(org, async () => (await identity.members(org)).items);
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const done = () => {
    close();
    found.again();
  };
  const add = <Button kind="primary" icon="plus" onPress={() => setDoing({ what: "adding" })}>{t("members.add")}</Button>;
  return (
    <Screen title={t("members.title")} lead={t("members.lead")} back={{ href: to.start(org), label: t("frame.start") }} acts={add}>
      <Loaded from={found}>
        {(members) => members.length === 0
          ? <Empty icon="people" title={t("members.none")} acts={add}><p>{t("members.noneBody")}</p></Empty>
          : <ul class="rows">{members.map((member) => <MemberRow key={member.id} member={member} onDo={(what) => setDoing({ what, member })} />)}</ul>}
      </Loaded>
      {doing?.what === "adding" && <AddMember org={org} onClose={close} onDone={done} />}
      {doing?.what === "roles" && <ChangeRoles org={org} member={doing.member} onClose={close} onDone={done} />}
      {doing?.what === "removing" && <RemoveMember org={org} member={doing.member} onClose={close} onDone={done} />}
    </Screen>
  );
}

function MemberRow({ member, onDo }: { member: Member; onDo: (what: "roles" | "removing") => void }) {
  return (
    <li class="row-still">
      <div class="row-words">
        <p class="row-title">{member.name}</p>
        <p class="soft small">{member.email}</p>
        <p class="row">{member.roles.map((role) => <Badge key={role} tone="pine">{roleName(role)}</Badge>)}</p>
      </div>
      <div class="row-acts">
        <Button kind="plain" onPress={() => onDo("roles")}>{t("members.changeRoles")}<span class="only-heard"> {member.name}</span></Button>
        <Button kind="plain" onPress={() => onDo("removing")}>{t("members.remove")}<span class="only-heard"> {member.name}</span></Button>
      </div>
    </li>
  );
}
