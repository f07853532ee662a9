/** Requests for a decision of two, over HTTP. */
@NullMarked
package org.aletheia.access.approval.rest;

import org.jspecify.annotations.NullMarked;
