// A zip of a folder, with nothing but Node.js: machines that build a release need not have a zip program.
//   node eng/zip.mjs FOLDER FILE
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

const [folder, target] = process.argv.slice(2);
const out = createWriteStream(target);
const directory = [];
let offset = 0;

function filesIn(path) {
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((one) => (one.isDirectory() ? filesIn(join(path, one.name)) : [join(path, one.name)]));
}

/** 1 January 1980: the earliest that a zip can say, and the same for every build. */
const when = { time: 0, date: 0x21 };

function header(signature, name, crc, packed, size, extra) {
  const central = signature === 0x02014b50;
  const bytes = Buffer.alloc(central ? 46 : 30);
  let at = bytes.writeUInt32LE(signature);
  if (central) at = bytes.writeUInt16LE(20, at);
  for (const value of [20, 0x800, 8, when.time, when.date]) at = bytes.writeUInt16LE(value, at);
  for (const value of [crc, packed, size]) at = bytes.writeUInt32LE(value, at);
  at = bytes.writeUInt16LE(name.length, at);
  at = bytes.writeUInt16LE(0, at);
  if (central) {
    at = bytes.writeUInt16LE(0, at);
    at = bytes.writeUInt16LE(0, at);
    at = bytes.writeUInt16LE(0, at);
    at = bytes.writeUInt32LE(0, at);
    bytes.writeUInt32LE(extra, at);
  }
  return Buffer.concat([bytes, name]);
}

for (const path of filesIn(folder)) {
  const content = readFileSync(path);
  const packed = deflateRawSync(content, { level: 9 });
  const name = Buffer.from(path.replaceAll('\\', '/'));
  const crc = crc32(content);
  const local = header(0x04034b50, name, crc, packed.length, content.length, 0);
  directory.push(header(0x02014b50, name, crc, packed.length, content.length, offset));
  out.write(local);
  out.write(packed);
  offset += local.length + packed.length;
}

const list = Buffer.concat(directory);
const end = Buffer.alloc(22);
end.writeUInt32LE(0x06054b50, 0);
end.writeUInt16LE(directory.length, 8);
end.writeUInt16LE(directory.length, 10);
end.writeUInt32LE(list.length, 12);
end.writeUInt32LE(offset, 16);
out.write(list);
out.end(end);
