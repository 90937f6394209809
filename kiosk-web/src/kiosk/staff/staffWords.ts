/** What only staff read, and read before the tablet has any wording from the server. */
const english = {
  language: "en",
  insecureTitle: "This address is not safe enough for a kiosk",
  insecureText:
    "Answers can only be kept on a secure page. Open this tablet's page by its https:// address. To try it out, use http://localhost on the machine that runs Homeward. Nothing was lost and nothing was sent.",
  storageTitle: "This browser cannot keep answers",
  storageText:
    "It may be in a private window, or its storage is full or switched off. Open Homeward in an ordinary window and start again.",
  enrolTitle: "Set up this tablet",
  enrolText: "Ask an administrator for an enrolment code. It works once, for 15 minutes.",
  enrolCode: "Enrolment code",
  enrolSubmit: "Set up",
  enrolBusy: "One moment…",
  enrolCancel: "Cancel",
  enrolUnknown: "This code is not known. It may have been used or be older than 15 minutes. Ask for a new one.",
  enrolUnreachable: "Homeward could not be reached. Check the tablet's network and try again.",
  enrolEmpty: "Type the code first.",
  connecting: "Connecting to Homeward…",
  connectingFailed: "Homeward could not be reached. Trying again by itself.",
  corner: "For staff: about this tablet",
  panelTitle: "About this tablet",
  tablet: "Tablet",
  place: "Place",
  version: "Version",
  unsent: "Answers waiting to be sent",
  quarantined: "Answers the server did not take",
  connection: "Connection",
  unknown: "Not tried yet",
  connected: "Connected",
  unreachable: "Not connected. Answers are kept here and sent later.",
  portal:
    "Another page answers in Homeward's place: this network may ask for a sign-in. Sign the tablet in to the Wi-Fi, or choose another network. Answers are kept here and sent later.",
  held: "This tablet is not enrolled any more. Answers are kept here until it is set up again.",
  revoked:
    "This tablet was revoked and takes no answers. What it holds is kept here. Ask an administrator to set it up again.",
  locked: "An administrator has put this tablet out of use. Answers that wait are still sent.",
  quarantineHelp: "They are kept on this tablet. Ask an administrator, then try again.",
  lost: "An unfinished visit could not be saved on this tablet.",
  retry: "Send again now",
  ask: "Ask a patient aloud",
  askingTitle: "Ask a patient aloud",
  askingText: "You read the questions to the patient and touch what they say. Which language will you speak?",
  readAloud: "Read aloud, then touch the answer:",
  enrolAgain: "Set up again",
  close: "Close",
};

export type StaffWords = typeof english;

const spanish: StaffWords = {
  language: "es",
  insecureTitle: "Esta dirección no es segura para un quiosco",
  insecureText:
    "Las respuestas solo se pueden guardar en una página segura. Abra la página de esta tableta con su dirección https://. Para probarla, use http://localhost en el equipo donde funciona Homeward. No se perdió ni se envió nada.",
  storageTitle: "Este navegador no puede guardar respuestas",
  storageText:
    "Quizás sea una ventana privada, o el almacenamiento esté lleno o desactivado. Abra Homeward en una ventana normal y empiece de nuevo.",
  enrolTitle: "Preparar esta tableta",
  enrolText: "Pida a un administrador un código de registro. Sirve una vez, durante 15 minutos.",
  enrolCode: "Código de registro",
  enrolSubmit: "Preparar",
  enrolBusy: "Un momento…",
  enrolCancel: "Cancelar",
  enrolUnknown: "No se conoce este código. Puede que ya se usara o que tenga más de 15 minutos. Pida uno nuevo.",
  enrolUnreachable: "No se pudo conectar con Homeward. Revise la red de la tableta e inténtelo otra vez.",
  enrolEmpty: "Escriba primero el código.",
  connecting: "Conectando con Homeward…",
  connectingFailed: "No se pudo conectar con Homeward. Se intentará de nuevo.",
  corner: "Para el personal: sobre esta tableta",
  panelTitle: "Sobre esta tableta",
  tablet: "Tableta",
  place: "Lugar",
  version: "Versión",
  unsent: "Respuestas por enviar",
  quarantined: "Respuestas que el servidor no aceptó",
  connection: "Conexión",
  unknown: "Aún sin probar",
  connected: "Conectada",
  unreachable: "Sin conexión. Las respuestas se guardan aquí y se envían después.",
  portal:
    "Otra página responde en lugar de Homeward: puede que esta red pida iniciar sesión. Conecte la tableta a la red Wi-Fi o elija otra red. Las respuestas se guardan aquí y se envían después.",
  held: "Esta tableta ya no está registrada. Las respuestas se guardan aquí hasta prepararla de nuevo.",
  revoked:
    "Esta tableta fue dada de baja y no admite respuestas. Lo que contiene se guarda aquí. Pida a un administrador que la prepare de nuevo.",
  locked: "Un administrador ha puesto esta tableta fuera de uso. Las respuestas pendientes se siguen enviando.",
  quarantineHelp: "Se guardan en esta tableta. Avise a un administrador y pruebe otra vez.",
  lost: "No se pudo guardar en esta tableta una visita sin terminar.",
  retry: "Enviar ahora",
  ask: "Preguntar a un paciente en voz alta",
  askingTitle: "Preguntar a un paciente en voz alta",
  askingText: "Usted lee las preguntas al paciente y toca lo que contesta. ¿En qué idioma van a hablar?",
  readAloud: "Lea en voz alta y toque la respuesta:",
  enrolAgain: "Preparar de nuevo",
  close: "Cerrar",
};

export function staffWords(language: string): StaffWords {
  return language.toLowerCase().startsWith("es") ? spanish : english;
}
