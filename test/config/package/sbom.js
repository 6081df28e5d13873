import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import { PackageURL } from "packageurl-js";

const TITLE = /^={80}\n(\S+) (\S+) \(([^)]+)\)\n={80}$/gm;
/** Copied beside the build and not bundled, so the notices of what is bundled do not name it. */
const COPIED = ["@microsoft/office-js"];

/**
 * The bill of materials of what is passed on, as CycloneDX in JSON: the packages with code in the build, which its notices
 * name, and Microsoft's library. No time and no serial number, so that the same build gives the same file.
 *
 * @param notices text of THIRD-PARTY-NOTICES.txt
 * @param lock text of package-lock.json
 */
export function sbomOf(notices, lock) {
  const { name, version, packages } = JSON.parse(lock);
  const bundled = [...notices.matchAll(TITLE)].map(([, each, its, licence]) => ({ name: each, version: its, licence }));
  if (bundled.length === 0) throw new Error("THIRD-PARTY-NOTICES.txt names no package.");
  const copied = COPIED.map((each) => ({
    name: each,
    version: packages[`node_modules/${each}`].version,
    licence: "SEE LICENSE IN web/office-js/LICENSE.md",
  }));
  const bom = new Models.Bom();
  const product = new Models.Component(Enums.ComponentType.Application, name, {
    version,
    bomRef: `${name}@${version}`,
    licenses: new Models.LicenseRepository([new Models.SpdxLicense("MIT")]),
  });
  bom.metadata.component = product;
  for (const each of [...bundled, ...copied]) {
    const component = componentOf(each, lockedOf(each, packages));
    bom.components.add(component);
    product.dependencies.add(component.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

/** A package as the lock file has it, wherever in the tree that version of it lies. */
function lockedOf({ name, version }, packages) {
  const places = Object.keys(packages).filter((place) => place.endsWith(`node_modules/${name}`));
  return packages[places.find((place) => packages[place].version === version)];
}

function componentOf({ name, version, licence }, locked) {
  if (locked === undefined) throw new Error(`package-lock.json has another ${name} than ${version}.`);
  const [scope, own] = name.startsWith("@") ? name.split("/") : [undefined, name];
  const isSpdx = !licence.startsWith("SEE ");
  const address = `https://registry.npmjs.org/${name}/-/${own}-${version}.tgz`;
  const hash = Buffer.from(locked.integrity.replace("sha512-", ""), "base64").toString("hex");
  return new Models.Component(Enums.ComponentType.Library, own, {
    ...(scope === undefined ? {} : { group: scope }),
    version,
    bomRef: `${name}@${version}`,
    purl: new PackageURL("npm", scope, own, version).toString(),
    licenses: new Models.LicenseRepository([
      isSpdx ? new Models.LicenseExpression(licence) : new Models.NamedLicense(licence),
    ]),
    // Of the package as npm hands it out, from which the build took its code.
    externalReferences: new Models.ExternalReferenceRepository([
      new Models.ExternalReference(address, Enums.ExternalReferenceType.Distribution, {
        hashes: new Models.HashDictionary([[Enums.HashAlgorithm["SHA-512"], hash]]),
      }),
    ]),
  });
}
