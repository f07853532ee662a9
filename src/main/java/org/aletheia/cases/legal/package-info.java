/** The register of legal requests: who asked for what by law, what counsel said, and exactly what was given. */
@NullMarked
package org.aletheia.cases.legal;

import org.jspecify.annotations.NullMarked;
