// ODK's engine: opens an XForm, answers through the node of a question.
import { loadForm } from "@getodk/xforms-engine";

globalThis.engine = {
  ready: async () => undefined,
  async open(text) {
    const loaded = await loadForm(text, { fetchFormAttachment: () => Promise.reject(new Error("no attachments")) });
    const { root } = loaded.createInstance();
    return new Map(root.currentState.children.map((node) => [node.currentState.reference, node]));
  },
  answer(nodes, name, value, read) {
    const node = nodes.get(`/data/${name}`);
    if (node.nodeType === "select") node.selectValue(value);
    else node.setValue(value);
    const { relevant, instanceValue } = nodes.get(`/data/${read}`).currentState;
    return [relevant, instanceValue];
  },
};
