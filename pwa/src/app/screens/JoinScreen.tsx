// A link or a typed code, redeemed after a tap: programs that only look at links must not use up a card.
import { useEffect, useState } from "preact/hooks";
import { ProblemError } from "../../client/http";
import { showDate } from "../../i18n";
import { t } from "../../i18n/shell";
import { Button, Notice } from "../../ui";
import { Card } from "../../ui/more";
import { CodeForm } from "./CodeForm";
import { readCode, showCode } from "../rounds/codes";
import { joinByCode } from "../../storage";
import { joinFault, joinWith } from "../rounds/joining";
import { goInstead, paths } from "../places/routing";
import { Shell } from "../frame/Shell";

export function JoinScreen({ code: given }: { code: string }) {
  const code = readCode(given);
  return (
    <Shell back>
      {code === null ? <Card><CodeForm given={given} /></Card> : <Invitation key={code} code={code} />}
    </Shell>
  );
}

function Invitation({ code }: { code: string }) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    void joinByCode(code).then((join) => join?.round && goInstead(paths.round(join.id)));
  }, [code]);
  const open = async () => {
    setBusy(true);
    setFailure(null);
    try {
      goInstead(paths.round((await joinWith(code)).id));
    } catch (reason) {
      setFailure(reason);
      setBusy(false);
    }
  };
  return (
    <div class="stack stack-wide">
      <div class="stack">
        <h1>{t("join.title")}</h1>
        <p>{t("join.body")}</p>
        <p class="code">{showCode(code)}</p>
      </div>
      {failure !== null && <NotIn failure={failure} />}
      <Button kind="primary" wide disabled={isBusy} onPress={() => void open()}>
        {isBusy ? t("join.opening") : failure !== null ? t("go.retry") : t("join.open")}
      </Button>
    </div>
  );
}

/** Why there is no way in now, in words. Where it only takes time, nothing is wrong. */
function NotIn({ failure }: { failure: unknown }) {
  const fault = joinFault(failure);
  const opensOn = failure instanceof ProblemError ? failure.opensOn : null;
  const isOnlyWaiting = fault === "unreachable" || fault === "notYet";
  return (
    <Notice tone={isOnlyWaiting ? "sun" : "care"} heard>
      {fault === "notYet" ? t("join.notYet", { date: opensOn ? showDate(opensOn) : "" }) : t(`join.${fault}`)}
    </Notice>
  );
}
