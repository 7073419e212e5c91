// SurveyJS, as its documentation says for pages without a framework.
import "survey-core/survey-core.fontless.min.css";
import { Model } from "survey-core";
import "survey-js-ui";

const questions = await (await fetch("/survey.json")).json();
new Model(questions).render(document.getElementById("app"));
