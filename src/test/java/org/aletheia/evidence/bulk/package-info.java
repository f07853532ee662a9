@NullMarked
package org.aletheia.evidence.bulk;

import org.jspecify.annotations.NullMarked;
