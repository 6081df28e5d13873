import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import HtmlPlugin from "html-webpack-plugin";

const NAME = "InlinePlugin";
const GUARD = fileURLToPath(new URL("../../../src/taskpane/guard.ts", import.meta.url));

/**
 * Writes into the pages what may not be a file of its own, and into their policy the hash of each script and style written.
 *
 * - Every page gets the guard in the place of `<script src="guard.js">`: it tells which file the server did not hand over
 *   as it should, so it cannot be such a file.
 * - A page of an HtmlPlugin with `single: true` gets everything, and a policy that allows no file and no request at all.
 */
export class InlinePlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.fileDependencies.add(GUARD);
      HtmlPlugin.getHooks(compilation).beforeEmit.tapPromise(NAME, async (data) => {
        const { single = false, chunks } = data.plugin.userOptions;
        const files = new Map([["guard.js", await guard()]]);
        if (single) {
          for (const { name, source } of compilation.getAssets()) files.set(name, source.source());
          for (const entry of chunks) files.set(`${entry}.js`, withLaterChunks(compilation, entry));
        }
        return { ...data, html: inlined(data.html, files, single) };
      });
    });
  }
}

/** The guard as one script; bundled apart, because webpack's development server adds a client of its own to every entry. */
async function guard() {
  const { outputFiles } = await build({
    entryPoints: [GUARD],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2021",
    charset: "utf8",
    write: false,
  });
  return outputFiles[0].text;
}

/** An entry's script with all that it would load later before it; webpack's runtime finds those chunks in place. */
function withLaterChunks(compilation, entry) {
  const entrypoint = compilation.entrypoints.get(entry);
  const groups = new Set();
  const collect = (group) => {
    for (const child of group.getChildren()) {
      if (!groups.has(child)) collect(groups.add(child) && child);
    }
  };
  collect(entrypoint);
  const own = new Set(entrypoint.getFiles());
  const later = [...groups].flatMap((group) => group.getFiles()).filter((file) => !own.has(file));
  const scripts = [...new Set([...later, ...own])].filter((file) => file.endsWith(".js"));
  return scripts.map((file) => compilation.getAsset(file).source.source()).join("\n");
}

/** A page with what `files` has of what it refers to written into it. @throws Error where a single page would need more */
function inlined(page, files, single) {
  const hashes = { "script-src": [], "style-src": [] };
  const allow = (directive, content) => {
    hashes[directive].push(`'sha256-${createHash("sha256").update(content).digest("base64")}'`);
    return content;
  };
  const text = (name) => String(files.get(name)).replaceAll("\r\n", "\n");
  const html = page
    .replace(/<script([^>]*?) src="([^"]+)"([^>]*)><\/script>/g, (tag, before, name, after) => {
      if (!files.has(name)) return refuse(tag, single);
      const attributes = (before + after).replace(/ (defer|async)(="[^"]*")?/g, "");
      // A block of data is no code, so no policy asks for its hash.
      const content = attributes.includes(" type=") ? asData(text(name)) : allow("script-src", asScript(text(name)));
      return `<script${attributes}>${content}</script>`;
    })
    .replace(/<link[^>]* href="([^"]+)"[^>]*>/g, (tag, name) => {
      if (!files.has(name)) return refuse(tag, single);
      if (!name.endsWith(".css"))
        return tag.replace(name, `data:image/png;base64,${files.get(name).toString("base64")}`);
      return `<style>${allow("style-src", text(name))}</style>`;
    });
  return html.replace(/(http-equiv="Content-Security-Policy"\s+content=")([^"]+)"/, (_all, start, policy) => {
    const directives = new Map(policy.split("; ").map((each) => [each.split(" ")[0], each.split(" ").slice(1)]));
    for (const [directive, own] of Object.entries(hashes)) {
      directives.set(directive, [...(single ? [] : directives.get(directive)), ...own]);
    }
    if (single) directives.set("img-src", ["data:"]).set("connect-src", ["'none'"]);
    return `${start}${[...directives].map(([name, sources]) => [name, ...sources].join(" ")).join("; ")}"`;
  });
}

function refuse(tag, single) {
  if (single) throw new Error(`Not in the build, so not to be written into the page: ${tag}`);
  return tag;
}

/** Code in which nothing ends the script element; within strings and patterns both spellings are the same. */
function asScript(code) {
  return code.replace(/<(?=!--|\/script)/gi, "\\x3C");
}

/** Data in which nothing ends the script element: JSON knows \u003c, and a licence has neither an end tag nor a comment. */
function asData(data) {
  return data.startsWith("{") ? data.replaceAll("<", "\\u003c") : data.replace(/<(?=!--|\/script)/gi, "< ");
}
