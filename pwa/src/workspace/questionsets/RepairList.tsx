// What could be mended in a draft for its author. None is chosen at first: a mended name changes where answers are kept.
import { useState } from "preact/hooks";
import { questionSets, type QuestionSet, type Repair } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, ChoiceCard } from "../../ui";
import { Badge } from "../../ui/more";
import { useAct } from "../loading";
import { Failure } from "../parts";

interface RepairListProps {
  org: string;
  set: QuestionSet;
  repairs: Repair[];
  mayEdit: boolean;
  onSaved: (set: QuestionSet) => void;
}

export function RepairList({ org, set, repairs, mayEdit, onSaved }: RepairListProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const mending = useAct(async () => {
    onSaved(await questionSets.repair(org, set.id, [...chosen], set.draft_rev));
  });
  const choose = (id: string, isWanted: boolean) => {
    const next = new Set(chosen);
    if (isWanted) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <section class="stack">
      <h2>{t("repairs.title", { count: repairs.length })}</h2>
      <p class="soft">{t("repairs.body")}</p>
      <ol class="fault-list">
        {repairs.map((repair) => <RepairItem key={repair.id} repair={repair} isChosen={chosen.has(repair.id)} mayEdit={mayEdit} onChoose={choose} />)}
      </ol>
      <Failure failure={mending.failure} />
      {mayEdit && (
        <div class="row">
          <Button kind="primary" disabled={chosen.size === 0 || mending.isBusy} onPress={() => mending.run()}>{t("repairs.do", { count: chosen.size })}</Button>
          <Button kind="plain" onPress={() => setChosen(new Set(chosen.size === repairs.length ? [] : repairs.map(({ id }) => id)))}>
            {chosen.size === repairs.length ? t("repairs.chooseNone") : t("repairs.chooseAll")}
          </Button>
        </div>
      )}
    </section>
  );
}

interface RepairItemProps {
  repair: Repair;
  isChosen: boolean;
  mayEdit: boolean;
  onChoose: (id: string, isWanted: boolean) => void;
}

function RepairItem({ repair: { id, sheet, row, column, was, becomes, why }, isChosen, mayEdit, onChoose }: RepairItemProps) {
  return (
    <li>
      <ChoiceCard name="repairs" value={id} many chosen={isChosen} disabled={!mayEdit} onChoose={(isWanted) => onChoose(id, isWanted)}>
        <span class="stack stack-tight">
          <span class="row small">
            <Badge>{t("check.sheet", { sheet })}</Badge>
            {typeof row === "number" && <Badge>{t("check.row", { row })}</Badge>}
            <Badge>{t("check.column", { column })}</Badge>
          </span>
          <span class="repair-change">
            <code class="fault-text"><bdi>{was}</bdi></code>
            <span class="soft">{t("repairs.becomes")}</span>
            {becomes ? <code class="fault-text"><bdi>{becomes}</bdi></code> : <em>{t("repairs.takenAway")}</em>}
          </span>
          <span class="soft" lang="en">{why}</span>
        </span>
      </ChoiceCard>
    </li>
  );
}
