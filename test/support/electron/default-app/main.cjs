// What Electron's own default app does, which the wheel's runtime lacks: `electron [-r FILE]... PROGRAM [argument]...`
// loads the given modules, then the program. Copied into the runtime as it is, hence plain CommonJS for Node 16.
const { statSync } = require('node:fs');
const path = require('node:path');
const { app } = require('electron');

const given = process.argv.slice(1);
const modules = [];
let program;
for (let at = 0; at < given.length && program === undefined; at += 1) {
  if (given[at] === '-r' || given[at] === '--require') modules.push(path.resolve(given[++at]));
  else if (!given[at].startsWith('-')) program = path.resolve(given[at]);
}
if (program === undefined) {
  process.stderr.write('usage: electron [-r FILE]... PROGRAM [argument]...\n');
  app.exit(2);
} else {
  // As Electron does for an app that is not packaged.
  process.defaultApp = true;
  app.setAppPath(statSync(program).isDirectory() ? program : path.dirname(program));
  for (const file of modules) require(file);
  require(program);
}
