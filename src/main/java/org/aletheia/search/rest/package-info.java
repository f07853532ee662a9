/** {@code /api/v1/search} and its wire forms. */
@NullMarked
package org.aletheia.search.rest;

import org.jspecify.annotations.NullMarked;
