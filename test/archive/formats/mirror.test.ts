import { describe, expect, test } from 'vitest';
import { mirrorPage } from '../../support/mirror-page.ts';
import { readFiles, readOne } from '../../support/read-files.ts';

const header = 'P R 281848Z DEC 66\nFM AMEMBASSY BUENOS AIRES\nTO RUEHC/SECSTATE WASHDC PRIORITY\n';
const body = 'UNCLAS BUENOS AIRES 2481\n\nSUBJECT: GENERATED A & B <C>\n\n1. (U) First.\n2. (SBU) Second.\n';
const cable = {
  id: '66BUENOSAIRES2481',
  created: '1966-12-28 18:48',
  released: '2011-08-30 01:44',
  classification: 'UNCLASSIFIED',
  origin: 'Embassy Buenos Aires',
  subject: 'GENERATED A & B <C>',
  header,
  body,
};

describe('a page of a mirror', () => {
  test('has header, body and all its published fields', async () => {
    const read = await readOne('66BUENOSAIRES2481.html', mirrorPage(cable));
    expect(read.published).toEqual({
      id: '66BUENOSAIRES2481',
      created: '1966-12-28 18:48',
      released: '2011-08-30 01:44',
      classification: 'UNCLASSIFIED',
      origin: 'Embassy Buenos Aires',
      subject: 'GENERATED A & B <C>',
    });
    expect(read.header).toBe(`${header}\n`);
    expect(read.rendering).toEqual({ format: 'mirror', lineBreaks: true, encoding: 'utf-8', assumed: false });
    expect(read.place).toEqual({ file: '66BUENOSAIRES2481.html', member: null, row: null });
  });

  test("keeps the publisher's pilcrows as the text has them, and nothing of its links", async () => {
    const read = await readOne('x.html', mirrorPage(cable));
    expect(read.body).toBe(`${body.replace('1. (U)', '¶1. (U)').replace('2. (SBU)', '¶2. (SBU)')}\n`);
  });

  test('with one block of text has a body and no header', async () => {
    const read = await readOne('x.html', mirrorPage({ ...cable, header: null, body: 'UNCLAS GENERATED' }));
    expect(read).toMatchObject({ header: '', body: 'UNCLAS GENERATED\n' });
  });

  test('of the older kind has no release date', async () => {
    const { released: _, ...older } = cable;
    const read = await readOne('x.html', mirrorPage(older));
    expect(read.published).not.toHaveProperty('released');
    expect(read.published).toMatchObject({ classification: 'UNCLASSIFIED', origin: 'Embassy Buenos Aires' });
  });

  test('keeps the sentence on a partial extract as its header', async () => {
    const sentence =
      'This record is a partial extract of the original cable. The full text of the original cable is not available.';
    const read = await readOne('x.html', mirrorPage({ ...cable, header: sentence }));
    expect(read.header.trim()).toBe(sentence);
  });

  test('tells when it breaks off inside the text, and keeps what is there', async () => {
    const page = mirrorPage(cable, false);
    const read = await readOne('x.html', page.slice(0, page.indexOf('Second')));
    expect(read.body.endsWith('¶2. (SBU) ')).toBe(true);
    expect(read.warnings.map(warning => warning.code)).toEqual(['page-torn']);
  });

  test('with another quoting, case and order of markup is read all the same', async () => {
    const page = `<HTML><BODY><TABLE CLASS="cable"><TR><TD>Reference ID</TD><TD>Created</TD><TD>Classification</TD><TD>Origin</TD></TR>
      <TR><TD>05HANOI1</TD><TD>2005-01-01 00:00</TD><TD>SECRET</TD><TD>Embassy Hanoi</TD></TR></TABLE>
      <pre class="x">\nS E C R E T &quot;GENERATED&quot; a &lt; b &amp;#x000A; R&D</pre></BODY></HTML>`;
    const read = await readOne('x.html', page);
    expect(read.published).toEqual({
      id: '05HANOI1',
      created: '2005-01-01 00:00',
      classification: 'SECRET',
      origin: 'Embassy Hanoi',
    });
    expect(read.body).toBe('S E C R E T "GENERATED" a < b &#x000A; R&D');
  });

  test('that speaks of reference ids above its table is read from the table', async () => {
    const help =
      '<div>The box shows the Reference ID of each cable.</div><table><tr><td>GENERATED</td></tr></table><h3>';
    const read = await readOne('x.html', mirrorPage(cable, false).replace('<h3>', help));
    expect(read.published.id).toBe('66BUENOSAIRES2481');
  });

  test.each(['th', 'td'])('with a row for each field reads the labels from its %s cells', async tag => {
    const fields = [
      ['Reference&nbsp;ID', '05HANOI1'],
      ['Created', '2005-01-01 00:00'],
      ['Classification', 'SECRET'],
      ['Origin', 'Embassy Hanoi'],
    ];
    const rows = fields.map(([label, value]) => `<tr><${tag}>${label}</${tag}><td>${value}</td></tr>`);
    const read = await readOne('x.html', `<table>${rows.join('\n')}</table><PRE>S E C R E T GENERATED</PRE>`);
    expect(read.published).toEqual({
      id: '05HANOI1',
      created: '2005-01-01 00:00',
      classification: 'SECRET',
      origin: 'Embassy Hanoi',
    });
    expect(read.body).toBe('S E C R E T GENERATED');
  });

  test('without an id is refused with a reason', async () => {
    const { cables, refusals } = await readFiles({ 'x.html': mirrorPage({ ...cable, id: '' }) });
    expect(cables).toEqual([]);
    expect(refusals).toMatchObject([{ code: 'no-id', place: { file: 'x.html' } }]);
  });

  test('that lists cables is no cable', async () => {
    const list = mirrorPage(cable).replaceAll('Reference ID', 'Number');
    const { refusals } = await readFiles({ 'list.html': list });
    expect(refusals).toMatchObject([{ code: 'not-a-cable-file' }]);
    expect(refusals[0]?.message).toMatch(/web page without a cable/);
  });
});

describe('a page of a mirror saved as text', () => {
  const labels = ['Reference ID', 'Created', 'Released', 'Classification', 'Origin'];
  const row = [cable.id, cable.created, cable.released, cable.classification, cable.origin];
  const title = `Viewing cable ${cable.id}, ${cable.subject}\n\nIf you are new to these pages, please read.\n\n`;
  const sentence =
    'This record is a partial extract of the original cable. The full text of the original cable is not available.';
  const published = {
    id: '66BUENOSAIRES2481',
    created: '1966-12-28 18:48',
    released: '2011-08-30 01:44',
    classification: 'UNCLASSIFIED',
    origin: 'Embassy Buenos Aires',
    subject: 'GENERATED A & B <C>',
  };

  test.each([
    ['tabs', `${labels.join('\t')}\n${row.join('\t')}\n`],
    ['bars', `| ${labels.join(' | ')} |\n|---|---|---|---|---|\n| ${row.join(' | ')} |\n`],
    ['columns', `${labels.join('    ')}\n${row.join('    ')}\n`],
    ['single spaces', `   ${labels.join(' ')}\n   ${row.join(' ')}\n`],
  ])('with %s between the cells has its fields, header and body', async (_, table) => {
    const read = await readOne('x.txt', `${title}${table}\n${header}${body}`);
    expect(read.published).toEqual(published);
    expect(read.header).toBe(header);
    expect(read.body).toBe(body.trimEnd());
    expect(read.rendering.format).toBe('mirror');
  });

  test('keeps the sentence on a partial extract as its header', async () => {
    const read = await readOne('x.txt', `${labels.join('\t')}\n${row.join('\t')}\n${sentence}\n${body}`);
    expect(read.header).toBe(sentence);
    expect(read.body).toBe(body.trimEnd());
  });

  test('whose cells can not be told apart is refused with the way out', async () => {
    const { refusals } = await readFiles({ 'x.txt': `${labels.join('\t')}\n${row.join('_')}\n${body}` });
    expect(refusals).toMatchObject([{ code: 'damaged-source' }]);
  });
});
