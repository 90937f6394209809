export interface SlipWording {
  title: string;
  ask: string;
  how: string;
  promise: string;
}

/** What the slip tells the patient, by language. */
export const slipWording: Record<string, SlipWording> = {
  en: {
    title: "Before you go home",
    ask: "Please answer three short questions on the tablet near the exit.",
    how: "Type this code on the tablet. If the tablet can scan, hold the square to it.",
    promise: "You do not have to answer. Your care stays the same either way.",
  },
  es: {
    title: "Antes de irse a casa",
    ask: "Por favor, responda tres preguntas cortas en la tableta cerca de la salida.",
    how: "Escriba este código en la tableta. Si la tableta puede escanear, acérquele el cuadro.",
    promise: "No tiene que responder. Su atención será la misma en cualquier caso.",
  },
};
