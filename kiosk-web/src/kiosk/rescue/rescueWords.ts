/** What staff read who take answers off a tablet. */
const english = {
  open: "Take the answers off this tablet",
  title: "Take the answers off this tablet",
  what: "They are sealed: nobody can read them here. An administrator can send them now, or save them as a file for the dashboard.",
  name: "Name",
  password: "Password",
  send: "Sign in and send",
  sending: "Sending…",
  file: "Save as a file",
  fileSaved: "Saved. Upload the file on the dashboard, under Held answers. The answers also stay on this tablet.",
  fileEmpty: "There is nothing to save.",
  fileLeftOut:
    "answers are not in the file, because they are not sealed or belong to another hospital. Sign in to send them.",
  stored: "Sent and stored",
  held: "Sent; they wait on the dashboard, under Held answers, until somebody says whose they are",
  kept: "Not taken; they stay on this tablet",
  refused: "Name and password do not belong together.",
  "not-allowed": "This needs an administrator of this hospital. Nothing was sent.",
  "too-many-attempts": "Too many attempts. Wait a few minutes.",
  unreachable: "Homeward could not be reached. What was sent is stored; the rest is still here. Try again.",
  back: "Back",
};

export type RescueWords = typeof english;

const spanish: RescueWords = {
  open: "Sacar las respuestas de esta tableta",
  title: "Sacar las respuestas de esta tableta",
  what: "Están selladas: aquí nadie puede leerlas. Un administrador puede enviarlas ahora o guardarlas en un archivo para el panel.",
  name: "Nombre",
  password: "Contraseña",
  send: "Iniciar sesión y enviar",
  sending: "Enviando…",
  file: "Guardar en un archivo",
  fileSaved: "Guardado. Suba el archivo en el panel, en Held answers. Las respuestas siguen también en esta tableta.",
  fileEmpty: "No hay nada que guardar.",
  fileLeftOut:
    "respuestas no están en el archivo, porque no están selladas o son de otro hospital. Inicie sesión para enviarlas.",
  stored: "Enviadas y guardadas",
  held: "Enviadas; esperan en el panel, en Held answers, hasta que alguien diga de quién son",
  kept: "No aceptadas; siguen en esta tableta",
  refused: "El nombre y la contraseña no corresponden.",
  "not-allowed": "Esto requiere un administrador de este hospital. No se envió nada.",
  "too-many-attempts": "Demasiados intentos. Espere unos minutos.",
  unreachable: "No se pudo conectar con Homeward. Lo enviado está guardado; lo demás sigue aquí. Inténtelo otra vez.",
  back: "Volver",
};

export function rescueWords(language: string): RescueWords {
  return language.toLowerCase().startsWith("es") ? spanish : english;
}
