// Everything that is wrong or unwise in a draft, each with its place and a remedy, and what could be mended at once.
import { questionSets, type DraftFault, type QuestionSet } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Icon } from "../../ui";
import { Badge } from "../../ui/more";
import { useLoad } from "../loading";
import { Empty, Loaded } from "../parts";
import { mayIn } from "../session";
import { NoteList } from "./NoteList";
import { RepairList } from "./RepairList";

interface CheckTabProps {
  org: string;
  set: QuestionSet;
  onSaved: (set: QuestionSet) => void;
}

export function CheckTab({ org, set, onSaved }: CheckTabProps) {
  const found = useLoad(`${set.id}/${set.draft_rev}`, () => questionSets.check(org, set.id));
  const mayEdit = mayIn(org)("edit_question_sets");
  return (
    <Loaded from={found}>
      {({ faults, repairs }) => (
        <div class="stack stack-wide">
          {repairs.length > 0 && <RepairList key={set.draft_rev} org={org} set={set} repairs={repairs} mayEdit={mayEdit} onSaved={onSaved} />}
          {(faults.length > 0 || repairs.length === 0) && <Faults faults={faults} hasQuestions={set.questions > 0} />}
          <NoteList notes={set.notes} />
        </div>
      )}
    </Loaded>
  );
}

function Faults({ faults, hasQuestions }: { faults: DraftFault[]; hasQuestions: boolean }) {
  const errors = faults.filter(({ level }) => level === "error");
  const warnings = faults.filter(({ level }) => level === "warning");
  if (faults.length === 0) {
    return <Empty icon="questions" title={t("check.clean")}><p>{hasQuestions ? t("check.cleanBody") : t("check.cleanEmpty")}</p></Empty>;
  }
  return (
    <div class="stack stack-wide">
      {errors.length > 0 && <FaultList title={t("check.errors", { count: errors.length })} lead={t("check.errorsBody")} faults={errors} />}
      {warnings.length > 0 && <FaultList title={t("check.warnings", { count: warnings.length })} lead={t("check.warningsBody")} faults={warnings} />}
    </div>
  );
}

function FaultList({ title, lead, faults }: { title: string; lead: string; faults: DraftFault[] }) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      <p class="soft">{lead}</p>
      <ol class="fault-list">{faults.map((fault, index) => <FaultItem key={index} fault={fault} />)}</ol>
    </section>
  );
}

function FaultItem({ fault: { level, sheet, row, column, text, message, remedy } }: { fault: DraftFault }) {
  return (
    <li class={`fault fault-${level}`}>
      <Icon name={level === "error" ? "care" : "info"} />
      <div class="stack stack-tight">
        <p class="row small">
          <Badge>{t("check.sheet", { sheet })}</Badge>
          {typeof row === "number" && <Badge>{t("check.row", { row })}</Badge>}
          {column && <Badge>{t("check.column", { column })}</Badge>}
        </p>
        <p class="fault-message" lang="en">{message}</p>
        {text && <code class="fault-text">{text}</code>}
        <p class="soft" lang="en">{remedy}</p>
      </div>
    </li>
  );
}
