package ecsadvisor.jobs.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Owner, environment and profile of a service, from its own tags first and the bill's second. */
final class Tags {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TagSettings settings;
  private final List<Tag> tags;
  private final List<Tag> shown;

  Tags(TagSettings settings, @Nullable ServiceConfig config, @Nullable Spend spend) {
    this.settings = settings;
    this.tags = new ArrayList<>();
    if (config != null) {
      tags.addAll(config.tags());
    }
    if (spend != null) {
      tags.addAll(spend.tags());
    }
    this.shown = config == null || config.tags().isEmpty() ? tags : config.tags();
  }

  /** The owner; empty where no tag says. */
  String owner() {
    return Tag.first(tags, settings.ownerKeys());
  }

  /** The environment as tagged; empty likewise. */
  String environment() {
    return Tag.first(tags, settings.environmentKeys());
  }

  /** The cost centre; empty likewise. */
  String costCentre() {
    return Tag.first(tags, settings.costCentreKeys());
  }

  /**
   * The service's own tags as a JSON object in the order of their keys, the shape of AWS's exports;
   * those of the bill where the inventory has none. Empty without any.
   */
  String json() {
    if (tags.isEmpty()) {
      return "";
    }
    SortedMap<String, String> byKey = new TreeMap<>();
    shown.forEach(tag -> byKey.put(tag.key(), tag.value()));
    try {
      return JSON.writeValueAsString(byKey);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of texts is always JSON", e);
    }
  }

  /** The profile that the environment gets. */
  Profile profile() {
    String environment = environment().toLowerCase(Locale.ROOT);
    if (settings.devEnvironments().contains(environment)) {
      return Profile.DEV;
    }
    if (settings.criticalEnvironments().contains(environment)) {
      return Profile.CRITICAL;
    }
    return Profile.PROD;
  }
}
