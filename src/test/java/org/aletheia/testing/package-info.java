/** What every test that talks to real servers stands on. */
@NullMarked
package org.aletheia.testing;

import org.jspecify.annotations.NullMarked;
