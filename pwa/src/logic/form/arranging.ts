// The order in which choices are shown where a question asks for a random one.
import { shuffled } from "../shuffle";
import type { ListedChoice } from "../tree";
import { toNumber } from "../values";
import type { Instance } from "./instances";
import type { Model } from "./model";

const LARGEST_SEED = 2_147_483_645;

/** Shuffle by the seed the question names, or by one drawn once for this interview. */
export function arrange(model: Model, instance: Instance, choices: readonly ListedChoice[]): readonly ListedChoice[] {
  return shuffled(choices, seedOf(model, instance));
}

function seedOf(model: Model, instance: Instance): number {
  if (instance.entry.rules.seed !== undefined) return toNumber(model.apply(instance, "seed") ?? NaN);
  const written = toNumber(instance.entry.node.parameters?.["seed"] ?? "");
  if (!Number.isNaN(written) && written !== 0) return written;
  instance.seed ??= Math.floor(model.env.random() * LARGEST_SEED) + 1;
  return instance.seed;
}
