package ecsadvisor.jobs.export.patch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One ECS service and its Application Auto Scaling in memory, behind the JSON 1.1 protocol that the
 * AWS CLI speaks; as strict as the real ones where a patch could go wrong. STS answers in XML.
 */
final class EmulatedAws implements AutoCloseable {
  static final String ACCOUNT = "111122223333";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<String> calls = new ArrayList<>();
  final ObjectNode service;
  final Map<String, ObjectNode> taskDefinitions = new TreeMap<>();
  final Map<String, ObjectNode> policies = new TreeMap<>();
  final Map<String, ObjectNode> actions = new TreeMap<>();
  @Nullable ObjectNode target;

  /** Refuses a call, as AWS does. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final String type;

    Refused(String type, String message) {
      super(message);
      this.type = type;
    }
  }

  EmulatedAws(ObjectNode service, ObjectNode taskDefinition) throws IOException {
    this.service = service;
    taskDefinitions.put(taskDefinition.get("taskDefinitionArn").textValue(), taskDefinition);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All that a patch can change. */
  ObjectNode state() {
    ObjectNode state = object();
    state.set("service", service.deepCopy());
    String arn = service.get("taskDefinition").textValue();
    state.set("taskDefinition", registrable(taskDefinition(arn)));
    state.set("target", target == null ? JsonNodeFactory.instance.nullNode() : target.deepCopy());
    state.set("policies", JSON.valueToTree(policies));
    state.set("actions", JSON.valueToTree(actions));
    return state;
  }

  /** The operations called, in order. */
  List<String> calls() {
    return calls;
  }

  /** Those that changed something. */
  List<String> changes() {
    return calls.stream().filter(call -> !call.startsWith("Describe")).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String called = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (called == null) {
      answer(
          exchange,
          200,
          "text/xml",
          "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
              + "<GetCallerIdentityResult><Account>"
              + ACCOUNT
              + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
      return;
    }
    String operation = called.substring(called.indexOf('.') + 1);
    try {
      calls.add(operation);
      JsonNode result = call(operation, JSON.readTree(body));
      answer(exchange, 200, "application/x-amz-json-1.1", JSON.writeValueAsString(result));
    } catch (Refused refused) {
      ObjectNode error = object().put("__type", refused.type).put("message", refused.getMessage());
      answer(exchange, 400, "application/x-amz-json-1.1", JSON.writeValueAsString(error));
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private JsonNode call(String operation, JsonNode input) {
    return switch (operation) {
      case "DescribeServices" -> describeService(input);
      case "DescribeClusters" -> {
        ObjectNode answer = object();
        answer
            .putArray("clusters")
            .addObject()
            .putArray("capacityProviders")
            .add("FARGATE")
            .add("FARGATE_SPOT");
        yield answer;
      }
      case "UpdateService" -> updateService(input);
      case "DescribeTaskDefinition" -> describeTaskDefinition(input);
      case "RegisterTaskDefinition" -> registerTaskDefinition((ObjectNode) input);
      case "DescribeScalableTargets" ->
          list("ScalableTargets", target == null ? List.of() : List.of(target));
      case "RegisterScalableTarget" -> registerTarget(input);
      case "DeregisterScalableTarget" -> deregisterTarget();
      case "DescribeScalingPolicies" ->
          list("ScalingPolicies", named(policies, input.get("PolicyNames")));
      case "PutScalingPolicy" -> put(policies, input, "PolicyName");
      case "DeleteScalingPolicy" -> delete(policies, input, "PolicyName");
      case "DescribeScheduledActions" ->
          list("ScheduledActions", named(actions, input.get("ScheduledActionNames")));
      case "PutScheduledAction" -> put(actions, input, "ScheduledActionName");
      case "DeleteScheduledAction" -> delete(actions, input, "ScheduledActionName");
      default -> throw new Refused("UnknownOperationException", operation);
    };
  }

  private JsonNode describeService(JsonNode input) {
    requireService(input.get("services").get(0));
    ObjectNode shown = service.deepCopy();
    ObjectNode deployment = shown.putArray("deployments").addObject();
    deployment.put("status", "PRIMARY").put("rolloutState", "COMPLETED");
    shown.set("runningCount", shown.get("desiredCount"));
    ObjectNode answer = object();
    answer.putArray("services").add(shown);
    answer.putArray("failures");
    return answer;
  }

  private void requireService(JsonNode name) {
    if (!service.get("serviceName").equals(name)) {
      throw new Refused("ServiceNotFoundException", "Service not found.");
    }
  }

  private JsonNode updateService(JsonNode input) {
    requireService(input.get("service"));
    for (Map.Entry<String, JsonNode> field : input.properties()) {
      switch (field.getKey()) {
        case "cluster", "service" -> {}
        case "forceNewDeployment" -> {}
        case "desiredCount",
            "placementStrategy",
            "networkConfiguration",
            "platformVersion",
            "deploymentConfiguration",
            "availabilityZoneRebalancing" ->
            service.set(field.getKey(), field.getValue());
        case "taskDefinition" -> {
          if (!taskDefinitions.containsKey(field.getValue().textValue())) {
            throw new Refused("ClientException", "TaskDefinition not found.");
          }
          service.set("taskDefinition", field.getValue());
        }
        case "capacityProviderStrategy" -> {
          if (!input.path("forceNewDeployment").asBoolean()) {
            throw new Refused("InvalidParameterException", "forceNewDeployment is needed.");
          }
          if (field.getValue().isEmpty()) {
            service.remove("capacityProviderStrategy");
            service.put("launchType", "FARGATE");
          } else {
            service.remove("launchType");
            service.set("capacityProviderStrategy", field.getValue());
          }
        }
        default -> throw new Refused("InvalidParameterException", field.getKey());
      }
    }
    ObjectNode answer = object();
    answer.set("service", service);
    return answer;
  }

  private JsonNode describeTaskDefinition(JsonNode input) {
    ObjectNode found = taskDefinition(input.path("taskDefinition").asText());
    ObjectNode answer = object();
    ObjectNode shown = found.deepCopy();
    JsonNode tags = shown.remove("tags");
    answer.set("taskDefinition", shown);
    answer.set("tags", tags == null ? JsonNodeFactory.instance.arrayNode() : tags);
    return answer;
  }

  ObjectNode taskDefinition(String arn) {
    ObjectNode found = taskDefinitions.get(arn);
    if (found == null) {
      throw new Refused("ClientException", "Unable to describe task definition.");
    }
    return found;
  }

  private JsonNode registerTaskDefinition(ObjectNode input) {
    for (String own :
        List.of("taskDefinitionArn", "revision", "status", "requiresAttributes", "registeredAt")) {
      if (input.has(own)) {
        throw new Refused("ClientException", "Unknown parameter " + own);
      }
    }
    int revision = 8 + taskDefinitions.size() - 1;
    String arn =
        "arn:aws:ecs:eu-west-1:%s:task-definition/%s:%d"
            .formatted(ACCOUNT, input.get("family").textValue(), revision);
    ObjectNode registered = input.deepCopy();
    registered.put("taskDefinitionArn", arn).put("revision", revision).put("status", "ACTIVE");
    registered.put("registeredBy", "somebody").put("registeredAt", 1.7e9);
    registered.putArray("compatibilities").add("FARGATE");
    taskDefinitions.put(arn, registered);
    ObjectNode answer = object();
    answer.set("taskDefinition", registered);
    return answer;
  }

  private static ObjectNode registrable(ObjectNode definition) {
    ObjectNode copy = definition.deepCopy();
    copy.remove(
        List.of(
            "taskDefinitionArn",
            "revision",
            "status",
            "requiresAttributes",
            "compatibilities",
            "registeredAt",
            "registeredBy"));
    return copy;
  }

  /** Like a target that scales at once: the count is brought within the bounds. */
  private JsonNode registerTarget(JsonNode input) {
    ObjectNode registered = target == null ? object() : target;
    registered.setAll((ObjectNode) input);
    target = registered;
    int minimum = registered.get("MinCapacity").asInt();
    int maximum = registered.get("MaxCapacity").asInt();
    int count = service.get("desiredCount").asInt();
    service.put("desiredCount", Math.max(minimum, Math.min(maximum, count)));
    return object();
  }

  private JsonNode deregisterTarget() {
    requireTarget();
    target = null;
    policies.clear();
    actions.clear();
    return object();
  }

  private JsonNode put(Map<String, ObjectNode> into, JsonNode input, String key) {
    requireTarget();
    into.put(input.get(key).textValue(), input.deepCopy());
    return object();
  }

  private JsonNode delete(Map<String, ObjectNode> from, JsonNode input, String key) {
    if (from.remove(input.get(key).textValue()) == null) {
      throw new Refused("ObjectNotFoundException", "No such " + key);
    }
    return object();
  }

  private void requireTarget() {
    if (target == null) {
      throw new Refused("ObjectNotFoundException", "No scalable target registered.");
    }
  }

  private static List<ObjectNode> named(Map<String, ObjectNode> all, JsonNode names) {
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode name : names) {
      if (all.containsKey(name.textValue())) {
        found.add(all.get(name.textValue()));
      }
    }
    return found;
  }

  private static JsonNode list(String key, List<ObjectNode> items) {
    ObjectNode answer = object();
    ArrayNode list = answer.putArray(key);
    items.forEach(item -> list.add(item.deepCopy()));
    return answer;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
