/**
 * What somebody without an account hands in: deposits that are no evidence yet, expire, and are seen by those alone who take
 * in for the organisation that receives them. A member makes items of their files, or refuses them.
 */
@NullMarked
package org.aletheia.evidence.anonymous;

import org.jspecify.annotations.NullMarked;
