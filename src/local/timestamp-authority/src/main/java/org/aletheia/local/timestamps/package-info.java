/** A timestamp authority for tests (RFC 3161), of which every certificate says that it is one. */
package org.aletheia.local.timestamps;
