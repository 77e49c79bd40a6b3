/** The XMP packet that names a file PDF/A-3a and PDF/UA-1. */
import { escapeHtml } from '../markup.ts';

/** What a file says of itself. */
export interface Described {
  title: string;
  /** the cable's origin, or who made the copy */
  author: string;
  language: string;
  program: string;
  /** when it was printed */
  created: Date;
}

/** The packet, with the extension schema that PDF/A asks for PDF/UA's own property (ISO 19005-3, 6.6.2.3). */
export function xmpPacket({ title, author, language, program, created }: Described): string {
  const text = (value: string) =>
    escapeHtml(value.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd'));
  const date = created.toISOString().replace(/\.\d+Z$/, '+00:00');
  const described = [
    '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
    '<pdfuaid:part>1</pdfuaid:part>',
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${text(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:creator><rdf:Seq><rdf:li>${text(author)}</rdf:li></rdf:Seq></dc:creator>`,
    `<dc:language><rdf:Bag><rdf:li>${text(language)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${text(program)}</xmp:CreatorTool><pdf:Producer>${text(program)}</pdf:Producer>`,
  ];
  const property = [
    '<pdfaProperty:name>part</pdfaProperty:name>',
    '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
    '<pdfaProperty:category>internal</pdfaProperty:category>',
    '<pdfaProperty:description>The part of ISO 14289 that the file keeps to</pdfaProperty:description>',
  ];
  const schema = [
    '<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>',
    '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
    '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
    `<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">${property.join('')}</rdf:li></rdf:Seq></pdfaSchema:property>`,
  ];
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    ...described,
    '</rdf:Description>',
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
    `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">${schema.join('')}</rdf:li></rdf:Bag></pdfaExtension:schemas>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    // room for programs that edit the packet in place, as XMP advises
    `${' '.repeat(99)}\n`.repeat(20),
    '<?xpacket end="w"?>',
  ].join('\n');
}
