/** The citation style for telegrams, after the Chicago Manual of Style's notes, and the terms of its language. */

/** Written for Valise: sender to recipient, "Subject," telegram NUMBER, date, marking, extent, copy, address. */
export const CHICAGO_TELEGRAM = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US">
  <info>
    <title>Diplomatic telegram (Chicago notes)</title>
    <id>urn:valise:chicago-telegram</id>
    <updated>2026-11-23T00:00:00+00:00</updated>
  </info>
  <macro name="telegram">
    <group delimiter=", ">
      <group delimiter=" to ">
        <names variable="author"/>
        <names variable="recipient"/>
      </group>
      <text variable="title" quotes="true"/>
      <group delimiter=" ">
        <text variable="genre"/>
        <text variable="number"/>
      </group>
      <choose>
        <if variable="issued"><date variable="issued" form="text"/></if>
        <else><text term="no date" form="short"/></else>
      </choose>
      <text variable="note"/>
      <text variable="dimensions"/>
      <text variable="source"/>
      <text variable="URL"/>
    </group>
  </macro>
  <citation><layout suffix="."><text macro="telegram"/></layout></citation>
  <bibliography><layout suffix="."><text macro="telegram"/></layout></bibliography>
</style>`;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const monthTerms = MONTHS.map(
  (month, index) => `<term name="month-${String(index + 1).padStart(2, '0')}">${month}</term>`,
).join('');

/** The terms of American English that the style uses. */
export const AMERICAN_ENGLISH = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
  <style-options punctuation-in-quote="true"/>
  <date form="text">
    <date-part name="month" suffix=" "/>
    <date-part name="day" suffix=", "/>
    <date-part name="year"/>
  </date>
  <terms>
    <term name="open-quote">“</term>
    <term name="close-quote">”</term>
    <term name="open-inner-quote">‘</term>
    <term name="close-inner-quote">’</term>
    <term name="page-range-delimiter">–</term>
    <term name="and">and</term>
    <term name="et-al">et al.</term>
    <term name="no date">no date</term>
    <term name="no date" form="short">n.d.</term>
    ${monthTerms}
  </terms>
</locale>`;
