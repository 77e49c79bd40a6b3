/** Pages in the shape of a mirror's: a cable inside much navigation. The navigation is GENERATED. */

export interface MirrorCable {
  id: string;
  created: string;
  released?: string;
  classification: string;
  origin: string;
  subject?: string;
  /** null for a page with one block of text */
  header: string | null;
  body: string;
}

const navigationBytes = 185_000;
const line = "<li><a href='/date/2005-04_0.html' title='GENERATED navigation'>2005-04 <b>pre</b></a></li>\n";
const navigation = `<ul>\n${line.repeat(Math.ceil(navigationBytes / line.length))}</ul>\n`;

/** Text as the mirrors write it: every line break an entity. */
export function mirrorText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '&#x000A;');
}

/** A whole page; `around` false leaves the navigation out. */
export function mirrorPage(cable: MirrorCable, around = true): string {
  const released =
    cable.released === undefined ? ['', ''] : ['<th>Released</th>', `<td>${cable.released}</td>`];
  const blocks = [cable.header, cable.body].filter(block => block !== null);
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">
<html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8"/><title>Cable Viewer</title>
<style>table.cable { border: 1px }</style></head><body>
${around ? navigation : ''}<h3>Viewing cable ${cable.id}${cable.subject === undefined ? '' : `, ${mirrorText(cable.subject)}`}</h3>
<p>If you are new to these pages, please read an introduction on the structure of a cable.</p>
<table class='cable'>
<tr><th>Reference ID</th><th>Created</th>${released[0]}<th>Classification</th><th>Origin</th></tr>
<tr>
<td><a href='/cable/2005/04/${cable.id}.html'>${cable.id}</a></td>
<td><a href='/date/2005-04_0.html'>${cable.created}</a></td>
${released[1]}
<td><a href='/classification/1_0.html' title='secret'>${cable.classification}</a></td>
<td><a href='/origin/1_0.html'>${cable.origin}</a></td>
</tr>
</table>
${blocks.map(block => `<code><pre>${mirrorText(block).replace(/(?=\d+\. \()/g, "<a id='par1' href='#par1'>&#xB6;</a>")}\n</pre></code>`).join('\n')}
${around ? navigation.slice(0, 4000) : ''}</body></html>
`;
}
