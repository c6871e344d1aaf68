/**
 * Generated from document.ts by `npm run docs`: do not edit. Whether zod would find nothing wrong with a document and change
 * nothing in it, as plain code and many times as fast. test/formats/native/guards.test.ts holds the two against each other.
 */
import type { HeaderDocument, NoteDocument } from './document.ts';

/** A note with nothing wrong in it; others may be right as well. */
export function isCleanNote(value: unknown): value is NoteDocument {
  return isNote(value);
}

/** A header with nothing wrong in it; others may be right as well. */
export function isCleanHeader(value: unknown): value is HeaderDocument {
  return isHeader(value);
}

function isNoteAt(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value.length <= 3 &&
    typeof value[0] === 'number' &&
    Number.isFinite(value[0]) &&
    value[0] >= -90 &&
    value[0] <= 90 &&
    typeof value[1] === 'number' &&
    Number.isFinite(value[1]) &&
    value[1] >= -180 &&
    value[1] <= 180 &&
    (value[2] === undefined || (typeof value[2] === 'number' && Number.isFinite(value[2])))
  );
}

function isNoteAtToo(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      case 'latitude':
        if (!(typeof inner === 'number' && Number.isFinite(inner) && inner >= -90 && inner <= 90))
          return false;
        break;
      case 'longitude':
        if (!(typeof inner === 'number' && Number.isFinite(inner) && inner >= -180 && inner <= 180))
          return false;
        break;
      case 'elevation':
        if (!(inner === null || (typeof inner === 'number' && Number.isFinite(inner)))) return false;
        break;
      default:
        return false;
    }
  }
  return (
    Object.hasOwn(value, 'latitude') && Object.hasOwn(value, 'longitude') && Object.hasOwn(value, 'elevation')
  );
}

function isNoteWp(value: unknown): boolean {
  return (
    value === 'WPV' ||
    value === 'WPE' ||
    value === 'WPM' ||
    value === 'WPN' ||
    value === 'WPP' ||
    value === 'WPS' ||
    value === 'WPC' ||
    value === 'DSS' ||
    value === 'ASS' ||
    value === 'DZ' ||
    value === 'FZ' ||
    value === 'DN' ||
    value === 'FN' ||
    value === 'DT' ||
    value === 'FT' ||
    value === 'CP' ||
    value === 'TC'
  );
}

function isNoteWpToo(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      case 'type':
        if (!isNoteWp(inner)) return false;
        break;
      case 'name':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'string' && inner.length <= 80) ||
            (typeof inner === 'number' && Number.isFinite(inner))
          )
        )
          return false;
        break;
      case 'open':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isSafeInteger(inner) && inner >= 1 && inner <= 20000)
          )
        )
          return false;
        break;
      case 'clear':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isSafeInteger(inner) && inner >= 1 && inner <= 20000)
          )
        )
          return false;
        break;
      case 'time':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isSafeInteger(inner) && inner >= 0 && inner <= 86400) ||
            (typeof inner === 'string' &&
              /^(?=\d)(?:\d+(?:\.\d+)? ?h(?: ?(?=\d)|$))?(?:\d+(?:\.\d+)? ?min(?: ?(?=\d)|$))?(?:\d+(?:\.\d+)? ?s)?$/.test(
                inner,
              ))
          )
        )
          return false;
        break;
      case 'seconds':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isSafeInteger(inner) && inner >= 0 && inner <= 86400)
          )
        )
          return false;
        break;
      case 'at':
        if (!(inner === undefined || inner === null || isNoteAt(inner) || isNoteAtToo(inner))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, 'type');
}

function isNoteWpTooToo(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= 32 &&
    value.every((item: unknown) => isNoteWp(item) || isNoteWpToo(item))
  );
}

function isNoteTulip(value: unknown): boolean {
  return (
    value === 'straight' ||
    value === 'slight-left' ||
    value === 'slight-right' ||
    value === 'left' ||
    value === 'right' ||
    value === 'sharp-left' ||
    value === 'sharp-right' ||
    value === 'hairpin-left' ||
    value === 'hairpin-right' ||
    value === 'u-turn'
  );
}

function isNoteTulipToo(value: unknown): boolean {
  return (
    value === 'end' ||
    value === 'fork-left' ||
    value === 'fork-right' ||
    value === 't-left' ||
    value === 't-right' ||
    value === 'crossroads' ||
    value === 'parallel-left' ||
    value === 'parallel-right' ||
    value === 'roundabout' ||
    value === 'roundabout-left' ||
    value === 'roundabout-right'
  );
}

function isNoteTulipOutLine(value: unknown): boolean {
  return (
    value === 'dual-carriageway' ||
    value === 'road' ||
    value === 'main-track' ||
    value === 'track' ||
    value === 'small-track' ||
    value === 'low-visibility' ||
    value === 'off-piste'
  );
}

function isNoteTulipOutPathItem(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value.length <= 2 &&
    typeof value[0] === 'number' &&
    Number.isFinite(value[0]) &&
    value[0] >= -4 &&
    value[0] <= 4 &&
    typeof value[1] === 'number' &&
    Number.isFinite(value[1]) &&
    value[1] >= -4 &&
    value[1] <= 4
  );
}

function isNoteTulipOutPath(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value.length <= 64 &&
    value.every((item: unknown) => isNoteTulipOutPathItem(item))
  );
}

function isNoteTulipOut(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      case 'angle':
        if (
          !(
            (typeof inner === 'number' && Number.isFinite(inner) && inner >= -180 && inner <= 180) ||
            isNoteTulip(inner)
          )
        )
          return false;
        break;
      case 'line':
        if (!(inner === undefined || inner === null || isNoteTulipOutLine(inner))) return false;
        break;
      case 'curve':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner >= -1 && inner <= 1)
          )
        )
          return false;
        break;
      case 'path':
        if (!(inner === undefined || inner === null || isNoteTulipOutPath(inner))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, 'angle');
}

function isNoteTulipRoads(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= 32 &&
    value.every(
      (item: unknown) =>
        (typeof item === 'number' && Number.isFinite(item) && item >= -180 && item <= 180) ||
        isNoteTulip(item) ||
        isNoteTulipOut(item),
    )
  );
}

function isNoteTulipSurface(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value.length <= 2 &&
    isNoteTulipOutLine(value[0]) &&
    isNoteTulipOutLine(value[1])
  );
}

function isNoteTulipIn(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      case 'line':
        if (!(inner === undefined || inner === null || isNoteTulipOutLine(inner))) return false;
        break;
      case 'path':
        if (!(inner === undefined || inner === null || isNoteTulipOutPath(inner))) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

function isNoteTulipSymbolsItemAt(value: unknown): boolean {
  return (
    value === 'front-right' ||
    value === 'front-left' ||
    value === 'right' ||
    value === 'left' ||
    value === 'back-right' ||
    value === 'back-left' ||
    value === 'across'
  );
}

function isNoteTulipSymbolsItem(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      case 'symbol':
        if (!(typeof inner === 'string' && inner.length >= 1 && inner.length <= 80)) return false;
        break;
      case 'at':
        if (
          !(
            inner === undefined ||
            inner === null ||
            isNoteTulipSymbolsItemAt(inner) ||
            isNoteTulipOutPathItem(inner)
          )
        )
          return false;
        break;
      case 'angle':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner >= -360 && inner <= 360)
          )
        )
          return false;
        break;
      case 'scale':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner > 0 && inner <= 10)
          )
        )
          return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, 'symbol');
}

function isNoteTulipSymbols(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= 64 &&
    value.every(
      (item: unknown) =>
        (typeof item === 'string' && item.length >= 1 && item.length <= 80) || isNoteTulipSymbolsItem(item),
    )
  );
}

function isNoteTulipLabelsItem(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      case 'text':
        if (!(typeof inner === 'string' && inner.length <= 200)) return false;
        break;
      case 'at':
        if (!(inner === undefined || inner === null || isNoteTulipOutPathItem(inner))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, 'text');
}

function isNoteTulipLabels(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= 32 &&
    value.every(
      (item: unknown) => (typeof item === 'string' && item.length <= 200) || isNoteTulipLabelsItem(item),
    )
  );
}

function isNoteTulipTooToo(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      case 'out':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner >= -180 && inner <= 180) ||
            isNoteTulip(inner) ||
            isNoteTulipOut(inner)
          )
        )
          return false;
        break;
      case 'roads':
        if (!(inner === undefined || inner === null || isNoteTulipRoads(inner))) return false;
        break;
      case 'surface':
        if (
          !(inner === undefined || inner === null || isNoteTulipOutLine(inner) || isNoteTulipSurface(inner))
        )
          return false;
        break;
      case 'in':
        if (!(inner === undefined || inner === null || isNoteTulipOutLine(inner) || isNoteTulipIn(inner)))
          return false;
        break;
      case 'roundabout':
        if (!(inner === undefined || inner === null || typeof inner === 'boolean')) return false;
        break;
      case 'symbols':
        if (!(inner === undefined || inner === null || isNoteTulipSymbols(inner))) return false;
        break;
      case 'labels':
        if (!(inner === undefined || inner === null || isNoteTulipLabels(inner))) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

function isNotePictures(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      case 'tulip':
        if (!(inner === undefined || inner === null || (typeof inner === 'string' && inner.length >= 1)))
          return false;
        break;
      case 'text':
        if (!(inner === undefined || inner === null || (typeof inner === 'string' && inner.length >= 1)))
          return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

function isNoteSymbols(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= 64 &&
    value.every((item: unknown) => typeof item === 'string' && item.length >= 1 && item.length <= 80)
  );
}

function isNoteServices(value: unknown): boolean {
  return (
    value === 'fuel' ||
    value === 'medical' ||
    value === 'helicopter' ||
    value === 'fire' ||
    value === 'police' ||
    value === 'spectators' ||
    value === 'media'
  );
}

function isNoteServicesToo(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 16 && value.every((item: unknown) => isNoteServices(item));
}

function isNoteSurface(value: unknown): boolean {
  return (
    value === 'tarmac' ||
    value === 'gravel' ||
    value === 'track' ||
    value === 'stones' ||
    value === 'sandy' ||
    value === 'sand' ||
    value === 'dunes' ||
    value === 'wadi' ||
    value === 'chott' ||
    value === 'off-piste'
  );
}

function isNoteKeptItem(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      case 'format':
        if (!(typeof inner === 'string')) return false;
        break;
      case 'content':
        if (!(typeof inner === 'string')) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, 'format') && Object.hasOwn(value, 'content');
}

function isNoteKept(value: unknown): boolean {
  return Array.isArray(value) && value.every((item: unknown) => isNoteKeptItem(item));
}

function isNote(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      case 'number':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isSafeInteger(inner) && inner >= 0 && inner <= 1000000)
          )
        )
          return false;
        break;
      case 'name':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'string' && inner.length <= 10000) ||
            (typeof inner === 'number' && Number.isFinite(inner))
          )
        )
          return false;
        break;
      case 'km':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner >= 0 && inner <= 20000)
          )
        )
          return false;
        break;
      case 'mi':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner >= 0 && inner <= 20000)
          )
        )
          return false;
        break;
      case 'distance':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isSafeInteger(inner) && inner >= 0 && inner <= 20000000)
          )
        )
          return false;
        break;
      case 'partial':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner >= 0 && inner <= 20000000)
          )
        )
          return false;
        break;
      case 'at':
        if (!(inner === undefined || inner === null || isNoteAt(inner) || isNoteAtToo(inner))) return false;
        break;
      case 'show-at':
        if (!(inner === undefined || inner === null || typeof inner === 'boolean')) return false;
        break;
      case 'showAt':
        if (!(inner === undefined || inner === null || typeof inner === 'boolean')) return false;
        break;
      case 'wp':
        if (
          !(
            inner === undefined ||
            inner === null ||
            isNoteWp(inner) ||
            isNoteWpToo(inner) ||
            isNoteWpTooToo(inner)
          )
        )
          return false;
        break;
      case 'zone':
        if (
          !(
            inner === undefined ||
            inner === null ||
            isNoteWp(inner) ||
            isNoteWpToo(inner) ||
            isNoteWpTooToo(inner)
          )
        )
          return false;
        break;
      case 'waypoints':
        if (
          !(
            inner === undefined ||
            inner === null ||
            isNoteWp(inner) ||
            isNoteWpToo(inner) ||
            isNoteWpTooToo(inner)
          )
        )
          return false;
        break;
      case 'limit':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner > 0 && inner <= 300)
          )
        )
          return false;
        break;
      case 'limitKmh':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner > 0 && inner <= 300)
          )
        )
          return false;
        break;
      case 'cap':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isSafeInteger(inner) && inner >= 0 && inner <= 360)
          )
        )
          return false;
        break;
      case 'average-cap':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isSafeInteger(inner) && inner >= 0 && inner <= 360)
          )
        )
          return false;
        break;
      case 'averageCap':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isSafeInteger(inner) && inner >= 0 && inner <= 360)
          )
        )
          return false;
        break;
      case 'danger':
        if (!(inner === undefined || inner === null || inner === 1 || inner === 2 || inner === 3))
          return false;
        break;
      case 'tulip':
        if (
          !(
            inner === undefined ||
            inner === null ||
            isNoteTulip(inner) ||
            isNoteTulipToo(inner) ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner >= -180 && inner <= 180) ||
            isNoteTulipTooToo(inner)
          )
        )
          return false;
        break;
      case 'pictures':
        if (!(inner === undefined || inner === null || isNotePictures(inner))) return false;
        break;
      case 'text':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'string' && inner.length <= 10000) ||
            (typeof inner === 'number' && Number.isFinite(inner))
          )
        )
          return false;
        break;
      case 'symbols':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'string' && inner.length >= 1 && inner.length <= 80) ||
            isNoteSymbols(inner)
          )
        )
          return false;
        break;
      case 'stop':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isSafeInteger(inner) && inner >= 0 && inner <= 86400) ||
            (typeof inner === 'string' &&
              /^(?=\d)(?:\d+(?:\.\d+)? ?h(?: ?(?=\d)|$))?(?:\d+(?:\.\d+)? ?min(?: ?(?=\d)|$))?(?:\d+(?:\.\d+)? ?s)?$/.test(
                inner,
              ))
          )
        )
          return false;
        break;
      case 'stopSeconds':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isSafeInteger(inner) && inner >= 0 && inner <= 86400)
          )
        )
          return false;
        break;
      case 'reset':
        if (
          !(
            inner === undefined ||
            inner === null ||
            typeof inner === 'boolean' ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner >= 0 && inner <= 20000000)
          )
        )
          return false;
        break;
      case 'services':
        if (!(inner === undefined || inner === null || isNoteServices(inner) || isNoteServicesToo(inner)))
          return false;
        break;
      case 'fuel':
        if (!(inner === undefined || inner === null || typeof inner === 'boolean')) return false;
        break;
      case 'surface':
        if (!(inner === undefined || inner === null || isNoteSurface(inner))) return false;
        break;
      case 'change':
        if (!(inner === undefined || inner === null || inner === 'MODIF' || inner === 'NEWNOTE'))
          return false;
        break;
      case 'remark':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'string' && inner.length <= 10000) ||
            (typeof inner === 'number' && Number.isFinite(inner))
          )
        )
          return false;
        break;
      case 'kept':
        if (!(inner === undefined || inner === null || isNoteKept(inner))) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

function isHeaderStage(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      case 'number':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'string' && inner.length <= 40) ||
            (typeof inner === 'number' && Number.isFinite(inner))
          )
        )
          return false;
        break;
      case 'name':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'string' && inner.length <= 200) ||
            (typeof inner === 'number' && Number.isFinite(inner))
          )
        )
          return false;
        break;
      case 'date':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'string' &&
              /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$/.test(
                inner,
              ))
          )
        )
          return false;
        break;
      case 'start':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'string' &&
              /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$/.test(
                inner,
              ))
          )
        )
          return false;
        break;
      case 'release':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner >= 0 && inner <= 100000) ||
            (typeof inner === 'string' &&
              /^(?=\d)(?:\d+(?:\.\d+)? ?h(?: ?(?=\d)|$))?(?:\d+(?:\.\d+)? ?min(?: ?(?=\d)|$))?(?:\d+(?:\.\d+)? ?s)?$/.test(
                inner,
              ))
          )
        )
          return false;
        break;
      case 'releaseMinutes':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner >= 0 && inner <= 100000)
          )
        )
          return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

function isHeaderTrack(value: unknown): boolean {
  return Array.isArray(value) && value.every((item: unknown) => isNoteAt(item) || isNoteAtToo(item));
}

function isHeaderTrackToo(value: unknown): boolean {
  return Array.isArray(value) && value.every((item: unknown) => isHeaderTrack(item));
}

function isHeaderOrigin(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      case 'format':
        if (!(typeof inner === 'string')) return false;
        break;
      case 'version':
        if (!(inner === null || typeof inner === 'string')) return false;
        break;
      case 'creator':
        if (!(inner === null || typeof inner === 'string')) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, 'format') && Object.hasOwn(value, 'version') && Object.hasOwn(value, 'creator');
}

function isHeader(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      case '$schema':
        if (!(inner === undefined || inner === null || typeof inner === 'string')) return false;
        break;
      case 'roadbook':
        if (!(inner === undefined || inner === null || inner === 1)) return false;
        break;
      case 'event':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'string' && inner.length <= 200) ||
            (typeof inner === 'number' && Number.isFinite(inner))
          )
        )
          return false;
        break;
      case 'stage':
        if (!(inner === undefined || inner === null || isHeaderStage(inner))) return false;
        break;
      case 'units':
        if (!(inner === undefined || inner === null || inner === 'metric' || inner === 'imperial'))
          return false;
        break;
      case 'edition':
        if (!(inner === undefined || inner === null || inner === 'organiser' || inner === 'competitor'))
          return false;
        break;
      case 'description':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'string' && inner.length <= 20000) ||
            (typeof inner === 'number' && Number.isFinite(inner))
          )
        )
          return false;
        break;
      case 'total':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner >= 0 && inner <= 20000000)
          )
        )
          return false;
        break;
      case 'fuel-range':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isFinite(inner) && inner >= 0 && inner <= 20000)
          )
        )
          return false;
        break;
      case 'fuelRange':
        if (
          !(
            inner === undefined ||
            inner === null ||
            (typeof inner === 'number' && Number.isSafeInteger(inner) && inner >= 0 && inner <= 20000000)
          )
        )
          return false;
        break;
      case 'track':
        if (
          !(
            inner === undefined ||
            inner === null ||
            typeof inner === 'string' ||
            isHeaderTrack(inner) ||
            isHeaderTrackToo(inner)
          )
        )
          return false;
        break;
      case 'origin':
        if (!(inner === undefined || inner === null || isHeaderOrigin(inner))) return false;
        break;
      case 'kept':
        if (!(inner === undefined || inner === null || isNoteKept(inner))) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}
