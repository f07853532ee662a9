/** Protection notes and counsel's decisions over HTTP. */
@NullMarked
package org.aletheia.testimony.protection.rest;

import org.jspecify.annotations.NullMarked;
