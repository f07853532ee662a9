/** The code lists over HTTP. */
@NullMarked
package org.aletheia.codelists.rest;

import org.jspecify.annotations.NullMarked;
