// The ways not to answer, as quiet and as near as the answers themselves. Each is kept as what it is.
import { Button } from "../../ui";
import { t, type PhoneKey } from "../../i18n";
import type { AnswerOption, Node } from "../../logic";
import type { Conducting } from "../conduct/conducting";

const reasons = { rather_not_say: "answer.ratherNot", dont_know: "answer.dontKnow" } as const satisfies Record<string, PhoneKey>;

/** What a question offers when its author has not said. */
export function offeredBy(node: Node, required: boolean): readonly AnswerOption[] {
  return node.answer_options ?? (required ? [] : ["skip"]);
}

interface DeclinesProps {
  on: Conducting;
  path: string;
  node: Node;
  /** Alone on a screen, skipping goes on; beside others it marks this one only, where its author offers that. */
  alone: boolean;
}

export function Declines({ on, path, node, alone }: DeclinesProps) {
  const { required, readonly, value } = on.answers.look(path);
  const given = on.answers.reason(path);
  const offered = offeredBy(node, required);
  const answered = value !== "" || on.answers.unclear(path) !== undefined || given === "rather_not_say" || given === "dont_know";
  if (readonly || node.type === "note") return null;
  return (
    <div class="declines row">
      {(["rather_not_say", "dont_know"] as const).filter((reason) => offered.includes(reason)).map((reason) => (
        <Button key={reason} kind="quiet" pressed={given === reason} onPress={() => on.decline(path, reason)}>{t(reasons[reason])}</Button>
      ))}
      {(alone || required) && offered.includes("skip") && <Skip on={on} path={path} alone={alone} idle={answered} />}
    </div>
  );
}

function Skip({ on, path, alone, idle }: Omit<DeclinesProps, "node"> & { idle: boolean }) {
  if (alone) return <Button kind="quiet" idle={idle} onPress={() => on.skip(path)}>{t("answer.skip")}</Button>;
  return <Button kind="quiet" idle={idle} pressed={on.answers.reason(path) === "skipped"} onPress={() => on.decline(path, "skipped")}>{t("answer.skip")}</Button>;
}
