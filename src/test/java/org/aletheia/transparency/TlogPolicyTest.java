package org.aletheia.transparency; class TlogPolicyTest {}
