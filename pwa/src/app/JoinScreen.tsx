// A link or a typed code, redeemed after a tap: programs that only look at links must not use up a card.
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n";
import { Button, Card, Notice } from "../ui";
import { CodeForm } from "./CodeForm";
import { readCode, showCode } from "./codes";
import { joinByCode } from "../storage";
import { joinFault, joinWith, type JoinFault } from "./joining";
import { goInstead, paths } from "./routing";
import { Shell } from "./Shell";

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
  const [fault, setFault] = useState<JoinFault | null>(null);
  useEffect(() => {
    void joinByCode(code).then((join) => join?.round && goInstead(paths.round(join.id)));
  }, [code]);
  const open = async () => {
    setBusy(true);
    setFault(null);
    try {
      goInstead(paths.round((await joinWith(code)).id));
    } catch (failure) {
      setFault(joinFault(failure));
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
      {fault && <Notice tone={fault === "unreachable" ? "sun" : "care"} heard>{t(`join.${fault}`)}</Notice>}
      <Button kind="primary" wide disabled={isBusy} onPress={() => void open()}>
        {isBusy ? t("join.opening") : fault ? t("go.retry") : t("join.open")}
      </Button>
    </div>
  );
}
