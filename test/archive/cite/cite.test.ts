import { describe, expect, it } from 'vitest';
import { cite } from '../../../archive/cite/cite.ts';
import { CslItemSchema } from '../../../archive/cite/item.ts';
import { handMadeCable } from '../../support/hand-made-cable.ts';
import { sampleCable, shownCable } from '../../support/shown-cable.ts';

const chicago = async (cable: Parameters<typeof cite>[0], url?: string) =>
  (await cite(cable, { style: 'chicago', url })).text;

describe('citing in the Chicago style', () => {
  it('cites the sample', async () => {
    expect(await chicago(sampleCable())).toBe(
      'U.S. Embassy Hanoi to Secretary of State, “Vietnam Hosts Six-Country TIP Meeting,” telegram 05HANOI841, ' +
        'April 11, 2005, Unclassified//For Official Use Only (original marking), partial extract, copy used: ' +
        'cablebrowser-2 page 05HANOI841.cablebrowser.txt (record SHA-256 4f2b7c1d4f2b7c1d).',
    );
  });

  it('gives an address last, the person’s before the source’s', async () => {
    const cable = { ...sampleCable(), published: { address: 'https://example.org/a_b?c=d&e' } };
    expect(await chicago(cable)).toMatch(/\), https:\/\/example\.org\/a_b\?c=d&e\.$/);
    expect(await chicago(cable, 'https://example.org/better')).toMatch(/, https:\/\/example\.org\/better\.$/);
    expect(await chicago({ ...cable, published: { address: 'javascript:alert(1)' } })).not.toContain(
      'javascript',
    );
  });

  it('takes the addressee of the header', async () => {
    const cable = shownCable(
      handMadeCable({
        body: '',
        subject: 'GENERATED SUBJECT',
        origin: 'Consulate Ho Chi Minh City',
        recipients: ['AMEMBASSY PARIS', 'AMCONSUL LYON'].map(name => ({
          route: null,
          name,
          precedence: null,
          number: null,
          excluded: [],
        })),
      }),
      { sightings: [] },
    );
    expect(await chicago(cable)).toBe(
      'U.S. Consulate Ho Chi Minh City to U.S. Embassy Paris et al., “Generated Subject,” telegram 05HANOI9999, n.d.',
    );
  });

  it('leaves out what the record lacks', async () => {
    const text = await chicago(shownCable(handMadeCable({ body: '' }), { sightings: [] }));
    expect(text).toBe('[unknown sender], “[no subject],” telegram 05HANOI9999, n.d.');
  });

  it('never says who keeps the original', async () => {
    expect(await chicago(sampleCable())).not.toMatch(/national archives|NARA|department of state files/i);
  });

  it('takes markup in a subject for words', async () => {
    const cable = { ...sampleCable(), subject: 'A <i>generated</i> subject & <script>alert(1)</script>' };
    const { text, html } = await cite(cable, { style: 'chicago' });
    expect(text).toContain('“A <i>generated</i> subject & <script>alert(1)</script>,”');
    expect(html).not.toMatch(/<(?!\/?span)/);
    expect(html).toContain('&lt;script');
  });

  it('gives a CSL-JSON report', async () => {
    const { item } = await cite(sampleCable(), { style: 'chicago' });
    expect(CslItemSchema.parse(item)).toMatchObject({
      type: 'report',
      number: '05HANOI841',
      publisher: 'Embassy Hanoi',
      issued: { 'date-parts': [[2005, 4, 11]] },
    });
  });
});
