// ODK Web Forms, as its README says: the component in a Vue application, the form fetched beside it.
import { OdkWebForm, webFormsPlugin } from "@getodk/web-forms";
import { createApp, h } from "vue";

const formXml = await (await fetch("/form.xml")).text();
const nothing = () => Promise.reject(new Error("no attachments"));
createApp({ render: () => h(OdkWebForm, { formXml, fetchFormAttachment: nothing }) }).use(webFormsPlugin).mount("#app");
