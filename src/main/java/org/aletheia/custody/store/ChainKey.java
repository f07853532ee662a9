package org.aletheia.custody.store;

import org.aletheia.custody.Chain;
import org.aletheia.custody.Subject;

/** One history of one record. */
public record ChainKey(Subject subject, Chain chain) {}
