// The emulator of Azure Tables. It stops when the process that started it ends, which closes our standard input.
process.stdin.resume();
process.stdin.on('end', () => process.exit());
require('azurite/dist/src/table/main.js');
