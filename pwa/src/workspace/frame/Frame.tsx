// The frame of the desk: whose desk it is, the few places to go, and who is sitting at it.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { Me } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Mark } from "../../ui/more";
import { DeskIcon, type DeskIconName } from "../parts";
import { to, type DeskRoute } from "../routing";
import { mayIn } from "../session";
import { MemberMenu } from "./MemberMenu";
import { OrganizationMenu } from "./OrganizationMenu";

interface FrameProps {
  me: Me;
  route: DeskRoute;
  children: ComponentChildren;
}

export function Frame({ me, route, children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  const org = "org" in route ? route.org : route.at === "home" ? me.memberships[0]?.org_id : undefined;
  const places = org === undefined ? [] : placesIn(org, route);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>{t("frame.skip")}</button>
      <header class="desk-head ask">
        <div class="desk-bar">
          <a class="desk-mark" href={to.home} aria-label={t("desk.app")}><Mark /></a>
          <OrganizationMenu me={me} org={org} />
          {places.length > 1 && (
            <nav class="desk-nav" aria-label={t("frame.places")}>
              {places.map(({ href, icon, label, isHere }) => (
                <a key={href} href={href} class="desk-place" aria-current={isHere ? "page" : undefined}><DeskIcon name={icon} /><span>{label}</span></a>
              ))}
            </nav>
          )}
          <MemberMenu me={me} org={org} />
        </div>
      </header>
      <main class="desk-body" ref={main} tabIndex={-1}>{children}</main>
    </>
  );
}

interface Place { href: string; icon: DeskIconName; label: string; isHere: boolean }

const inQuestions: readonly string[] = ["question-sets", "library", "import", "question-set", "version"];
const inRounds: readonly string[] = ["rounds", "open-round", "round", "cards", "results", "quarantine", "conflicts"];
const inStart: readonly string[] = ["home", "start", "edit-organization"];

function placesIn(org: string, { at }: DeskRoute): Place[] {
  const may = mayIn(org);
  const places: (Place & { isAllowed: boolean })[] = [
    { href: to.start(org), icon: "start", label: t("frame.start"), isHere: inStart.includes(at), isAllowed: true },
    { href: to.questionSets(org), icon: "questions", label: t("frame.questions"), isHere: inQuestions.includes(at), isAllowed: may("view_question_sets") },
    { href: to.rounds(org), icon: "rounds", label: t("frame.rounds"), isHere: inRounds.includes(at), isAllowed: may("view_rounds") },
    { href: to.members(org), icon: "people", label: t("frame.people"), isHere: at === "members", isAllowed: may("manage_members") },
  ];
  return places.filter(({ isAllowed }) => isAllowed);
}
