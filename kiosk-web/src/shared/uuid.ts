/** RFC 9562, version 7: 48 bits of milliseconds, then chance. Ids made later sort later. */
export function uuidv7(now: number, random: (bytes: Uint8Array<ArrayBuffer>) => void = fill): string {
  const bytes = new Uint8Array(16);
  random(bytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(now) << 16n);
  const chance = new Uint8Array(2);
  random(chance);
  bytes[6] = 0x70 | ((chance[0] ?? 0) & 0x0f);
  bytes[7] = chance[1] ?? 0;
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function fill(bytes: Uint8Array<ArrayBuffer>) {
  crypto.getRandomValues(bytes);
}
