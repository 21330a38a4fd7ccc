// Makes the portal's styles, scripts and images from package-lock.json, Styles/ and Scripts/.
//   node build.mjs SOURCE WORK
// SOURCE is the folder of the project, WORK one that may be deleted at any time. The result, WORK/embedded, has each
// file as it is served, its compressed forms beside it, and their common fingerprint; it is replaced as a whole.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [source, work] = process.argv.slice(2);
const lockFolder = join(work, "lock");
const modules = join(work, "packages", "node_modules");
const govuk = join(modules, "govuk-frontend", "dist", "govuk");
const moj = join(modules, "@ministryofjustice", "frontend", "moj");

function stop(sentence) {
  console.error(`Portal assets: error PORTAL1: ${sentence}`);
  process.exit(1);
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

// Simultaneous builds take turns; an old lock, left by a killed build, is taken over.
function takeTurn() {
  mkdirSync(work, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lockFolder);
      process.on("exit", () => rmSync(lockFolder, { recursive: true, force: true }));
      return;
    } catch (taken) {
      if (taken.code !== "EEXIST") throw taken;
      const since = statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - since > 5 * 60_000) rmSync(lockFolder, { recursive: true, force: true });
      else sleep(200);
    }
  }
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function fingerprint(files, root) {
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(`${relative(root, file).replaceAll("\\", "/")}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

function run(command, args, cwd) {
  const windows = process.platform === "win32";
  const done = spawnSync(command, args, { cwd, encoding: "utf8", shell: windows });
  if (done.error?.code === "ENOENT") stop(`${command} was not found. Install Node.js 20 or later with npm: https://nodejs.org`);
  if (done.status !== 0) stop(`\`${command} ${args[0]}\` failed.\n${done.stdout}${done.stderr}`);
}

function install() {
  const folder = join(work, "packages");
  const installed = join(folder, "installed");
  const wanted = fingerprint([join(source, "package-lock.json"), join(source, "package.json")], source);
  if (existsSync(installed) && readFileSync(installed, "utf8") === wanted) return;
  mkdirSync(folder, { recursive: true });
  rmSync(installed, { force: true });
  for (const name of ["package.json", "package-lock.json"]) copyFileSync(join(source, name), join(folder, name));
  run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
  writeFileSync(installed, wanted);
}

function styles(to) {
  const sass = join(modules, "sass", "sass.js");
  run(
    process.execPath,
    [sass, `--load-path=${join(work, "packages")}`, `--load-path=${join(source, "Styles")}`,
      "--style=compressed", "--no-source-map", "--quiet-deps", "--silence-deprecation=import",
      ...["portal", "person"].map((sheet) => `${join(source, "Styles", `${sheet}.scss`)}:${join(to, `${sheet}.css`)}`)],
    source);
}

function scripts(to) {
  const withoutMap = (text) => text.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
  writeFileSync(join(to, "govuk-frontend.mjs"), withoutMap(readFileSync(join(govuk, "govuk-frontend.min.js"), "utf8")));
  writeFileSync(join(to, "moj-frontend.mjs"), withoutMap(readFileSync(join(moj, "moj-frontend.min.js"), "utf8")));
  for (const file of filesIn(join(source, "Scripts"))) copyFileSync(file, join(to, relative(join(source, "Scripts"), file)));
}

// Only the images that the styles use, so that no crown or crest gets in.
function images(to) {
  const asked = readFileSync(join(to, "portal.css"), "utf8").matchAll(/url\("?\.\/images\/([\w.-]+)"?\)/g);
  mkdirSync(join(to, "images"), { recursive: true });
  for (const name of new Set([...asked].map((match) => match[1]))) {
    const from = [join(moj, "assets", "images", name), join(govuk, "assets", "images", name)].find(existsSync);
    if (!from || /crown|crest|logo/.test(name)) stop(`portal.css asks for ${name}, which is missing or not ours to show. Leave its component out of portal.scss.`);
    copyFileSync(from, join(to, "images", name));
  }
  copyFileSync(join(source, "Assets", "favicon.svg"), join(to, "images", "favicon.svg"));
}

function compress(folder) {
  for (const file of filesIn(folder)) {
    const plain = readFileSync(file);
    const brotli = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } });
    writeFileSync(`${file}.br`, brotli);
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
  }
}

takeTurn();
const made = join(work, "embedded");
const inputs = ["package.json", "package-lock.json", "Assets/build.mjs", "Assets/favicon.svg"]
  .map((name) => join(source, name))
  .concat(filesIn(join(source, "Styles")), filesIn(join(source, "Scripts")));
const wanted = fingerprint(inputs, source);
const stamp = join(work, "made-from");
if (!existsSync(made) || !existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  install();
  const making = join(work, "making");
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  styles(making);
  scripts(making);
  images(making);
  const name = fingerprint(filesIn(making), making);
  compress(making);
  writeFileSync(join(making, "fingerprint"), name);
  rmSync(stamp, { force: true });
  rmSync(made, { recursive: true, force: true });
  mkdirSync(dirname(made), { recursive: true });
  renameSync(making, made);
  writeFileSync(stamp, wanted);
}

// MSBuild checks the time of this file.
writeFileSync(join(work, "done"), "");
