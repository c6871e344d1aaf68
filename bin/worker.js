// A worker thread of `check`.
require('./program.js').programFor('check').run('program').work();
