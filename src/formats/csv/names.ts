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
  [
    'coordinates',
    [
      'coordinate',
      'coords',
      'gps',
      'position',
      'lat lon',
      'latitude longitude',
      'coordonnees',
      'coordenadas',
      'koordinaten',
      'coordinate gps',
    ],
  ],
  ['ele', ['elevation', 'altitude', 'alt']],
  ['show at', ['show coordinates', 'show position']],
  ['note name', []],
  ['change', ['bulletin', 'modification']],
  ['remark', ['remarks', 'organiser remark']],
] as const satisfies [string, readonly string[]][];

export type ColumnName = (typeof columnNames)[number][0];

/** The same in other words, and in French, Spanish, German, Italian and Portuguese; without accents, as headers are compared. */
export const otherNames: readonly (readonly [ColumnName, string])[] = [
  ['number', 'case, numero, vineta, casilla, nummer, lfd nr, casella, quadro, note n, box no, box number'],
  [
    'km',
    'tot, overall, running total, from start, cumulated, cumulative distance, distance total, d total, dist tot, dist total',
  ],
  [
    'km',
    'totale, distance totale, dist totale, kilometrage, cumule, cumules, cumulee, distance cumulee, pk, d totale',
  ],
  [
    'km',
    'distancia, distancia total, dist acumulada, acumulado, acumulada, distancia acumulada, kilometraje, parcial acumulado',
  ],
  ['km', 'gesamt, gesamtdistanz, gesamtstrecke, distanz, strecke, kilometer, gesamt distanz'],
  ['km', 'distanza, distanza totale, progressiva, progressivo, quilometragem'],
  [
    'partial',
    'int, part, prev, from previous, distance partial, interval distance, d partial, dist part, segment',
  ],
  ['partial', 'partiel, partielle, partiels, distance partielle, dist partielle, d partielle, intermediaire'],
  [
    'partial',
    'parcial, parciales, distancia parcial, dist parcial, teil, teilstrecke, teildistanz, abschnitt',
  ],
  ['partial', 'parziale, distanza parziale'],
  ['type', 'tipo, typ, type wp, tipo wp, tipo de waypoint'],
  ['open', 'ouverture, rayon ouverture, apertura, radio apertura'],
  ['clear', 'rayon, rayon validation, radio validacion, validacion, raggio, validierung'],
  ['time', 'temps, duree, tiempo, duracion, zeit, dauer, tempo, durata, neutralizacion'],
  [
    'limit',
    'vitesse, limite, limitation, vitesse max, vitesse maxi, limite de vitesse, limitation de vitesse',
  ],
  [
    'limit',
    'velocidad, limite de velocidad, velocidad maxima, tempolimit, geschwindigkeit, velocita, limite di velocita, velocidade',
  ],
  ['cap', 'rumbo, kurs, prua, rotta, rumo, cap sortie'],
  ['average cap', 'rumbo medio, rumbo promedio'],
  ['danger', 'peligro, peligros, gefahr, gefahren, pericolo, pericoli, perigo'],
  [
    'text',
    'comments, observation, observations, commentaire, commentaires, indication, indications, remarque, remarques',
  ],
  ['text', 'nota, notas, descripcion, observaciones, indicaciones, comentario, comentarios, informacion'],
  ['text', 'bemerkung, bemerkungen, beschreibung, hinweis, hinweise, notiz, notizen, anmerkung'],
  ['text', 'descrizione, osservazioni, indicazioni, descricao, observacoes'],
  ['symbols', 'symbole, symboles, pictogramme, pictogrammes, simbolo, simbolos, simboli'],
  ['tulip', 'tulipe, tulipes, dessin, schema, tulipan, dibujo, tulpe, skizze, tulipano, disegno'],
  ['surface', 'sol, terreno, untergrund, fondo'],
  ['stop', 'arret, parada'],
  ['reset', 'raz, remise a zero'],
  ['lat', 'latitud, latitudine, breite, breitengrad'],
  ['lon', 'longitud, longitudine, lange, langengrad'],
  ['ele', 'altitud, elevacion, hohe, quota'],
];
