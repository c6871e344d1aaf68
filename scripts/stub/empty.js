// Stands in for `react-devtools-core`, which Ink imports only when DEV is set and which is not installed.
export default {};
