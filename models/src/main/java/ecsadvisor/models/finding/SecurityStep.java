package ecsadvisor.models.finding;

import java.util.List;

/**
 * A step that makes a service or what surrounds it more secure. An empty name of a resource, and
 * what only people can decide, is asked for by the patch, which does nothing without an answer.
 */
public sealed interface SecurityStep extends Step {

  /** Register an edited copy of a revision and deploy it. */
  record EditTask(String taskDefinitionArn, List<TaskEdit> edits) implements SecurityStep {
    public EditTask {
      edits = List.copyOf(edits);
    }
  }

  /** Update a service. */
  record EditService(List<ServiceEdit> edits) implements SecurityStep {
    public EditService {
      edits = List.copyOf(edits);
    }
  }

  /** Change a cluster. */
  record EditCluster(String clusterName, EditCluster.Edit edit) implements SecurityStep {
    /** What is changed. */
    public enum Edit {
      CONTAINER_INSIGHTS,
      EXEC_LOGGING
    }
  }

  /** Change a repository of images. */
  record EditRepository(String repositoryName, EditRepository.Edit edit) implements SecurityStep {
    /** What is changed. */
    public enum Edit {
      IMMUTABLE_TAGS,
      SCAN_ON_PUSH
    }
  }

  /** Tag a service or cluster, as people say. */
  record TagResource(String arn) implements SecurityStep {}

  /** Have a log group forget what is older than people say. */
  record PutRetention(String logGroup) implements SecurityStep {}

  /** Have a listener take encrypted requests only. */
  record SecureListener(String listenerArn) implements SecurityStep {}

  /** Put a web ACL that people name before a load balancer. */
  record AssociateWebAcl(String loadBalancerArn) implements SecurityStep {}

  /**
   * Turn on something that watches.
   *
   * @param guard what
   * @param resource the VPC, trail or agent; empty where there is none or it is not known
   */
  record TurnOn(Guard guard, String resource) implements SecurityStep {
    /** What can be turned on. */
    public enum Guard {
      THREAT_DETECTION,
      RUNTIME_MONITORING,
      SECURITY_HUB,
      CONFIG_RECORDER,
      TRAIL,
      FLOW_LOGS
    }
  }

  /**
   * Make an alarm on a metric of the service.
   *
   * @param name the alarm's name
   * @param metric a metric of the namespace AWS/ECS in percent
   * @param threshold percent from which it sounds
   */
  record CreateAlarm(String name, String metric, int threshold) implements SecurityStep {}

  /** Have EFS back a file system up daily. */
  record BackUpFileSystem(String fileSystemId) implements SecurityStep {}

  /** Have a capacity provider keep instances that run tasks. */
  record ProtectInstances(String capacityProvider) implements SecurityStep {}

  /** Take from a security group what it opens to every address, for a source that people name. */
  record CloseSecurityGroup(String groupId) implements SecurityStep {}

  /** Ask of the account's users a password of some length and kind. */
  record SetPasswordPolicy(int minimumLength) implements SecurityStep {}

  /**
   * What no command does.
   *
   * @param text what to do, as sentences
   * @param items what it is about, such as roles
   */
  record ByHand(String text, List<String> items) implements SecurityStep {
    public ByHand {
      items = List.copyOf(items);
    }
  }
}
