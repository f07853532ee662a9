/** The HTTP face of evidence. */
@NullMarked
package org.aletheia.evidence.rest;

import org.jspecify.annotations.NullMarked;
