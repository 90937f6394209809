package org.homeward.sealing;

import java.time.Instant;
import java.util.UUID;

/**
 * What the tablets of a facility seal with: the public half of a key pair.
 *
 * @param publicKey a point on P-256, uncompressed (65 bytes), as base64
 */
public record SealingKey(UUID id, String publicKey, Instant madeAt) {}
