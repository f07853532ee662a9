/** The register of legal requests over HTTP. */
@NullMarked
package org.aletheia.cases.legal.rest;

import org.jspecify.annotations.NullMarked;
