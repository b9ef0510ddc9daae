package ecsadvisor.jobs.source.opinion;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The exports that are understood, told by their columns. */
public enum OpinionForm {
  COST_OPTIMIZATION_RECOMMENDATIONS(
      "action_type current_resource_type resource_arn recommendation_id",
      "account_id action_type currency_code current_resource_type"
          + " estimated_monthly_savings_before_discount resource_arn"),
  COMPUTE_OPTIMIZER_ECS(
      "servicearn currentserviceconfiguration_cpu currentserviceconfiguration_memory",
      "accountid servicearn finding currentserviceconfiguration_cpu"
          + " currentserviceconfiguration_memory recommendationoptions_1_cpu"
          + " recommendationoptions_1_memory");

  private static final int TELLING = 2;

  private final String telling;
  private final String required;

  OpinionForm(String telling, String required) {
    this.telling = telling;
    this.required = required;
  }

  /** The form that has at least two of its telling columns, or null. */
  static @Nullable OpinionForm of(Collection<String> plainColumns) {
    return Arrays.stream(values())
        .filter(
            form ->
                names(form.telling).stream()
                        .filter(name -> plainColumns.contains(plain(name)))
                        .count()
                    >= TELLING)
        .findFirst()
        .orElse(null);
  }

  /** The needed columns that are not among those given, as AWS's documents spell them. */
  List<String> missing(Collection<String> plainColumns) {
    return names(required).stream().filter(name -> !plainColumns.contains(plain(name))).toList();
  }

  private static List<String> names(String list) {
    return List.of(list.split(" ", -1));
  }

  /** A column's name without its spelling: letter case, underscores and dots say nothing. */
  static String plain(String column) {
    StringBuilder plain = new StringBuilder();
    String lower = column.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char character = lower.charAt(i);
      if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
        plain.append(character);
      }
    }
    return plain.toString();
  }
}
