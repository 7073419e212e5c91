// An invented form of any size: a third of its questions depend on an earlier one, a third are calculated, some cascade.

const at = (name) => ["path", "root", [["child", "data", []], ["child", name, []]]];
const own = ["path", "ctx", [["self", "node()", []]]];

const YES_NO = [{ name: "yes" }, { name: "no" }];
const TOWNS = Array.from({ length: 60 }, (_, index) => ({ name: `t${index}`, columns: { region: `r${index % 6}` } }));

/** One question of each kind in turn; `deps` is filled in on the way. */
function question(index, deps) {
  const name = `q${index}`;
  const earlier = (kind) => index - (((index % 6) - kind + 6) % 6 || 6);
  const reads = (other) => {
    if (other < 0) return null;
    (deps[`/data/q${other}`] ??= []).push(`/data/${name}`);
    return at(`q${other}`);
  };
  const bound = (rules) => {
    const bind = Object.fromEntries(Object.entries(rules).filter(([, tree]) => tree !== null));
    return Object.keys(bind).length === 0 ? {} : { bind };
  };
  const when = (other, tree) => (other < 0 ? null : tree(reads(other)));
  const kinds = [
    () => ({ name, type: "select_one", list: "yes_no", ...bound({ required: ["call", "true", []] }) }),
    () => ({ name, type: "integer", ...bound({ constraint: ["bin", "and", ["bin", ">=", own, ["num", 0]], ["bin", "<=", own, ["num", 120]]], relevant: when(index - 1, (path) => ["bin", "=", path, ["str", "yes"]]) }) }),
    () => ({ name, type: "calculate", ...bound({ calculate: ["call", "round", [["bin", "div", ["call", "coalesce", [reads(index - 1), ["num", 0]]], ["num", 7]], ["num", 2]]] }) }),
    () => ({ name, type: "text", ...bound({ relevant: ["bin", ">", reads(index - 1), ["num", 1]], constraint: ["call", "regex", [own, ["str", "[A-Za-z ]{1,80}"]]] }) }),
    () => ({ name, type: "select_one", list: "towns", choice_filter: ["bin", "=", ["path", "ctx", [["child", "region", []]]], ["call", "concat", [["str", "r"], ["bin", "mod", ["call", "string-length", [reads(index - 1)]], ["num", 6]]]]] }),
    () => ({ name, type: "calculate", ...bound({ calculate: ["bin", "+", ["call", "coalesce", [when(earlier(5), (path) => path) ?? ["str", ""], ["num", 0]]], ["call", "if", [["bin", "=", reads(index - 5), ["str", "yes"]], ["call", "coalesce", [reads(index - 3), ["num", 0]]], ["num", 0]]]] }) }),
  ];
  return kinds[index % 6]();
}

/** A version document of so many questions. */
export function largeVersion(size) {
  const deps = {};
  const tree = Array.from({ length: size }, (_, index) => question(index, deps));
  return {
    schema: 1, id: `large-${size}`, title: "Large", root: "data",
    languages: [{ code: "en", name: "English" }], default_language: "en",
    tree, lists: { yes_no: YES_NO, towns: TOWNS }, deps,
  };
}

/** An answer that fits a question, different every time `turn` is. */
export function answerTo(node, turn) {
  if (node.type === "integer") return String((turn * 13) % 100);
  if (node.type === "text") return `words ${"abcdef".slice(0, turn % 6)}`;
  return node.list === "towns" ? `t${turn % 60}` : turn % 4 === 3 ? "no" : "yes";
}
