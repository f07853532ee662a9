/** Privilege over HTTP. */
@NullMarked
package org.aletheia.evidence.privilege.rest;

import org.jspecify.annotations.NullMarked;
