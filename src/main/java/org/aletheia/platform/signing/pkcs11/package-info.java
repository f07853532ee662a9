/** Signing keys that never leave a device: PKCS#11 (OASIS, version 2.40 and the Edwards curves of 3.0) by Java's own way to C. */
@NullMarked
package org.aletheia.platform.signing.pkcs11;

import org.jspecify.annotations.NullMarked;
