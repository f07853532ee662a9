/** Timestamps of an authority (RFC 3161, RFC 5816): requests, tokens, and the rules by which a token is believed. */
@NullMarked
package org.aletheia.transparency.timestamp;

import org.jspecify.annotations.NullMarked;
