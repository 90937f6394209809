declare const __APP_VERSION__: string;

declare module "virtual:speech" {
  const index: import("../kiosk/speech/files").SpeechIndex;
  export default index;
}
