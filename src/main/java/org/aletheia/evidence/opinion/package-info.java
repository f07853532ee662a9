/** Opinions on the authenticity of items: a person's judgement with method and reasons, and who contests it; never a score. */
@NullMarked
package org.aletheia.evidence.opinion;

import org.jspecify.annotations.NullMarked;
