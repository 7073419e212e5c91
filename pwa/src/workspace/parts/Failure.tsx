// What went wrong, in words a person can act on, with everything the server found fault with.
import { ProblemError, Unreachable } from "../../client/desk";
import { t, type DeskKey } from "../../i18n/desk";
import { Button, Notice } from "../../ui";

const known: Readonly<Partial<Record<string, DeskKey & `fault.${string}`>>> = {
  already_member: "fault.alreadyMember", email_taken: "fault.alreadyMember", cross_site: "fault.crossSite",
  draft_has_errors: "fault.draftHasErrors", file_too_large: "fault.fileTooLarge", last_day_over: "fault.lastDayOver",
  last_facilitator: "fault.lastFacilitator", leader_reads_no_answers: "fault.leaderReadsNoAnswers", not_oneself: "fault.notOneself",
  later: "fault.later", store_full: "fault.later", not_found: "fault.notFound", not_published: "fault.notPublished",
  operator_reads_no_answers: "fault.operatorReadsNoAnswers", password_must_change: "fault.passwordMustChange", repair_not_offered: "fault.repairNotOffered", same_password: "fault.samePassword",
  role_may_not: "fault.roleMayNot", round_closed: "fault.roundClosed", too_large: "fault.fileTooLarge", too_many: "fault.tooMany",
  too_many_cards: "fault.tooManyCards", unreadable_file: "fault.unreadableFile", wrong_credentials: "fault.wrongCredentials",
};

/** Where the server's own sentence says what to do with this very file. */
const told = new Set(["unreadable_file", "file_too_large"]);

/** One sentence for a failure, in the language of the interface where we know the case. */
export function sentenceOf(failure: unknown): string {
  if (failure instanceof Unreachable) return t("fault.unreachable");
  if (!(failure instanceof ProblemError)) return t("fault.unexpected");
  const key = known[failure.code];
  return key ? t(key) : failure.title || t("fault.unexpected");
}

export function Failure({ failure, onAgain }: { failure: unknown; onAgain?: () => void }) {
  if (!failure) return null;
  const faults = failure instanceof ProblemError ? failure.faults : [];
  return (
    <Notice tone="care" title={sentenceOf(failure)}>
      {failure instanceof ProblemError && told.has(failure.code) && <p lang="en">{failure.title}</p>}
      {faults.length > 0 && (
        <ul class="faults-short" lang="en">
          {faults.map(({ where, message, remedy }) => (
            <li key={where + message}><span class="place">{where}</span> {message} {remedy && <em>{remedy}</em>}</li>
          ))}
        </ul>
      )}
      {onAgain && <div><Button onPress={onAgain}>{t("act.again")}</Button></div>}
    </Notice>
  );
}
