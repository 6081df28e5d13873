import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of the installation, by its path below the installation's folder. */
export function installedFile(...path: string[]): string {
  return join(fileURLToPath(new URL("../..", import.meta.url)), ...path);
}

/**
 * The full path of a file as the caller meant it. npm runs a package's scripts in the package's folder and says in INIT_CWD
 * where it was called; an INIT_CWD of anybody else's run is not about this call.
 */
export function callersFile(file: string): string {
  return resolve(npmCallersFolder() ?? process.cwd(), file);
}

function npmCallersFolder(): string | undefined {
  const { npm_lifecycle_event: script, npm_package_json: description, INIT_CWD: folder } = process.env;
  const isOurs = script !== undefined && ["check", "report", "demo"].includes(script) && isInstallation(process.cwd());
  return isOurs && description !== undefined && isSameFile(description, installedFile("package.json"))
    ? folder
    : undefined;
}

function isInstallation(folder: string): boolean {
  return isSameFile(folder, installedFile());
}

function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
