package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.Collected;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the manifests say was read: one entry per account, region and kind. */
final class InventoryManifests {
  private static final Set<String> GLOBAL_KINDS =
      Set.of("iam-authorization-details", "iam-password-policy");

  private final List<InventoryManifest> entries;
  private final Set<String> complete = new HashSet<>();
  private final Set<String> completeSomewhere = new HashSet<>();

  /** A kind is complete only if every call that it needs was. */
  InventoryManifests(InventoryBodies bodies) {
    Map<String, InventoryManifest> byKind = new HashMap<>();
    for (InventoryBodies.Body manifest : bodies.of("manifest")) {
      for (JsonNode kind : field(manifest.json(), "kinds")) {
        InventoryManifest entry =
            new InventoryManifest(
                manifest.item().accountId(),
                manifest.item().region(),
                kind.asText(),
                field(manifest.json(), "complete").asBoolean(false),
                field(manifest.json(), "items").asLong(0),
                manifest.item().collectedAt());
        byKind.merge(
            key(entry.accountId(), entry.region(), entry.kind()), entry, InventoryManifests::both);
      }
    }
    entries =
        byKind.values().stream()
            .sorted(
                Comparator.comparing(InventoryManifest::accountId)
                    .thenComparing(InventoryManifest::region)
                    .thenComparing(InventoryManifest::kind))
            .toList();
    for (InventoryManifest entry : entries) {
      if (entry.complete()) {
        complete.add(key(entry.accountId(), entry.region(), entry.kind()));
        completeSomewhere.add(entry.accountId() + "/" + entry.kind());
      }
    }
  }

  /** Account, region and kind as one text. */
  static String key(String accountId, String region, String kind) {
    return accountId + "/" + region + "/" + kind;
  }

  /** The entries, ordered by account, region and kind. */
  List<InventoryManifest> entries() {
    return entries;
  }

  /** What was read completely, as {@link #key} writes it. */
  Set<String> complete() {
    return complete;
  }

  /** Whether everything of that kind was read there. */
  boolean complete(String accountId, String region, String kind) {
    return complete.contains(key(accountId, region, kind));
  }

  /**
   * Whether a kind that belongs to the account as a whole was read completely, in whatever region.
   */
  boolean completeSomewhere(String accountId, String kind) {
    return completeSomewhere.contains(accountId + "/" + kind);
  }

  /** What was read there, kinds that belong to the account as a whole included. */
  Collected collected(String accountId, String region) {
    Set<String> kinds = new HashSet<>();
    Map<String, Instant> times = new HashMap<>();
    for (InventoryManifest entry : entries) {
      boolean global = GLOBAL_KINDS.contains(entry.kind());
      if (entry.accountId().equals(accountId) && (global || entry.region().equals(region))) {
        times.merge(entry.kind(), entry.collectedAt(), (a, b) -> a.isAfter(b) ? a : b);
        if (entry.complete()) {
          kinds.add(entry.kind());
        }
      }
    }
    return new Collected(kinds, times);
  }

  private static InventoryManifest both(InventoryManifest a, InventoryManifest b) {
    return new InventoryManifest(
        a.accountId(),
        a.region(),
        a.kind(),
        a.complete() && b.complete(),
        a.items() + b.items(),
        a.collectedAt().isBefore(b.collectedAt()) ? a.collectedAt() : b.collectedAt());
  }
}
