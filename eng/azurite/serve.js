// The emulator of Azure Storage, for as long as whoever started it lives: its end closes our standard input, and then
// we write what is not on disk yet.

// Ctrl-C reaches us as well as our starter, who still needs us while it stops.
const once = process.once.bind(process);
process.once = (name, listener) => name === 'SIGINT' ? process : once(name, listener);
process.on('SIGINT', () => {});

process.stdin.resume();
process.stdin.on('end', () => {
  process.emit('message', 'shutdown');
  setTimeout(() => process.exit(), 10000).unref();
});
require('azurite/dist/src/azurite.js');
