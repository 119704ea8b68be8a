// Holds files to a JSON schema of 2020-12:
//   node ninjs.js SCHEMA FILE…
// Prints what each file has that the schema does not want, or lacks.

import { readFile } from "node:fs/promises";
import Ajv from "ajv/dist/2020.js";

const [schema, ...files] = process.argv.slice(2);

// What is named by other schemas is not asked for: nothing is to be fetched.
const elsewhere = "https://geojson.org/schema/GeoJSON.json";
const ajv = new Ajv.default({ allErrors: true, strict: false, validateFormats: false });
ajv.addSchema({ $id: elsewhere });
const validate = ajv.compile(JSON.parse(await readFile(schema, "utf8")));

const faults = [];
for (const file of files) {
  if (validate(JSON.parse(await readFile(file, "utf8")))) continue;
  for (const { instancePath, message, params } of validate.errors)
    faults.push(`${file} ${instancePath || "/"} ${message} ${JSON.stringify(params)}`);
}
console.log(JSON.stringify(faults));
