/** Where the origins of cables lie, from the table of posts. */
import type { PostPlace } from '../model/post-place.ts';
import { findPost, postOf, posts } from '../text/posts.ts';

let codes: ReadonlyMap<string, string> | null = null;

/** The codes of posts by their full names in small letters: `embassy hanoi`. */
function codesByName(): ReadonlyMap<string, string> {
  codes ??= new Map([...posts.values()].map(post => [post.name.toLowerCase(), post.code]));
  return codes;
}

/** The place of each origin that names a known post, in any of its spellings; a name that would need correcting is left out. */
export function placesOf(origins: readonly string[]): PostPlace[] {
  return origins.flatMap(origin => {
    const found = findPost(origin);
    const code =
      codesByName().get(origin.trim().toLowerCase()) ?? (found?.corrected === false ? found.code : null);
    const post = code === null ? null : postOf(code);
    if (post === null) return [];
    const { city, country, latitude, longitude } = post;
    return [{ origin, code: post.code, city, country, latitude, longitude }];
  });
}
