/**
 * How an identity ends: asked by one member, approved by another, one of the two counsel, the key of the person is destroyed.
 * What the vault holds of them opens for nobody any more; their record under its pseudonym, its revisions, receipts and the log
 * stay as they are and verify (decision 25).
 */
@NullMarked
package org.aletheia.testimony.vault.erasure;

import org.jspecify.annotations.NullMarked;
