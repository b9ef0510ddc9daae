package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.finding.ContainerProposal;
import ecsadvisor.models.finding.Step.ReviseTask;
import ecsadvisor.models.finding.TaskEdit;
import ecsadvisor.models.finding.TaskEdit.Take;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes of a task definition, as the document that task-definition.jq applies. */
final class TaskChange {
  private final StepDraft step;
  private final ObjectNode document = JsonText.object();
  private final ObjectNode containers;
  private int secrets;
  private int limits;
  private int ulimits;

  /** A change of sizes and of other settings. */
  TaskChange(StepDraft step, List<ReviseTask> sizes, List<TaskEdit> edits) {
    this.step = step;
    sizes.forEach(this::resize);
    containers = child(document, "containers");
    sizes.forEach(this::limit);
    edits.forEach(this::edit);
  }

  ObjectNode document() {
    return document;
  }

  private void resize(ReviseTask sizes) {
    putText("cpu", sizes.cpuUnits());
    putText("memory", sizes.memoryMiB());
    String architecture = architecture(sizes.platform());
    if (architecture != null) {
      document.put("cpuArchitecture", architecture);
    }
  }

  private void limit(ReviseTask sizes) {
    for (ContainerProposal container : sizes.containers()) {
      ObjectNode settings = container(container.container());
      putNumber(settings, "cpu", container.cpuUnits());
      putNumber(settings, "memory", container.memoryMiB());
      putNumber(settings, "memoryReservation", container.memoryReservationMiB());
    }
  }

  private void edit(TaskEdit edit) {
    if (edit instanceof TaskEdit.OfContainer ofContainer) {
      edit(ofContainer);
    } else if (edit instanceof TaskEdit.DropTaskSetting drop) {
      list(document, "drop").add(drop.setting());
    } else if (edit instanceof TaskEdit.UseAwsvpc) {
      document.put("networkMode", "awsvpc");
    } else if (edit instanceof TaskEdit.ChooseTaskRole) {
      document.set("taskRoleArn", chosen(step.choose(Choice.TASK_ROLE_ARN)));
    } else if (edit instanceof TaskEdit.TagRevision) {
      ObjectNode tag = document.putObject("tag");
      tag.set("key", chosen(step.choose(Choice.TAG_KEY)));
      tag.set("value", chosen(step.choose(Choice.TAG_VALUE)));
    } else if (edit instanceof TaskEdit.EncryptVolume encrypt) {
      ObjectNode volume = child(child(document, "volumes"), encrypt.volume());
      volume.put("transitEncryption", "ENABLED");
      if (encrypt.iamAuthorization()) {
        volume.putObject("authorizationConfig").put("iam", "ENABLED");
      }
    } else {
      throw new IllegalStateException("No change for " + edit.getClass().getSimpleName());
    }
  }

  private void edit(TaskEdit.OfContainer edit) {
    String name = edit.container();
    if (edit instanceof TaskEdit.SetFlag set) {
      container(name).put(set.setting(), set.value());
    } else if (edit instanceof TaskEdit.SetText set) {
      container(name).put(set.setting(), set.value());
    } else if (edit instanceof TaskEdit.SetLimit set) {
      setLimit(container(name), set);
    } else if (edit instanceof Take take) {
      list(child(more(name), "take"), place(take.kind())).add(take.item());
    } else if (edit instanceof TaskEdit.MountReadOnly mount) {
      list(more(name), "readOnlyMounts").add(mount.path());
    } else if (edit instanceof TaskEdit.FreeHostPort port) {
      list(more(name), "freePorts").add(port.containerPort());
    } else if (edit instanceof TaskEdit.SetUlimit set) {
      ObjectNode bounds = child(child(more(name), "ulimits"), set.name());
      if (set.bound() == null) {
        bounds.setAll(chosen(step.choose(Choice.ULIMIT, "ULIMIT_" + ++ulimits)));
      } else {
        bounds.put("bound", set.bound());
      }
    } else if (edit instanceof TaskEdit.MoveToSecret move) {
      moveToSecret(child(more(name), "secrets"), move);
    } else if (edit instanceof TaskEdit.SendLogs logs) {
      ObjectNode log = more(name).putObject("log").put("logDriver", "awslogs");
      ObjectNode options = log.putObject("options");
      if (logs.group().isEmpty()) {
        options.set("awslogs-group", chosen(step.choose(Choice.LOG_GROUP)));
      } else {
        options.put("awslogs-group", logs.group());
      }
      options.put("awslogs-region", step.subject().region()).put("awslogs-stream-prefix", "ecs");
    } else if (edit instanceof TaskEdit.LogWithoutBlocking) {
      more(name).putObject("logOptions").put("mode", "non-blocking").put("max-buffer-size", "25m");
    } else {
      throw new IllegalStateException("No change for " + edit.getClass().getSimpleName());
    }
  }

  /** The sizes of a proposal come first: what was proposed on measurements is not asked for. */
  private void setLimit(ObjectNode container, TaskEdit.SetLimit set) {
    if (container.has(set.limit())) {
      return;
    }
    if (set.value() != null) {
      container.put(set.limit(), set.value());
      return;
    }
    Choice choice = set.limit().equals("memory") ? Choice.MEMORY_MIB : Choice.CPU_UNITS;
    container.set(set.limit(), chosen(step.choose(choice, choice.name() + "_" + ++limits)));
  }

  private void moveToSecret(ObjectNode variables, TaskEdit.MoveToSecret move) {
    if (!variables.has(move.variable())) {
      String choice = step.choose(Choice.SECRET, "SECRET_" + ++secrets);
      variables.set(move.variable(), chosen(choice));
    }
  }

  private static String place(Take.Kind kind) {
    return switch (kind) {
      case CAPABILITY -> "capabilities";
      case SECURITY_OPTION -> "securityOptions";
      case DEVICE -> "devices";
      case MOUNT -> "mounts";
    };
  }

  /** Settings that replace those of the container. */
  private ObjectNode container(String name) {
    return child(containers, name);
  }

  /** Edits within settings of the container. */
  private ObjectNode more(String name) {
    return child(child(document, "edits"), name);
  }

  private static ObjectNode child(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode present ? present : parent.putObject(name);
  }

  private static ArrayNode list(ObjectNode parent, String name) {
    return parent.get(name) instanceof ArrayNode present ? present : parent.putArray(name);
  }

  private static ObjectNode chosen(String variable) {
    return JsonText.object().put("choice", variable);
  }

  private void putText(String name, @Nullable Integer value) {
    if (value != null) {
      document.put(name, Integer.toString(value));
    }
  }

  private static void putNumber(ObjectNode node, String name, @Nullable Integer value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  static @Nullable String architecture(@Nullable Platform platform) {
    if (platform == null) {
      return null;
    }
    return switch (platform) {
      case ARM -> "ARM64";
      case X86 -> "X86_64";
      case WINDOWS, UNKNOWN -> null;
    };
  }
}
