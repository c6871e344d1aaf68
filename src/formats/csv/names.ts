/**
 * The columns' names in the order they are written, and the other headers of the same meaning; letter case, accents,
 * brackets and units do not matter. Apart from the columns themselves because every unknown text is looked at for them.
 */
export const columnNames = [
  ['number', ['no', 'nr', 'num', 'n', '#', 'note number', 'note no', 'box', 'row']],
  ['km', ['total', 'distance', 'dist', 'total distance', 'odo', 'odometer', 'cumulative', 'cumul']],
  ['partial', ['interval', 'inter', 'intermediate', 'delta', 'partial distance', 'leg', 'trip']],
  ['type', ['wp', 'wpt', 'waypoint', 'waypoint type', 'wp type', 'control', 'zone']],
  ['name', ['wp name', 'waypoint name', 'waypoint number', 'wp number', 'wp no']],
  ['open', ['open radius', 'opening radius', 'opening']],
  ['clear', ['clear radius', 'validation radius', 'validation', 'radius']],
  ['time', ['duration', 'allowed', 'time allowed', 'neutralisation', 'neutralization']],
  ['limit', ['speed', 'speed limit', 'max speed', 'vmax', 'v max']],
  ['cap', ['heading', 'bearing', 'course', 'exit cap', 'cap heading']],
  ['average cap', ['avg cap', 'cap avg', 'cap average', 'cap moyen', 'capmoy', 'average heading']],
  ['danger', ['dangers', 'danger level', 'caution']],
  ['text', ['note', 'notes', 'instruction', 'instructions', 'description', 'information', 'info', 'comment']],
  ['symbols', ['symbol', 'icons', 'icon', 'pictograms', 'pictogram', 'lexicon']],
  ['tulip', ['diagram']],
  ['surface', ['ground', 'terrain']],
  ['stop', ['stop time']],
  ['reset', ['reset distance', 'zero']],
  ['services', ['service']],
  ['lat', ['latitude']],
  ['lon', ['longitude', 'long', 'lng']],
  ['ele', ['elevation', 'altitude', 'alt']],
  ['show at', ['show coordinates', 'show position']],
  ['note name', []],
  ['change', ['bulletin', 'modification']],
  ['remark', ['remarks', 'organiser remark']],
] as const satisfies [string, readonly string[]][];

export type ColumnName = (typeof columnNames)[number][0];
