import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import type { SealingKey } from "../setup";

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
});

const format = 1;

/**
 * The bytes that are kept and sent: the format, the key's id, the encapsulated key, the ciphertext. They open only as this
 * response of this facility, and not on the tablet.
 */
export async function seal(
  body: Uint8Array<ArrayBuffer>,
  response: string,
  facility: string,
  key: SealingKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(bytesOf(key.publicKey));
  const info = new TextEncoder().encode(`homeward/response/1\n${facility}\n${response}`);
  const { ct, enc } = await suite.seal({ recipientPublicKey, info }, body);
  const id = key.keyId.replaceAll("-", "").match(/../g) ?? [];
  return Uint8Array.from([
    format,
    ...id.map((hex) => Number.parseInt(hex, 16)),
    ...new Uint8Array(enc),
    ...new Uint8Array(ct),
  ]);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
