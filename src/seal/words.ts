/**
 * A word for each byte, in alphabetical order. Why so few, and such long ones: over a radio a small vocabulary of known words
 * is heard far better than a large one or nonsense syllables (Miller, Heise and Lichten, 1951), and most of these are the
 * same in the languages of a rally. Any two are at least four edits apart, so that a mistyped letter is mended; the
 * first three letters tell a word, so that nobody types more; and none sounds like a word of the spelling alphabet
 * (`test/seal/code.test.ts` holds all of it). The order is part of the format: never change it.
 */
export const words: readonly string[] = `
  abacus acrobat adagio admiral alabama alfalfa algebra almanac amazon ampere anaconda android antenna
  apricot aquarium archive artist aspirin astronaut avatar avocado bagpipe balcony baroque basilica beaver
  biology bistro bonbon boomerang botanic boulevard brazil brioche broccoli bungalow butterfly cabaret
  cafeteria calypso cathedral cello ceramic chocolate cinema coconut colibri comedy concert cosmos coyote
  credit cricket crystal cupido curry cyclone dahlia database decibel diadem digital diploma dolphin domino
  duet dynamo ebony edelweiss elastic elephant emerald emir energy epilog equator erosion escudo everest
  fabric falafel fandango fashion february festival fiesta filter flamingo florida folklore formula frisbee
  galaxy gazelle gigabyte giraffe gladiator gondola gospel granite gymnast habanera hamburg harpoon helium
  hexagon hibiscus himalaya hormone hydrogen iceberg iguana incognito inferno istanbul jackpot jaguar
  jamaica jasmine jersey jubilee kabuki kangaroo karaoke kebab ketchup kiosk krypton lasagna lavender
  legend leopard liberty limousine linoleum lobster lotus macaroni magnolia mahogany marathon matador
  maximum medusa mercury mexico molecule monopoly mozart muesli mustang naples narcissus neptune nevada
  obelisk octopus odyssey olympic omelette optimist oregano oxygen pacific pagoda paprika parasol pelican
  penguin perfume petunia pistachio planet pluto poncho popcorn portrait pretzel prisma profile puzzle
  python quartet quinoa raspberry ravioli reggae rhapsody ritual rococo rubidium saddle saffron samurai
  satellite saxophone scorpion september serenade sesame shaman slalom snooker sombrero sonata soprano
  spaghetti sphinx stadium stereo subway swahili symbol syrup tabasco talisman tarantula tattoo taxi
  telegram tennis tequila terrace theatre toboggan tokyo tornado toucan tribune tsunami tundra turquoise
  ukulele umbrella universe utopia vagabond valentine vanilla vertigo viking vinyl virtuoso vitamin vulture
  walrus western wigwam wombat yoga yucatan zenith zeppelin zirconium zodiac zucchini
`
  .trim()
  .split(/\s+/);
