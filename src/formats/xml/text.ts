const legal = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** False for text with a character that XML 1.0 cannot hold, however it is written. */
export function isXmlText(text: string): boolean {
  return legal.test(text);
}

/** For the content of an element: reads back as it was, but for characters that XML cannot hold; those become U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(illegal, '\ufffd').replace(/[&<>\r]/g, reference);
}

/** For an attribute in double quotes: white space survives the normalisation that every reader does. */
export function xmlAttribute(text: string): string {
  return text.replace(illegal, '\ufffd').replace(/[&<>"\t\n\r]/g, reference);
}

/** A CDATA section, in which a picture costs nothing to read; escaped text where a section cannot hold it. */
export function xmlCdata(text: string): string {
  if (text.includes('\r') || !isXmlText(text)) return xmlText(text);
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function reference(character: string): string {
  return references[character] ?? `&#${character.charCodeAt(0)};`;
}
