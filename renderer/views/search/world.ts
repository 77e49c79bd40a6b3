/**
 * The world's outline, in the page itself: Natural Earth at 1:110 million (public domain), as `world-atlas` packs it.
 * Its borders are for finding one's way, and say nothing about the time of the cables.
 */
import { geoEqualEarth, geoPath } from 'd3-geo';
import type { GeoProjection } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlasFile from 'world-atlas/countries-110m.json';
import { z } from 'zod';

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

const AtlasSchema = z.custom<Atlas>(
  value =>
    z.object({ objects: z.object({ countries: z.object({}), land: z.object({}) }) }).safeParse(value).success,
);

const atlas = AtlasSchema.parse(atlasFile);
// The Antarctic has no post, and takes a sixth of the sheet.
const antarctica = '010';
const countries = atlas.objects.countries.geometries.filter(one => one.id !== antarctica);
const land = feature(atlas, { type: 'GeometryCollection', geometries: countries });
const borders = mesh(atlas, atlas.objects.countries, (one, other) => one !== other);
const coasts = mesh(
  atlas,
  { type: 'GeometryCollection', geometries: countries },
  (one, other) => one === other,
);

/** What must be in sight: the inhabited world, without most of the Antarctic. */
const inSight = {
  type: 'MultiPoint' as const,
  coordinates: [
    [-180, 0],
    [180, 0],
    [0, 80],
    [0, -56],
  ],
};

/** The projection that puts the inhabited world into a field of this size, in pixels: areas keep their proportions. */
export function projectionFor(width: number, height: number): GeoProjection {
  const edge = 12;
  return geoEqualEarth().fitExtent(
    [
      [edge, edge],
      [Math.max(edge + 1, width - edge), Math.max(edge + 1, height - edge)],
    ],
    inSight,
  );
}

/** The outlines as SVG paths. */
export function worldPaths(projection: GeoProjection): { land: string; coasts: string; borders: string } {
  const path = geoPath(projection).digits(1);
  return { land: path(land) ?? '', coasts: path(coasts) ?? '', borders: path(borders) ?? '' };
}
