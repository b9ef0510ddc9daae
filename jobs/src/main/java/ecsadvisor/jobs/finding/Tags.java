package ecsadvisor.jobs.finding;

import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Owner, environment and profile of a service, from its own tags first and the bill's second. */
final class Tags {
  private final TagSettings settings;
  private final List<Tag> tags;

  Tags(TagSettings settings, @Nullable ServiceConfig config, @Nullable Spend spend) {
    this.settings = settings;
    this.tags = new ArrayList<>();
    if (config != null) {
      tags.addAll(config.tags());
    }
    if (spend != null) {
      tags.addAll(spend.tags());
    }
  }

  /** The owner; empty where no tag says. */
  String owner() {
    return Tag.first(tags, settings.ownerKeys());
  }

  /** The environment as tagged; empty likewise. */
  String environment() {
    return Tag.first(tags, settings.environmentKeys());
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
