// Enketo Core, unstyled (its styles need a preprocessor of its own): a form its transformer has made before the measurement.
import { Form } from "enketo-core";

const { form, model } = await (await fetch("/enketo.json")).json();
document.getElementById("app").innerHTML = form;
new Form(document.querySelector("form.or"), { modelStr: model, instanceStr: null, submitted: false, external: [], session: {} }, {}).init();
