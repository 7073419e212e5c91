// The questions of a form in the order they are asked, with the groups around them.
import type { Form } from "./form";
import type { Node } from "./tree";

/** Types that nobody is asked: calculated, stamped, or kept for other tools. */
const UNASKED = new Set([
  "calculate", "hidden", "start", "end", "today", "deviceid", "username", "email", "phonenumber",
  "simserial", "subscriberid", "audit", "start-geopoint", "background-audio", "xml-external", "csv-external",
]);

export interface Question {
  readonly path: string;
  readonly node: Node;
  /** Paths of the groups around it, outermost first, without the root. */
  readonly groups: readonly string[];
  /** The outermost group shown as one screen (`field-list`) that it stands in. */
  readonly fieldList: string | null;
}

/** Everything a screen can show, notes included, relevant or not, in the order of the version. */
export function questions(form: Form): readonly Question[] {
  return form.paths().flatMap((path) => {
    const node = form.node(path);
    if (node.children !== undefined || UNASKED.has(node.type)) return [];
    const groups = around(path);
    const fieldList = groups.find((group) => form.node(group).appearance?.split(" ").includes("field-list"));
    return [{ path, node, groups, fieldList: fieldList ?? null }];
  });
}

function around(path: string): readonly string[] {
  const names = path.split("/").slice(1, -1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join("/")}`).slice(1);
}
