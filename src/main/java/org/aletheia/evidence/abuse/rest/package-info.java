/** Marks of suspected abuse material over HTTP. */
@NullMarked
package org.aletheia.evidence.abuse.rest;

import org.jspecify.annotations.NullMarked;
