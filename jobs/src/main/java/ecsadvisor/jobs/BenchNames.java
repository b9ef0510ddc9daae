package ecsadvisor.jobs;

import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.EbsVolume;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TargetGroup;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Renames the facts of an organisation, so that copies of it can stand beside each other and what
 * belongs together still finds each other.
 *
 * <p>Text is taken word by word ({@code [A-Za-z0-9-]+}), so ARNs, URIs and dimensions follow the
 * names that they are made of. Accounts are renamed by group: copies of one group share accounts
 * and with them clusters. Services, load balancers, target groups, repositories, instances and
 * volumes are renamed by copy. The account that pays stays: there is one.
 */
final class BenchNames implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]+");
  private static final Pattern MACHINE_ID = Pattern.compile("(i|vol)-[0-9a-f]{8,}");
  private static final Pattern TARGET_GROUP = Pattern.compile(":targetgroup/([^/]+)/");
  private static final String PAYER = "payer_account_id";

  /** Accounts have twelve digits, of which the first three tell the group. */
  static final int MOST_GROUPS = 900;

  private final HashSet<String> accounts;
  private final HashSet<String> names;

  BenchNames(Set<String> accounts, Set<String> names) {
    this.accounts = new HashSet<>(accounts);
    this.names = new HashSet<>(names);
  }

  /** The names in an organisation's facts. */
  static BenchNames of(
      Collection<ServiceKey> services,
      List<ClusterFacts> clusters,
      List<LoadBalancer> balancers,
      List<TargetGroup> groups,
      List<Repository> repositories,
      List<EbsVolume> volumes) {
    Set<String> accounts = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (ServiceKey service : services) {
      accounts.add(service.accountId());
      names.add(service.serviceName());
    }
    for (ClusterFacts cluster : clusters) {
      accounts.add(cluster.accountId());
      cluster.instances().stream().map(ContainerInstance::instanceId).forEach(names::add);
    }
    balancers.forEach(balancer -> names.add(balancer.name()));
    for (TargetGroup group : groups) {
      Matcher name = TARGET_GROUP.matcher(group.arn());
      if (name.find()) {
        names.add(name.group(1));
      }
    }
    repositories.forEach(repository -> names.add(repository.name().replaceAll(".*/", "")));
    volumes.forEach(volume -> names.add(volume.volumeId()));
    names.remove("");
    return new BenchNames(accounts, names);
  }

  /** The renaming of one copy. */
  Renaming copy(int copy, int group) {
    if (group >= MOST_GROUPS) {
      throw new IllegalArgumentException("At most " + MOST_GROUPS + " groups, not " + (group + 1));
    }
    return new Renaming(copy, group);
  }

  /** Renames what belongs to one copy. */
  final class Renaming {
    private final String accountPrefix;
    private final String machinePrefix;
    private final String suffix;
    private final Map<String, String> seen = new HashMap<>();

    private Renaming(int copy, int group) {
      accountPrefix = Integer.toString(100 + group);
      machinePrefix = String.format(Locale.ROOT, "%04x", copy);
      suffix = String.format(Locale.ROOT, "-%03d", copy);
    }

    String text(String text) {
      return seen.computeIfAbsent(
          text, own -> WORD.matcher(own).replaceAll(word -> word(word.group())));
    }

    /** The row with every text in it renamed, except who pays. */
    Row row(Row row, StructType schema) {
      @Nullable Object[] values = new @Nullable Object[row.size()];
      for (int i = 0; i < values.length; i++) {
        boolean keeps = schema.fields()[i].name().equals(PAYER);
        values[i] = keeps ? row.get(i) : value(row.get(i), schema.fields()[i].dataType());
      }
      return RowFactory.create(values);
    }

    private @Nullable Object value(@Nullable Object value, DataType type) {
      if (value instanceof String text) {
        return text(text);
      }
      if (value instanceof Row row) {
        return row(row, (StructType) type);
      }
      if (value instanceof Object[] elements) {
        DataType element = ((ArrayType) type).elementType();
        @Nullable Object[] values = new @Nullable Object[elements.length];
        for (int i = 0; i < values.length; i++) {
          values[i] = value(elements[i], element);
        }
        return values;
      }
      return value;
    }

    private String word(String word) {
      if (accounts.contains(word)) {
        return accountPrefix + word.substring(accountPrefix.length());
      }
      if (!names.contains(word)) {
        return word;
      }
      if (MACHINE_ID.matcher(word).matches()) {
        int at = word.indexOf('-') + 1;
        return word.substring(0, at) + machinePrefix + word.substring(at + machinePrefix.length());
      }
      return word + suffix;
    }
  }
}
