/** The public log over HTTP, as C2SP tlog-tiles lays it out. */
@NullMarked
package org.aletheia.custody.rest;

import org.jspecify.annotations.NullMarked;
