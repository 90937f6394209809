/** Says what the QR code in a picture holds, or null when it finds none. */
export type Reader = (picture: HTMLVideoElement) => Promise<string | null>;

/** Of Chromium on Android and elsewhere; TypeScript does not know it. */
interface BarcodeDetectorClass {
  new (options: { formats: string[] }): { detect(picture: HTMLVideoElement): Promise<{ rawValue: string }[]> };
  getSupportedFormats(): Promise<string[]>;
}

/** The browser's own detector, and where it has none a library that is loaded only now. */
export async function openReader(): Promise<Reader> {
  return (await ownReader()) ?? (await packedReader());
}

async function ownReader(): Promise<Reader | null> {
  const Detector = (globalThis as { BarcodeDetector?: BarcodeDetectorClass }).BarcodeDetector;
  const formats = (await Detector?.getSupportedFormats().catch(() => null)) ?? [];
  if (!Detector || !formats.includes("qr_code")) return null;
  const detector = new Detector({ formats: ["qr_code"] });
  return async (picture) => (await detector.detect(picture))[0]?.rawValue ?? null;
}

/** Larger pictures take longer and read no better: the code is held close. */
const widest = 640;

async function packedReader(): Promise<Reader> {
  const { default: decode } = await import("qr/decode.js");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (picture) => {
    if (!context || picture.videoWidth === 0) return null;
    const scale = Math.min(1, widest / picture.videoWidth);
    canvas.width = Math.round(picture.videoWidth * scale);
    canvas.height = Math.round(picture.videoHeight * scale);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    try {
      return decode(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      // It throws where there is no code to be found.
      return null;
    }
  };
}
