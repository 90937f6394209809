import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { expect, test } from "vitest";
import { seal } from "./seal";

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
const response = "01900000-0000-7000-8000-000000000001";
const facility = "01900000-0000-7000-8000-0000000000f1";
const keyId = "01900000-0000-7000-8000-0000000000b1";

async function sealedAndKey(body: string) {
  const pair = await suite.kem.generateKeyPair();
  const point = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
  const publicKey = btoa(String.fromCharCode(...point));
  const sealed = await seal(new TextEncoder().encode(body), response, facility, { keyId, publicKey });
  const open = async (info: string) => {
    const recipient = {
      recipientKey: pair.privateKey,
      enc: sealed.slice(17, 82),
      info: new TextEncoder().encode(info),
    };
    return new TextDecoder().decode(await suite.open(recipient, sealed.slice(82)));
  };
  return { sealed, open };
}

test("what is sealed says its format and key, and opens as this response of this facility only", async () => {
  const { sealed, open } = await sealedAndKey('{"answers":"ñ"}');
  expect(sealed[0]).toBe(1);
  expect(Buffer.from(sealed.slice(1, 17)).toString("hex")).toBe(keyId.replaceAll("-", ""));
  expect(await open(`homeward/response/1\n${facility}\n${response}`)).toBe('{"answers":"ñ"}');
  await expect(open(`homeward/response/1\n${facility}\n${keyId}`)).rejects.toThrow();
  await expect(open(`homeward/response/1\n${keyId}\n${response}`)).rejects.toThrow();
});

test("the same words sealed twice have nothing in common", async () => {
  const [one, other] = [await sealedAndKey("words"), await sealedAndKey("words")];
  expect(one.sealed.slice(17)).not.toEqual(other.sealed.slice(17));
  expect(Buffer.from(one.sealed).includes("words")).toBe(false);
});
