// The emulator of Azure Tables, for as long as whoever started it lives: its end closes our standard input.
process.stdin.resume();
process.stdin.on('end', () => process.exit());
require('azurite/dist/src/table/main.js');
