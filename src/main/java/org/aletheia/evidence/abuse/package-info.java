/**
 * Suspected material of the abuse of children: whoever sees it marks it, and from then on it is for named persons of the
 * organisation that owns it, and nothing of it leaves.
 */
@NullMarked
package org.aletheia.evidence.abuse;

import org.jspecify.annotations.NullMarked;
