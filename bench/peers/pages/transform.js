// Enketo's transformer, run in a browser: its build for Node needs a native library.
import { transform } from "enketo-transformer/web";

globalThis.transform = (xform) => transform({ xform, theme: "plain" });
