// What the phone says, in Spanish (usted).
import type { Complete } from "../translate";
import type { en } from "./phone.en";

export const es: Complete<typeof en> = {
  "app.name": "Askwell",

  "go.back": "Atrás",
  "go.next": "Siguiente",
  "go.leave": "Salir. Sus respuestas se quedan en este teléfono",
  "go.close": "Cerrar",
  "go.retry": "Intentar de nuevo",
  "go.toReview": "Volver a mis respuestas",
  "go.allQuestions": "Todas las preguntas",
  "language.choose": "Idioma",

  "progress.label": "Cuánto ha avanzado",
  "progress.left": { one: "Queda {count} más", other: "Quedan {count} más" },
  "progress.about": { one: "Queda alrededor de {count} más", other: "Quedan alrededor de {count} más" },
  "progress.last": "La última pregunta",
  "progress.end": "Ya no hay más preguntas",
  "progress.done": "Ya pasó por todas las preguntas",

  "saved.here": "Guardado en este teléfono",
  "saved.failed": "Este teléfono no pudo guardar su respuesta",
  "saved.failedWhy": "Sigue en la pantalla. Por favor, no cierre esta página. Quizás ayude liberar espacio en el teléfono.",
  "saved.gone": "Estas respuestas se terminaron o se quitaron en otro lugar",
  "saved.goneWhy": "Otra ventana de esta aplicación las tomó. Lo que escriba aquí ya no se puede guardar; no se perdió nada más.",
  "elsewhere.title": "Esta entrevista está abierta en otra ventana",
  "elsewhere.body": "Lo que se responde allí también aparece aquí. No se pierde nada.",
  "elsewhere.take": "Seguir aquí",

  "saved.page": "Se conserva mientras esta página esté abierta",
  "saved.preview": "Vista previa: no se guarda nada",

  "aloud.read": "Leer en voz alta",
  "aloud.stop": "Dejar de leer",

  "answer.skip": "Saltar",
  "answer.ratherNot": "Prefiero no decirlo",
  "answer.dontKnow": "No lo sé",
  "answer.pickAny": "Elija todas las que correspondan",
  "answer.pickFromList": "Elija de la lista",
  "answer.acknowledge": "Sí, de acuerdo",

  "number.whole": "Escriba un número entero, por ejemplo 12.",
  "number.any": "Escriba solo cifras, por ejemplo 12 o 7,5.",
  "number.readAs": "Entendemos {number}",

  "date.month": "Mes",
  "date.yearLabel": "Año",
  "date.year": "Escriba el año con cuatro cifras, por ejemplo 1998.",

  "range.touch": "Toque o deslice para elegir",
  "range.none": "todavía sin elegir",
  "range.less": "Menos",
  "range.more": "Más",

  "rank.how": "Toque en el orden que le importa: primero lo más importante.",
  "rank.chosen": "Su orden",
  "rank.open": "Todavía fuera de su orden",
  "rank.add": "{choice}: dar el lugar {place}",
  "rank.up": "{choice}: subir un lugar",
  "rank.down": "{choice}: bajar un lugar",
  "rank.out": "{choice}: quitar del orden",
  "rank.at": "{choice} está ahora en el lugar {place} de {count}",
  "rank.outNow": "{choice} ya no está en el orden",

  "unknown.title": "Esta aplicación todavía no puede hacer esta pregunta",
  "unknown.body": "La pregunta es de un tipo ({type}) que la aplicación no conoce. Puede seguir sin problema: no se pierde nada.",

  "fault.required": "Hace falta una respuesta antes de seguir. Siempre puede volver atrás.",
  "fault.requiredOut": "Hace falta una respuesta antes de seguir. También sirve uno de los botones grises.",
  "fault.constraint": "Esta respuesta todavía no encaja aquí. Por favor, revísela.",
  "fault.count": { one: "Hay una respuesta arriba que conviene revisar.", other: "Hay {count} respuestas arriba que conviene revisar." },

  "interviewer.title": "Para quien entrevista",
  "interviewer.guidance": "Cómo preguntar",
  "interviewer.probes": "Para profundizar",
  "interviewer.sensitive": "Esta pregunta puede ser difícil. Léala con calma, dé tiempo y acepte cualquier respuesta, también ninguna.",
  "interviewer.standard": "Para todas las personas",
  "interviewer.tailored": "Cuando venga al caso",
  "interviewer.silent": "Solo espere",
  "respondent.sensitive": "Usted decide qué contar aquí.",

  "review.title": "Sus respuestas",
  "review.intro": "Toque cualquiera para cambiarla.",
  "review.change": "Cambiar",
  "review.skipped": "Saltada",
  "review.ratherNot": "Prefiere no decirlo",
  "review.dontKnow": "No lo sabe",
  "review.noLabel": "Pregunta sin texto",
  "review.needs": "Conviene revisarla",
  "review.ahead": { one: "Todavía queda {count} pregunta", other: "Todavía quedan {count} preguntas" },
  "review.aheadOpen": "Seguir con la próxima",
  "review.empty": "Aquí todavía no hay respuestas.",
  "review.finish": "Terminar",
  "review.blocked": { one: "Hay una respuesta que revisar antes de terminar.", other: "Hay {count} respuestas que revisar antes de terminar." },
  "review.early": "¿Terminar ahora?",
  "review.earlyBody": { one: "Hay {count} pregunta que no ha visto. Quedará marcada como «no vista», y está bien así.", other: "Hay {count} preguntas que no ha visto. Quedarán marcadas como «no vistas», y está bien así." },
  "review.earlyYes": "Terminar ahora",
  "review.earlyNo": "Seguir respondiendo",
  "review.finishing": "Terminando…",
  "review.finishFailed": "No se pudo terminar. Sus respuestas siguen en este teléfono, no se perdió nada.",

  "finished.title": "Gracias",
  "finished.body": "Sus respuestas están guardadas en este teléfono. Se envían solas en cuanto haya conexión.",
  "finished.preview": "Esto fue una vista previa: no se guardó ni se envía nada.",
  "finished.again": "Empezar la vista previa de nuevo",

  "later.missing": "Todavía no llegó una parte de la aplicación",
  "later.missingWhy": "Sus respuestas están a salvo. Conéctese un momento a internet e inténtelo de nuevo.",

  "opening.wait": "Un momento…",
  "opening.failed": "No se pudieron abrir estas preguntas en este teléfono",
  "opening.failedWhy": "No se perdió nada. Inténtelo de nuevo; si sigue igual, muestre esta página a quien le invitó.",
};
