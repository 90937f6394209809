import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "uqr";
import { launch } from "./browser.mjs";

const width = 640;
const height = 480;

/** One frame of grey video (YUV4MPEG2, 4:2:0) with the slip's QR in its middle, or of bare paper. */
function film(text) {
  const picture = Buffer.alloc(width * height, 0xd0);
  if (text !== null) {
    const { data, size } = encode(text, { ecc: "M", border: 4 });
    const scale = 8;
    const [left, top] = [(width - size * scale) / 2, (height - size * scale) / 2].map(Math.floor);
    for (let y = 0; y < size * scale; y++) {
      for (let x = 0; x < size * scale; x++) {
        const dark = data[Math.floor(y / scale)][Math.floor(x / scale)];
        picture[(top + y) * width + left + x] = dark ? 0x20 : 0xeb;
      }
    }
  }
  const colourless = Buffer.alloc((width * height) / 2, 0x80);
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`),
    picture,
    colourless,
  ]);
}

/** A browser whose camera sees this text as a QR code for ever; null is a paper without one. */
export async function launchBefore(text) {
  const folder = await mkdtemp(join(tmpdir(), "homeward-camera-"));
  const file = join(folder, "camera.y4m");
  await writeFile(file, film(text));
  const browser = await launch("--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${file}`);
  browser.on("disconnected", () => void rm(folder, { recursive: true, force: true }));
  return browser;
}

/** Lets a test ask later whether every camera that the page was given is off. */
export function watchCameras(page) {
  return page.addInitScript(() => {
    window.cameras = [];
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      window.cameras.push(...stream.getTracks());
      return stream;
    };
  });
}

export const cameras = (page) => page.evaluate(() => window.cameras.map((track) => track.readyState));
