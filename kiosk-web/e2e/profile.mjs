import { readdir, readFile } from "node:fs/promises";
import { dirname, extname, join, relative } from "node:path";

/**
 * What can be read in a browser's profile directory. Files are searched as they lie, and LevelDB's (IndexedDB, local storage)
 * also as their contents: log records joined over block borders, tables decompressed. No library opens IndexedDB's LevelDB,
 * since Chromium orders its keys by a comparator of its own; the two formats are read here, after LevelDB's documents
 * log_format.md and table_format.md.
 */

/** By what was looked for, where it was found: `path` or `path (table)`. Each is looked for in UTF-8 and in UTF-16. */
export async function findIn(profile, words) {
  const found = new Map(words.map((word) => [word, []]));
  for (const { place, bytes } of await contents(profile)) {
    for (const word of words) {
      if (bytes.includes(Buffer.from(word, "utf8")) || bytes.includes(Buffer.from(word, "utf16le"))) {
        found.get(word).push(place);
      }
    }
  }
  return found;
}

async function contents(profile) {
  const files = (await readdir(profile, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const databases = new Set(files.filter(({ name }) => name === "CURRENT").map(({ parentPath }) => parentPath));
  const all = [];
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    const place = relative(profile, path);
    all.push({ place, bytes });
    if (!databases.has(dirname(path))) continue;
    if (extname(path) === ".log") all.push({ place: `${place} (log)`, bytes: logOf(bytes) });
    if (extname(path) === ".ldb") all.push({ place: `${place} (table)`, bytes: tableOf(bytes) });
  }
  return all;
}

const logBlock = 32_768;
const logHeader = 7;

/** The payloads of a log, one after another: a record that is split over blocks is whole again. */
function logOf(bytes) {
  const parts = [];
  for (let at = 0; at + logHeader <= bytes.length; ) {
    const left = logBlock - (at % logBlock);
    const length = bytes.readUInt16LE(at + 4);
    const type = bytes[at + 6];
    if (left < logHeader || type === 0) {
      at += left;
      continue;
    }
    parts.push(bytes.subarray(at + logHeader, at + logHeader + length));
    at += logHeader + length;
  }
  return Buffer.concat(parts);
}

const footer = 48;
const magic = Buffer.from("57fb808b247547db", "hex");

/** The data blocks of a table, decompressed, one after another. */
function tableOf(bytes) {
  const end = bytes.length - footer;
  if (end < 0 || !bytes.subarray(-magic.length).equals(magic)) return Buffer.alloc(0);
  const [, afterMeta] = handle(bytes, end);
  const [index] = handle(bytes, afterMeta);
  return Buffer.concat(handlesIn(blockOf(bytes, index)).map((data) => blockOf(bytes, data)));
}

function handlesIn(index) {
  const restarts = index.readUInt32LE(index.length - 4);
  const end = index.length - 4 - 4 * restarts;
  const handles = [];
  for (let at = 0; at < end; ) {
    const [, afterShared] = varint(index, at);
    const [unshared, afterUnshared] = varint(index, afterShared);
    const [length, key] = varint(index, afterUnshared);
    handles.push(handle(index, key + unshared)[0]);
    at = key + unshared + length;
  }
  return handles;
}

function handle(bytes, at) {
  const [offset, afterOffset] = varint(bytes, at);
  const [size, after] = varint(bytes, afterOffset);
  return [{ offset, size }, after];
}

function blockOf(bytes, { offset, size }) {
  const block = bytes.subarray(offset, offset + size);
  const compression = bytes[offset + size];
  if (compression > 1) throw new Error(`a block is compressed in a way (${compression}) that is not read here`);
  return compression === 1 ? unsnapped(block) : block;
}

function varint(bytes, at) {
  let value = 0;
  for (let shift = 0, next = at; ; shift += 7, next++) {
    value += (bytes[next] & 0x7f) * 2 ** shift;
    if (bytes[next] < 0x80) return [value, next + 1];
  }
}

/** After google/snappy, format_description.txt. */
function unsnapped(bytes) {
  const [length, start] = varint(bytes, 0);
  const out = Buffer.alloc(length);
  let to = 0;
  for (let at = start; at < bytes.length; ) {
    const tag = bytes[at++];
    const kind = tag & 3;
    let count = (tag >> 2) + 1;
    if (kind === 0) {
      if (count > 60) {
        const width = count - 60;
        count = bytes.readUIntLE(at, width) + 1;
        at += width;
      }
      bytes.copy(out, to, at, at + count);
      at += count;
      to += count;
      continue;
    }
    let back;
    if (kind === 1) {
      count = ((tag >> 2) & 7) + 4;
      back = ((tag >> 5) << 8) | bytes[at++];
    } else {
      const width = kind === 2 ? 2 : 4;
      back = bytes.readUIntLE(at, width);
      at += width;
    }
    for (; count > 0; count--, to++) out[to] = out[to - back];
  }
  return out;
}
