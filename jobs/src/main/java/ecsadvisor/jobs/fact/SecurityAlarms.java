package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.security.AuditSecurity.Alarm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** CloudWatch's alarms by what they measure, and whether each tells anybody. */
final class SecurityAlarms {
  private static final Comparator<Alarm> ORDER =
      Comparator.comparing(Alarm::tells).reversed().thenComparing(Alarm::name);

  private final AlarmActions actions;
  private final Map<InventoryPlace, Map<String, Alarm>> bySubject = new HashMap<>();
  private final Map<String, TreeSet<String>> queries = new HashMap<>();

  SecurityAlarms(InventoryBodies bodies) {
    List<InventoryBodies.Body> alarms =
        List.copyOf(bodies.newest("cloudwatch-alarm", body -> body.arn("alarmArn")).values());
    actions = new AlarmActions(alarms);
    alarms.forEach(this::add);
  }

  /** The alarms that watch a service, those that tell somebody first. */
  List<Alarm> of(SecuritySource source) {
    Map<String, Alarm> found = new TreeMap<>();
    String cluster = source.key().clusterName();
    put(found, source, "service", cluster + "/" + source.key().serviceName());
    for (JsonNode owner : source.owners()) {
      for (JsonNode balancer : field(owner, "loadBalancers")) {
        putResource(found, source, "target group", text(balancer, "targetGroupArn"));
        put(found, source, "load balancer", text(balancer, "loadBalancerName"));
      }
    }
    for (TargetGroup group : source.config().layout().targetGroups()) {
      putResource(found, source, "target group", group.arn());
      group.loadBalancerArns().forEach(arn -> putResource(found, source, "load balancer", arn));
    }
    return found.values().stream().sorted(ORDER).toList();
  }

  /** Names of the region's alarms on a query over ECS that tell somebody. */
  List<String> onQueries(String accountId, String region) {
    return List.copyOf(queries.getOrDefault(accountId + "/" + region, new TreeSet<>()));
  }

  /** Whether the region has an alarm of that name. */
  boolean exists(String accountId, String region, String name) {
    return actions.exists(new InventoryPlace(accountId, region, name));
  }

  private void put(Map<String, Alarm> found, SecuritySource source, String subject, String value) {
    if (!value.isEmpty()) {
      bySubject
          .getOrDefault(
              new InventoryPlace(source.key().accountId(), source.key().region(), value), Map.of())
          .values()
          .forEach(
              alarm ->
                  found.putIfAbsent(
                      alarm.name(),
                      new Alarm(alarm.name(), alarm.collectedAt(), subject, alarm.tells())));
    }
  }

  private void putResource(
      Map<String, Alarm> found, SecuritySource source, String subject, String arn) {
    String resource = arn.substring(arn.lastIndexOf(':') + 1);
    put(
        found,
        source,
        subject,
        resource.startsWith("loadbalancer/") ? resource.substring(13) : resource);
  }

  private void add(InventoryBodies.Body body) {
    JsonNode alarm = body.json();
    String account = body.item().accountId();
    add(body, account, field(alarm, "dimensions"));
    for (JsonNode query : field(alarm, "metrics")) {
      String other = text(query, "accountId");
      add(
          body,
          other.isEmpty() ? account : other,
          field(field(field(query, "metricStat"), "metric"), "dimensions"));
      String expression = text(query, "expression").toUpperCase(Locale.ROOT);
      if (expression.contains("SELECT ")
          && (expression.contains("AWS/ECS") || expression.contains("ECS/CONTAINERINSIGHTS"))
          && actions.tells(body)) {
        queries
            .computeIfAbsent(account + "/" + body.item().region(), place -> new TreeSet<>())
            .add(text(alarm, "alarmName"));
      }
    }
  }

  private void add(InventoryBodies.Body body, String account, JsonNode dimensions) {
    Map<String, String> values = new HashMap<>();
    for (JsonNode dimension : dimensions) {
      values.put(text(dimension, "name"), text(dimension, "value"));
    }
    String name = text(body.json(), "alarmName");
    Alarm alarm = new Alarm(name, body.item().collectedAt(), "", actions.tells(body));
    List<String> subjects = new ArrayList<>();
    if (values.containsKey("ClusterName") && values.containsKey("ServiceName")) {
      subjects.add(values.get("ClusterName") + "/" + values.get("ServiceName"));
    }
    for (String dimension : List.of("TargetGroup", "LoadBalancer", "LoadBalancerName")) {
      subjects.add(values.getOrDefault(dimension, ""));
    }
    for (String subject : subjects) {
      if (!subject.isEmpty()) {
        bySubject
            .computeIfAbsent(
                new InventoryPlace(account, body.item().region(), subject), key -> new TreeMap<>())
            .put(name, alarm);
      }
    }
  }
}
