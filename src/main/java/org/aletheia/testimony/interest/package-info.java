/** The interests of those who gave nothing and appear in material all the same. */
@NullMarked
package org.aletheia.testimony.interest;

import org.jspecify.annotations.NullMarked;
