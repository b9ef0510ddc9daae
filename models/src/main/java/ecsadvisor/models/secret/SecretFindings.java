package ecsadvisor.models.secret;

import ecsadvisor.models.fact.security.SecretHit;
import ecsadvisor.models.fact.security.SecretHit.Confidence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a detector finds in the texts of one container. No text stays here. */
public final class SecretFindings {
  private static final int MOST_HITS = 200;
  private static final int LONGEST_NAME = 256;

  private final Map<String, SecretHit> hits = new TreeMap<>();
  private boolean complete = true;

  /** The hits, each once, ordered by place, name and rule. */
  public List<SecretHit> hits() {
    return List.copyOf(hits.values());
  }

  /** Whether all texts could be looked at in full. */
  public boolean isComplete() {
    return complete;
  }

  /** Notes that a text could not be looked at, or not in full. */
  public void incomplete() {
    complete = false;
  }

  void add(String place, String name, String rule, Confidence confidence, String secret) {
    boolean tells = !secret.isEmpty() && name.contains(secret);
    String shown = tells || name.length() > LONGEST_NAME ? "" : name;
    SecretHit hit = new SecretHit(place, shown, rule, confidence, lengthClass(secret.length()));
    String key = String.join("\n", place, shown, rule);
    SecretHit known = hits.get(key);
    if (known == null && hits.size() == MOST_HITS) {
      complete = false;
      return;
    }
    if (known == null || known.confidence().compareTo(confidence) > 0) {
      hits.put(key, hit);
    }
  }

  int size() {
    return hits.size();
  }

  private static String lengthClass(int length) {
    if (length == 0) {
      return "0";
    }
    if (length < 8) {
      return "1-7";
    }
    if (length >= 64) {
      return "64+";
    }
    return length < 16 ? "8-15" : length < 32 ? "16-31" : "32-63";
  }
}
