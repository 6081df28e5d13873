import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import webpack from "webpack";

const NAME = "NoticesPlugin";
const BANNER = /^\/\*! For license information .*?\*\/\n/;
const RULE = "=".repeat(80);
/** Packages whose files have others written into them. */
const CARRIED = { docx: ["fflate", "nanoid"] };

/**
 * Writes the licences of all packages whose code is in the bundles into one file, after the product's own. What is in is
 * seen from the modules that webpack put into chunks; webpack itself is among them, because its loader of chunks is. The
 * files of comments that the minimizer puts beside each script, and its words about them, say no more and go.
 */
export class NoticesPlugin {
  constructor(file) {
    this.file = file;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const { PROCESS_ASSETS_STAGE_ADDITIONS: stage, PROCESS_ASSETS_STAGE_DEV_TOOLING: minimized } =
        webpack.Compilation;
      compilation.hooks.processAssets.tap({ name: NAME, stage: minimized }, () => {
        for (const { name, info } of compilation.getAssets()) {
          if (!info.related?.license) continue;
          compilation.deleteAsset(info.related.license);
          const strip = (source) => new webpack.sources.RawSource(source.source().replace(BANNER, ""));
          compilation.updateAsset(name, strip, { related: {} });
        }
      });
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        const folders = new Set([dirname(createRequire(import.meta.url).resolve("webpack/package.json"))]);
        for (const module of compilation.modules) {
          if (compilation.chunkGraph.getNumberOfModuleChunks(module) === 0) continue;
          for (const { resource } of [module, ...(module.modules ?? [])]) {
            if (resource?.includes("node_modules")) folders.add(packageFolder(resource));
          }
        }
        for (const folder of [...folders]) {
          const { name } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
          for (const carried of CARRIED[name] ?? []) folders.add(packageFrom(folder, carried));
        }
        const own = readFileSync(join(compiler.context, "LICENSE"), "utf8");
        const notices = [...folders].map(notice).sort((a, b) => a.title.localeCompare(b.title, "en"));
        const text = [["Measure Ledger", own], ...notices.map(({ title, licence }) => [title, licence])].map(
          ([title, licence]) => `${RULE}\n${title}\n${RULE}\n\n${licence.trim()}\n`,
        );
        compilation.emitAsset(this.file, new webpack.sources.RawSource(text.join("\n")));
      });
    });
  }
}

/** The folder of the package that a file belongs to: the nearest one whose package.json has a name. */
function packageFolder(file) {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const description = join(folder, "package.json");
    if (existsSync(description) && JSON.parse(readFileSync(description, "utf8")).name) return folder;
  }
}

/** The folder of a package as another one finds it. */
function packageFrom(folder, name) {
  for (let from = folder; ; from = dirname(from)) {
    const found = join(from, "node_modules", name);
    if (existsSync(join(found, "package.json"))) return found;
  }
}

/** @throws Error where a package has no licence file: what may not be passed on without one is not built */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.|$)/i.test(each));
  if (file === undefined) throw new Error(`${name} has no licence file`);
  const licence = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n");
  return { title: `${name} ${version} (${license})`, licence };
}
