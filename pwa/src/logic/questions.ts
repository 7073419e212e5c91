// The questions of a form in the order they are asked, with the groups around them.
import type { Form } from "./form";
import { repeating } from "./functions";
import type { Node } from "./tree";

/** Types that nobody is asked: calculated, stamped, or kept for other tools. */
const UNASKED = new Set([
  "calculate", "hidden", "start", "end", "today", "deviceid", "username", "email", "phonenumber",
  "simserial", "subscriberid", "audit", "start-geopoint", "background-audio", "xml-external", "csv-external",
]);

/** A note without a word or a picture: other tools draw the heads of tables from such nodes. */
const isSilent = ({ type, label, hint, media }: Node): boolean => type === "note" && !(label ?? hint ?? media);

export interface Question {
  readonly path: string;
  readonly node: Node;
  /** Paths of the groups around it, outermost first, without the root. */
  readonly groups: readonly string[];
  /** The outermost group shown as one screen (`field-list`) that it stands in, as far out as `within`. */
  readonly fieldList: string | null;
  /** The innermost repeat around it that people add and take away themselves; `''` where there is none. */
  readonly within: string;
}

/**
 * Everything a screen can show, notes included, relevant or not, in the order of the version. Before repeats that people add
 * themselves stands their series, such as `/data/trip`, where that is done.
 */
export function questions(form: Form): readonly Question[] {
  const { model } = form.inside;
  const nodes = model.plan.hasRepeats ? [...repeating().walk(model)] : form.paths().map((path) => [path, form.node(path)] as const);
  return nodes.flatMap(([path, node]) => {
    const isSeries = node.type === "repeat" && !path.endsWith("]");
    if (!isSeries && (node.children !== undefined || UNASKED.has(node.type) || isSilent(node))) return [];
    const groups = around(path);
    const within = groups.findLast((group) => group.endsWith("]") && !form.node(group).repeat_count) ?? "";
    const fieldList = isSeries ? undefined : groups.find((group) => group.startsWith(within) && form.node(group).appearance?.split(" ").includes("field-list"));
    return [{ path, node, groups, fieldList: fieldList ?? null, within }];
  });
}

function around(path: string): readonly string[] {
  const names = path.split("/").slice(1, -1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join("/")}`).slice(1);
}
