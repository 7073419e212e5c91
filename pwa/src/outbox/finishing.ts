// The last tap of an interview: freeze the answers, move them to the outbox, start sending.
import { DraftGone, draft, finish, outboxRow, round, type OutboxRow } from "../storage";
import { freeze, type AnswerStates } from "./freezing";
import { wakeOutbox } from "./triggers";

/**
 * Finish an interview once, from whichever tab. Resolves when it is on disk; sending goes on by itself.
 * `answers` are those of the draft after `changes` writes; `DraftMoved` if it has been written since.
 */
export async function finishInterview(instanceId: string, answers: AnswerStates, changes: number): Promise<OutboxRow> {
  const row = (await outboxRow(instanceId)) ?? (await finished(instanceId, answers, changes));
  void wakeOutbox();
  return row;
}

async function finished(instanceId: string, answers: AnswerStates, changes: number): Promise<OutboxRow> {
  const found = await draft(instanceId);
  const joined = found && (await round(found.joinId));
  if (!found || !joined) throw new DraftGone(instanceId);
  const frozen = await freeze({ draft: found, round: joined.round, answers, now: new Date(), app: __ASKWELL_VERSION__ });
  return finish(instanceId, frozen, changes);
}
