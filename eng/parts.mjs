// The parts of a published program and their licences: bom.json (CycloneDX 1.6) and THIRD-PARTY.md, beside the program.
//   node eng/parts.mjs FOLDER REPOSITORY VERSION RUNTIME
// What was published is read from diversion.deps.json, which the runtime itself loads by; the licence of a package from its
// .nuspec in the local NuGet folder; what the pages are made of from the lock file of npm.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const [folder, repository, version, runtime] = process.argv.slice(2);
const packages = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
const deps = JSON.parse(readFileSync(join(folder, 'diversion.deps.json'), 'utf8'));

// Packages that do not state their licence; it was read in their repositories (on 30 November 2026).
const readElsewhere = {
  GovukNotify: { expression: 'MIT' }, // https://github.com/alphagov/notifications-net-client/blob/main/LICENSE
  JWT: { name: 'public domain' }, // https://github.com/jwt-dotnet/jwt/blob/main/LICENSE.md
};

function licenceOf(nuspec) {
  const expression = /<license\s+type="expression"[^>]*>([^<]+)<\/license>/.exec(nuspec);
  if (expression) return { expression: expression[1].trim() };
  const url = /<licenseUrl>([^<]+)<\/licenseUrl>/.exec(nuspec);
  return /<license\s+type="file"[^>]*>([^<]+)<\/license>/.test(nuspec) ? { name: 'see the licence file in the package' } : { name: url ? url[1].trim() : 'not stated' };
}

function part(type, purl, name, partVersion, licence, hash) {
  return {
    type,
    'bom-ref': purl,
    name,
    version: partVersion,
    ...(hash ? { hashes: [hash] } : {}),
    licenses: [licence.expression ? { expression: licence.expression } : { license: { name: licence.name } }],
    purl,
  };
}

const fromNuGet = Object.entries(deps.libraries)
  .filter(([, library]) => library.type === 'package' || library.type === 'runtimepack')
  .map(([key, library]) => {
    const [rawName, partVersion] = key.split('/');
    const name = rawName.replace(/^runtimepack\./, '');
    const nuspec = join(packages, name.toLowerCase(), partVersion.toLowerCase(), `${name.toLowerCase()}.nuspec`);
    const stated = existsSync(nuspec) ? licenceOf(readFileSync(nuspec, 'utf8')) : { name: 'not stated' };
    const licence = stated.name === 'not stated' ? (readElsewhere[name] ?? stated) : stated;
    const sha = library.sha512?.startsWith('sha512-') ? { alg: 'SHA-512', content: Buffer.from(library.sha512.slice(7), 'base64').toString('hex') } : null;
    return part('library', `pkg:nuget/${name}@${partVersion}`, name, partVersion, licence, sha);
  });

// What the build turns into the pages' styles and scripts; the tools that do it are not part of the program.
const tools = ['sass'];
const pages = JSON.parse(readFileSync(join(repository, 'src', 'Diversion.Web', 'package.json'), 'utf8'));
const npm = JSON.parse(readFileSync(join(repository, 'src', 'Diversion.Web', 'package-lock.json'), 'utf8'));
const inPages = Object.keys({ ...pages.dependencies, ...pages.devDependencies })
  .filter((name) => !tools.includes(name))
  .map((name) => {
    const one = npm.packages[`node_modules/${name}`];
    return part('library', `pkg:npm/${name.replace('@', '%40')}@${one.version}`, name, one.version, one.license ? { expression: one.license } : { name: 'not stated' }, null);
  });

const parts = [...fromNuGet, ...inPages].sort((a, b) => (a.purl < b.purl ? -1 : 1));
const serial = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
const bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: `urn:uuid:${process.env.SOURCE_DATE_EPOCH ? uuidOf(serial) : randomUUID()}`,
  version: 1,
  metadata: { component: { type: 'application', 'bom-ref': 'diversion', name: 'diversion', version, properties: [{ name: 'runtime', value: runtime }] } },
  components: parts,
};

/** The same parts, the same number: two builds can be compared. */
function uuidOf(hex) {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

writeFileSync(join(folder, 'bom.json'), `${JSON.stringify(bom, null, 2)}\n`);
const rows = parts.map((one) => `| ${one.name} | ${one.version} | ${one.licenses[0].expression ?? one.licenses[0].license.name} |`);
writeFileSync(
  join(folder, 'THIRD-PARTY.md'),
  `# Parts of Diversion ${version} (${runtime}) and their licences\n\n| Part | Version | Licence |\n|---|---|---|\n${rows.join('\n')}\n`,
);
const unknown = parts.filter((one) => one.licenses[0].license?.name === 'not stated');
console.log(`${parts.length} parts; ${unknown.length} without a stated licence${unknown.length ? `: ${unknown.map((one) => one.name).join(', ')}` : ''}`);
